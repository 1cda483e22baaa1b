def log = new File(basedir, 'build.log').text

assert log.contains('high [missing-lock]')
assert log.contains("Run 'mvn hardening:lock'")
assert log =~ /1 high(, \d+ more findings? with .*)?; FAILED/
assert !log.contains('[unlocked-artifact]')
assert !new File(basedir, '.mvn/checksums/checksums.sha256').exists()
