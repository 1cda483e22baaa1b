import java.security.MessageDigest

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
def project = new File(basedir, 'pom.xml')
project.text = project.text.replace('REPOSITORY_URL', new File(basedir, 'first').toURI().toString())

// A library of its own, so that no other test has brought it here from elsewhere.
new File(localRepositoryPath, 'org/example/routed').deleteDir()
def repository = { name, content ->
    def folder = new File(basedir, "$name/org/example/routed/lib/1.0")
    folder.mkdirs()
    new File(folder, 'lib-1.0.pom').text = '''<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.routed</groupId>
  <artifactId>lib</artifactId>
  <version>1.0</version>
</project>
'''
    new File(folder, 'lib-1.0.jar').text = content
    // Maven 4 takes nothing from a repository without checksums.
    folder.listFiles().each { file ->
        new File(folder, "${file.name}.sha1").text = MessageDigest.getInstance('SHA-1').digest(file.bytes).encodeHex()
        file.lastModified = java.time.Instant.parse('2024-01-02T12:00:00Z').toEpochMilli()
    }
}
repository('first', 'one')
repository('alike', 'one')
repository('unlike', 'another')
return true
