def log = new File(basedir, 'build.log').text

assert log.contains('Wrote security-insights.yml:')
assert log.contains('Wrote .github/dependabot.yml:')
assert log.contains('Wrote .github/CODEOWNERS:')
assert log.contains('Wrote .mvn/hardening.yml:')
assert log.contains('questions are left to a maintainer')
assert log.contains("write it with 'mvn verify hardening:lock'")
assert new File(basedir, 'SECURITY.md').text == 'ours\n'
// What the POM says is there; the second run changed nothing; what is asked is no answer.
assert new File(basedir, 'security-insights.yml').text.contains('expression: "MIT"')
assert log.contains('Every file is there: nothing was written')
assert log.contains('[security-insights-schema]')
