def log = new File(basedir, 'build.log').text

assert log.contains('high [unpinned-uses]')
assert !log.contains('[artipacked]')
// A verdict names what it rests on: in the log, and in both reports.
assert log.contains('Root .   Policy .mvn/hardening.yml, zizmor.yml   Fails on critical (.mvn/hardening.yml:1)   At most 1 high (.mvn/hardening.yml:2)')
assert log.contains('Off: artipacked (zizmor.yml:3), concurrency-limits (-Dhardening.disable)')
assert log.contains('; PASSED, 2 checks off (zizmor.yml:3, -Dhardening.disable)')

def read = { String name -> new groovy.json.JsonSlurper().parse(new File(basedir, 'target/hardening/' + name)) }
def setup = read('hardening.json').setup
assert setup.root == '.'
assert setup.policyFiles == ['.mvn/hardening.yml', 'zizmor.yml']
assert setup.weakenings*.place == ['zizmor.yml:3', '-Dhardening.disable']
def run = read('hardening.sarif').runs[0]
assert run.properties.setup == setup
assert run.invocations[0].toolConfigurationNotifications*.message*.text[0] == 'artipacked is off (zizmor.yml:3)'
