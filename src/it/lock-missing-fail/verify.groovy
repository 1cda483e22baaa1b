def log = new File(basedir, 'build.log').text

assert log.contains(' missing-lock ')
assert log.contains("Run 'mvn hardening:lock'")
assert log =~ /FAILED: 1 finding of severity high or above/
assert !log.contains('unlocked-artifact')
assert !new File(basedir, '.mvn/checksums/checksums.sha256').exists()
