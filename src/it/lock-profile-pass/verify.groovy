def log = new File(basedir, 'build.log').text
def lock = new File(basedir, '.mvn/checksums/checksums.sha256').readLines()

// The profile's plugin, what it loads, and the profile's dependency: locked, and still so after the build that pruned.
assert lock.any { it.endsWith('/maven-enforcer-plugin-3.7.0.jar') }
assert lock.any { it =~ /\/enforcer-rules-3\.7\.0\.jar$/ }
assert lock.any { it.endsWith('/java-sarif-2.0.jar') }
assert log.contains('0 added, 0 accepted, 0 removed')

def verdicts = log.readLines().findAll { it =~ /Hardening passed: \d+ artifacts/ }
assert verdicts.size() == 2 : verdicts
assert verdicts.every { it =~ /artifacts, no findings/ } : verdicts
return true
