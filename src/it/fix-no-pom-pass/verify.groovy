def log = new File(basedir, 'build.log').text
def text = new File(basedir, '.github/workflows/ci.yml').text

assert log =~ /No finding has a fix that can be made safely\s/
assert log.contains('-Dhardening.unsafe makes the fixes of 3 more findings, too: read what they change')
// What cannot be read may hide what has a fix: each run says so.
assert log.readLines().count { it.contains('.github/workflows/broken.yml:') && it.contains('[unreadable-workflow]') } == 4
assert log.contains('--- a/.github/workflows/ci.yml')
assert log.contains('+          persist-credentials: false')
assert log.contains('-Dhardening.apply makes these changes: 3 findings in 2 files')
assert log.contains('Fixed 3 findings in 2 files')
assert log =~ /No finding has a fix that can be made\s/ : 'the last run'

// Where a check has fixes for others of its findings, it says why not for this one.
assert log.contains("[excessive-permissions] has no fix, because of the job 'unknown': what 'example/action@")
assert new File(basedir, '.mvn/wrapper/maven-wrapper.properties').text.contains('distributionUrl=https://repo.example.org/')

assert text.startsWith('on: push   # this comment stays\n')
assert text.contains('persist-credentials: false')
assert text.contains('echo "${GITHUB_HEAD_REF}"')
return true
