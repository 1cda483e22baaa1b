def log = new File(basedir, 'build.log').text

assert log.contains('Wrote security-insights.yml:')
assert log.contains('Wrote .github/dependabot.yml:')
assert log.contains('Wrote .github/CODEOWNERS:')
assert log.contains('Wrote .mvn/hardening.yml:')
assert log.contains('questions are left to a maintainer')
// The lock, too, of what this build uses; it is shown, and holds.
def lock = new File(basedir, '.mvn/checksums/checksums.sha256').readLines()
assert lock.size() > 20
assert log.contains("checksums.sha256 written: ${lock.size()} files locked")
assert log.contains("[INFO]     ${lock[0]}")
assert log.contains('missing-lock') == false
assert new File(basedir, 'SECURITY.md').text == 'ours\n'
// What the POM says is there; the second run changed nothing; what is asked is no answer.
assert new File(basedir, 'security-insights.yml').text.contains('expression: "MIT"')
assert log.contains('All files exist already: nothing was written')
assert log.contains(' security-insights-schema ')
