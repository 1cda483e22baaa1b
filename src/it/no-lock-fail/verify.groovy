def log = new File(basedir, 'build.log').text
def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/hardening/hardening.json'))
assert json.findings*.check == ['missing-lock'] : 'one finding, not hundreds'
assert log.contains('hardening:lock')
