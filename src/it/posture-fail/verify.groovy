def log = new File(basedir, 'build.log').text

assert log.contains('[security-policy] there is no SECURITY.md')
assert log.contains('[update-bot] neither Dependabot nor Renovate is configured')
assert log.contains('[codeowners] there is no CODEOWNERS')
assert log.contains('LICENSE medium [license-file]')
assert log.contains('lib/Tool.class') && log.contains('[binary-artifacts] this is a Java class')
// The base is not there: that is said, and is no pass.
assert log.contains('high [dco] sign-offs could not be looked at: the base of the change is not known (origin/main)')

def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/hardening/hardening.sarif'))
assert sarif.runs[0].results*.ruleId.contains('binary-artifacts')
assert log.contains('could not look: gate-changed: the change cannot be looked at: the base of the change is not known (origin/main)')
assert log =~ /FAILED: .*, 1 gap in what was looked at/
