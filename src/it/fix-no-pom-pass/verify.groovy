def log = new File(basedir, 'build.log').text
def text = new File(basedir, '.github/workflows/ci.yml').text

assert log =~ /No finding has a fix that can be made safely\s/
assert log.contains('-Dhardening.unsafe makes the fixes of 2 more findings, too: read what they change')
// What cannot be read may hide what has a fix: each run says so.
assert log.readLines().count { it.contains('.github/workflows/broken.yml:') && it.contains('[unreadable-workflow]') } == 4
assert log.contains('--- a/.github/workflows/ci.yml')
assert log.contains('+          persist-credentials: false')
assert log.contains('-Dhardening.apply makes these changes: 2 findings in 1 file')
assert log.contains('Fixed 2 findings in 1 file')
assert log =~ /No finding has a fix that can be made\s/ : 'the last run'

assert text.startsWith('on: push   # this comment stays\n')
assert text.contains('persist-credentials: false')
assert text.contains('echo "${GITHUB_HEAD_REF}"')
return true
