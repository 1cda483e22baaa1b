def log = new File(basedir, 'build.log').text

assert log.contains('.github/workflows/ci.yml:8:15 unpinned-uses ')
assert log =~ /FAILED: \d+ findings? of severity high or above/
assert log =~ /Failed to execute goal io\.github\.mavenhardening:hardening-maven-plugin:[^:\s]+:workflows \(hardening\) on project pinning-fail/
assert new File(basedir, 'target/hardening/hardening.sarif').text.contains('"unpinned-uses"')
