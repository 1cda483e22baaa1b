def log = new File(basedir, 'build.log').text

assert log.contains('.mvn/hardening.yml:3:3 checks.unpined-uses: there is no check of that id; did you mean unpinned-uses?')
// Checks of integrity are silenced by no file.
assert log.contains('integrity.yml:5:14 checks.verification-bypass.enabled: cannot be switched off; write an exception for what is accepted into the policy file')
