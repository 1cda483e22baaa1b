def log = new File(basedir, 'build.log').text
// What is wider than the log stands on several lines.
def joined = log.replaceAll(/\R\[\w+\] {4,}/, ' ')

assert log.contains(' unpinned-uses ')
assert !log.contains(' artipacked ')
// A verdict names what it rests on: in the log, and in both reports.
assert joined =~ /Root \.   Policy \.mvn\/hardening\.yml, zizmor\.yml +Fails on critical \(\.mvn\/hardening\.yml:1\) +At most 1 high \(\.mvn\/hardening\.yml:2\)/
assert joined.contains('Off: artipacked (zizmor.yml:3), concurrency-limits (-Dhardening.disable)')
assert joined =~ /Hardening passed: .*, 2 checks off \(zizmor\.yml:3, -Dhardening\.disable\)/

def read = { String name -> new groovy.json.JsonSlurper().parse(new File(basedir, 'target/hardening/' + name)) }
def setup = read('hardening.json').setup
assert setup.root == '.'
assert setup.policyFiles == ['.mvn/hardening.yml', 'zizmor.yml']
assert setup.weakenings*.place == ['zizmor.yml:3', '-Dhardening.disable']
def run = read('hardening.sarif').runs[0]
assert run.properties.setup == setup
assert run.invocations[0].toolConfigurationNotifications*.message*.text[0] == 'artipacked is off (zizmor.yml:3)'
