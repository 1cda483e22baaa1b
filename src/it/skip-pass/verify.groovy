def log = new File(basedir, 'build.log').text

assert log.contains('Skipping (hardening.skip=true)')
assert !new File(basedir, 'target/hardening').exists()
