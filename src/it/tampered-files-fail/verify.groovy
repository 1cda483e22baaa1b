import java.security.MessageDigest

def log = new File(basedir, 'build.log').text
// What is wider than the log stands on several lines.
def joined = log.replaceAll(/\R\[\w+\] {4,}/, ' ')
def sha256 = { byte[] bytes -> MessageDigest.getInstance('SHA-256').digest(bytes).encodeHex().toString() }
def verdicts = log.readLines().findAll { it =~ /(Hardening passed|FAILED): / }

// Each of them fails the build, and nothing else does.
assert verdicts.size() == 1
assert verdicts[0] =~ /FAILED: 6 findings of severity high or above \(\d+ artifacts/

['lib/1.0/lib-1.0.jar', 'lib/1.0/lib-1.0.pom', 'parent/1.0/parent-1.0.pom', 'bom/1.0/bom-1.0.pom',
 'tool-maven-plugin/1.0/tool-maven-plugin-1.0.jar', 'deep/1.0/deep-1.0.pom'].each { name ->
    def path = 'org/example/tampered/' + name
    def original = new File(basedir, 'repository/' + path).bytes
    def tampered = original.clone()
    tampered[tampered.length - 1] = 0x20
    def line = joined.readLines().find {
        it.contains(' artifact-mismatch ') && it.contains('file ' + path) && it.contains(sha256(original))
    }
    assert line != null : path
    assert line.contains('actual ' + sha256(tampered))
    assert line.contains('from repository tampered')
    assert line.contains('used by org.example.it:tampered-files-fail:1.0')
    assert line.contains('changed after it was downloaded')
}
return true
