import groovy.json.JsonSlurper

def lock = new File(basedir, '.mvn/checksums/checksums.sha256').text
def known = new JsonSlurper().parse(new File(basedir, '.mvn/hardening-lock.json'))
def maven = known.environments.find { it.startsWith('Maven ') }
def locked = { path -> lock.contains("  org/example/chosen/$path") }

assert locked('a/1/a-1.jar')
assert locked('b/1/b-1.jar')
// Maven 3.8 and older give it to plugins that bring none: it is locked whatever Maven made the lock.
assert lock.contains('/plexus-utils-1.1.jar')
// It is read to learn where it went, and no graph has it, as it went where it is asked for.
assert locked('former/1/former-1.pom')
assert !locked('former/1/former-1.jar')

if (maven =~ /^Maven 3\.[0-8],/) {
    assert locked('c/1/c-1.jar')
    assert !locked('c/2/c-2.jar')
} else {
    // Either Maven chooses one of them.
    assert locked('c/1/c-1.jar')
    assert locked('c/2/c-2.jar')
    def others = known.environments.find { it.startsWith('other Mavens, ') }
    def chosen = maven.startsWith('Maven 3') ? '1' : '2'
    def left = maven.startsWith('Maven 3') ? '2' : '1'
    assert known.files["org/example/chosen/c/$left/c-${left}.jar".toString()].only == [others]
    assert !known.files["org/example/chosen/c/$chosen/c-${chosen}.jar".toString()].only
}
def log = new File(basedir, 'build.log').text
// Nothing says which version of it the next Maven takes.
assert log =~ /Other releases of Maven may take other versions .*maven-site-plugin \(/
assert log =~ /Hardening passed: \d+ artifacts, no findings/
return true
