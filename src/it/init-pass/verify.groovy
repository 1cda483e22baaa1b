def log = new File(basedir, 'build.log').text

assert log.contains('Wrote security-insights.yml:')
assert log.contains('Wrote .github/dependabot.yml:')
assert log.contains('Wrote .github/CODEOWNERS:')
assert log.contains('Wrote .mvn/hardening.yml:')
assert log.contains('questions are left to a maintainer')
// The lock, too, of what this build uses; it is counted, not shown, and holds.
def lock = new File(basedir, '.mvn/checksums/checksums.sha256').readLines()
assert lock.size() > 20
assert log.contains("checksums.sha256 written: ${lock.size()} files locked")
assert !log.contains(lock[0])
assert log.contains('missing-lock') == false
assert new File(basedir, 'SECURITY.md').text == 'ours\n'
// A claim of the POM is no answer; the second run changed nothing; what is asked is one finding.
assert new File(basedir, 'security-insights.yml').text.contains('expression: # QUESTION:')
assert log.contains('All files exist already: nothing was written')
assert log.contains(' security-insights-schema ')
// It ends in what to do next, and says that nobody else would get what Git ignores.
assert log.contains('questions are left to a maintainer: search for QUESTION in security-insights.yml, .github/CODEOWNERS')
assert log.contains('Git ignores .mvn/checksums/checksums.sha256, .mvn/hardening-lock.json, .mvn/hardening.yml: ')
assert log.contains('Next, once they are answered:')
assert log =~ / {4}mvn \S*hardening\S*:check/
