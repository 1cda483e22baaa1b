import java.security.MessageDigest

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
def project = new File(basedir, 'pom.xml')
project.text = project.text.replace('REPOSITORY_URL', new File(basedir, 'repository').toURI().toString())

def folder = new File(basedir, 'repository/org/example/split/lib/1.0')
folder.mkdirs()
new File(folder, 'lib-1.0.pom').text = '''<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.split</groupId>
  <artifactId>lib</artifactId>
  <version>1.0</version>
</project>
'''
new File(folder, 'lib-1.0.jar').text = 'one'
def hex = { String algorithm, File file -> MessageDigest.getInstance(algorithm).digest(file.bytes).encodeHex().toString() }
// The library alone is locked: of what else the build uses it is said that it is not.
def lock = new File(basedir, '.mvn/checksums/checksums.sha256')
lock.parentFile.mkdirs()
lock.text = folder.listFiles().sort().collect { hex('SHA-256', it) + "  org/example/split/lib/1.0/${it.name}\n" }.join()
// Maven 4 takes nothing from a repository without checksums.
folder.listFiles().each { new File(folder, "${it.name}.sha1").text = hex('SHA-1', it) }
return true
