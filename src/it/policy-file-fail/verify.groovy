def log = new File(basedir, 'build.log').text

assert log.contains('.mvn/hardening.yml:3:3 checks.unpined-uses: There is no check \'unpined-uses\'; did you mean unpinned-uses?')
// Checks of integrity are silenced by no file.
assert log.contains('integrity.yml:5:14 checks.verification-bypass.enabled: Cannot be switched off; write an exception for what is accepted into the policy file')
