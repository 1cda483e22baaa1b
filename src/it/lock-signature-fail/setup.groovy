import java.security.MessageDigest

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
def project = new File(basedir, 'pom.xml')
project.text = project.text.replace('REPOSITORY_URL', new File(basedir, 'repository').toURI().toString())

// A library of its own, so that no other test has brought it here from elsewhere.
new File(localRepositoryPath, 'org/example/signed').deleteDir()
['1.0', '2.0', '3.0'].each { version ->
    def folder = new File(basedir, "repository/org/example/signed/lib/$version")
    folder.mkdirs()
    new File(folder, "lib-${version}.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.signed</groupId>
  <artifactId>lib</artifactId>
  <version>$version</version>
</project>
"""
    // What Alice and Bob signed, but for version 3.0.
    new File(folder, "lib-${version}.jar").text = "version $version"
    new File(folder, "lib-${version}.jar.asc").text = new File(basedir, "signatures/lib-${version}.jar.asc").text
    // Maven 4 takes nothing from a repository without checksums.
    folder.listFiles().each { file ->
        new File(folder, "${file.name}.sha1").text = MessageDigest.getInstance('SHA-1').digest(file.bytes).encodeHex()
    }
}
return true
