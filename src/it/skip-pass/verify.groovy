def log = new File(basedir, 'build.log').text

assert log.count('Skipping (hardening.skip=true)') == 2
assert log.count('No file is compared with the lock: hardening.skip is set, and not only on the command line') == 1
assert !new File(basedir, 'target/hardening').exists()
