def log = new File(basedir, 'build.log').text
def lock = new File(basedir, '.mvn/checksums/checksums.sha256').readLines()

// Each of the five builds says what it came to, and none finds anything.
def verdicts = log.readLines().findAll { it =~ /Hardening passed: \d+ artifacts/ }
assert verdicts.size() == 5 : verdicts
assert verdicts.every { it =~ /artifacts, no findings/ }

// The release-version modules of the build itself are not locked; a file of the checkout is, by its place there.
assert !lock.any { it.contains('org/example/it/') }
assert lock.contains('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  ./b/lib/checked-in.jar')
assert lock.collect { it.substring(66) } == lock.collect { it.substring(66) }.sort()

assert log.contains('checksums.sha256 is up to date')
assert log.contains('0 added, 0 accepted, 0 removed')
assert log.contains('left to hardening:lock')

// Whatever was built, the repository was audited once, and reported once.
def findings = log.readLines().findAll { it =~ /^\[(WARNING|WARN)\] .*ci.yml:8:15 unpinned-uses / }
assert log.readLines().count { it.contains('FAILED, which fails no build (hardening.failOnViolation): 1 finding of severity high') } == 6
assert findings.size() == 6 : "6 builds, each with one report; found ${findings.size()}"
def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/hardening/hardening.json'))
assert json.findings.count { it.check == 'unpinned-uses' } == 1
