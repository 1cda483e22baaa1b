def log = new File(basedir, 'build.log').text

def findings = log.readLines().findAll { it =~ /^\[(WARNING|WARN)\] .*ci.yml:8:15 unpinned-uses / }
assert log.readLines().count { it.contains('FAILED, which fails no build (hardening.failOnViolation): 1 finding of severity high') } == 6
assert findings.size() == 6 : "6 builds, each with one report; found ${findings.size()}"
def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/hardening/hardening.json'))
assert json.findings.count { it.check == 'unpinned-uses' } == 1
