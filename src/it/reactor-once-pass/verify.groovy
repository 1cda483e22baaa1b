def log = new File(basedir, 'build.log').text

def findings = log.readLines().findAll { it =~ /^\[(WARNING|WARN)\] .*ci.yml:8:15 high \[unpinned-uses\]/ }
assert log.readLines().count { it.contains('Looked at 1 reference, 1 workflow') } == 6
assert findings.size() == 6 : "6 builds, each with one report; found ${findings.size()}"
def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/hardening/hardening.json'))
assert json.findings.count { it.check == 'unpinned-uses' } == 1
