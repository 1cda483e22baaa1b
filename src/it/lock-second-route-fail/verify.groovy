import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def known = new JsonSlurper().parse(new File(basedir, '.mvn/hardening-lock.json'))
def jar = known.files['org/example/routed/lib/1.0/lib-1.0.jar']

assert jar.origin == 'first'
assert jar.published == '2024-01-02'
assert jar.firstSeen ==~ /\d{4}-\d\d-\d\d/
assert jar.confirmed == 'file:alike' : 'what the second repository agreed to stays when a third does not'
assert new File(basedir, '.mvn/rrf/groupId-first.txt').text == 'org.example.routed\n'
assert log.contains('The second repository (file:unlike) has other bytes of 1 file, nothing was written')
assert log.contains('org/example/routed/lib/1.0/lib-1.0.jar: locked file has ')
assert log.contains('hardening.published: no repository was queried, since Maven is offline')
assert log.contains('hardening.crossCheck: nothing was compared, since Maven is offline')
return true
