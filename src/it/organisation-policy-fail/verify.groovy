import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def jar = { String version -> "org.example.organisation:policy:${version}!/META-INF/hardening/policy.yml" }

// One changed value governs all three.
assert log.count('1 finding of severity high or above') >= 3
assert !log.contains('of severity critical')

assert log.contains("loosens.yml:1 fail-on.severity: Must not be looser than what ${jar('1.0')}:5 makes final")
assert log.contains("-Dhardening.failOn fail-on.severity: Must not be looser than what ${jar('1.0')}:5 makes final")
assert log.contains('hardening.failon: Unknown property on the command line or in .mvn/maven.config; did you mean hardening.failOn?')

// Each value has its origin.
assert log.contains('persona: auditor  (-Dhardening.persona; over pedantic, .mvn/hardening.yml:1)')
assert log.contains("maximum.low: 9  (.mvn/hardening.yml:2; over 20, ${jar('1.0')}:2)")
assert log.contains("fail-on.severity: critical  (${jar('1.0')}:1)")
assert log.contains('fail-on.confidence: medium  (default)')
assert log.contains("checks.artipacked.severity: critical  (.mvn/hardening.yml:4; over high, ${jar('1.0')}:4)")
assert log.contains('checks.unpinned-uses.enabled: true  (default)')
assert log.contains('maximum.info: 3  (../outside.yml:1)')

def json = new JsonSlurper().parse(new File(basedir, 'two/target/hardening/effective-policy.json'))
def low = json.settings.find { it.name == 'maximum.low' }
assert low.value == '9' && low.origin == '.mvn/hardening.yml:2'
assert low.over == [[value: '20', origin: "${jar('1.0')}:2".toString()]]
assert json.settings*.name == json.settings*.name.sort(false)

def lock = new File(basedir, 'one/.mvn/checksums/checksums.sha256').text
assert lock.contains('org/example/organisation/policy/1.0/policy-1.0.jar')

// No message names a folder of the machine.
assert !log.readLines().any { it.contains('policy.yml') && it.contains(localRepositoryPath.path) }
