def log = new File(basedir, 'build.log').text

assert log.contains(' security-policy There is no SECURITY.md')
assert log.contains(' update-bot Neither Dependabot nor Renovate is configured')
assert log.contains(' codeowners There is no CODEOWNERS')
assert log.contains('LICENSE license-file ')
assert log.contains('lib/Tool.class') && log.contains(' binary-artifacts This is a Java class')
// The base is not there: that is said, and is no pass.
assert log.contains(' dco Sign-offs could not be checked: the base of the change is not known (origin/main)')

def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/hardening/hardening.sarif'))
assert sarif.runs[0].results*.ruleId.contains('binary-artifacts')
assert log.contains('Could not check: gate-changed: the change cannot be checked: the base of the change is not known (origin/main)')
assert log =~ /FAILED: .*, 1 gap in what was checked/
