import java.security.MessageDigest

def path = 'org/example/it/plugin/lib/1.0/lib-1.0.jar'
def log = new File(basedir, 'build.log').text
def locked = new File(basedir, '.mvn/checksums/checksums.sha256').readLines().find { it.endsWith("  $path") }[0..<64]
def bytes = new File(localRepositoryPath, path).bytes
def actual = MessageDigest.getInstance('SHA-256').digest(bytes).encodeHex().toString()

assert log.split('Scanning for projects').size() == 4
assert log.contains('critical [artifact-mismatch]')
[path, locked, actual].each { assert log.contains(it) }
assert actual != locked
