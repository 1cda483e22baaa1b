import java.security.MessageDigest

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
def project = new File(basedir, 'pom.xml')
project.text = project.text.replace('REPOSITORY_URL', new File(basedir, 'repository').toURI().toString())

def resources = new File(basedir, '../../../src/test/resources/sigstore')
new File(basedir, '.mvn/hardening-trusted-root.json').bytes = new File(resources, 'trusted-root.json').bytes

// A library of its own, so that no other test has brought it here from elsewhere.
new File(localRepositoryPath, 'org/example/bundled').deleteDir()
def signed = new File(resources, 'signed.xml')
['1.0', '2.0'].each { version ->
    def folder = new File(basedir, "repository/org/example/bundled/lib/$version")
    folder.mkdirs()
    def pom = new File(folder, "lib-${version}.pom")
    pom.text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.bundled</groupId>
  <artifactId>lib</artifactId>
  <version>$version</version>
</project>
"""
    // Version 2.0 is not what the bundle is for.
    new File(folder, "lib-${version}.xml").bytes = version == '1.0' ? signed.bytes : pom.bytes
    new File(folder, "lib-${version}.xml.sigstore.json").bytes = new File(resources, 'signed.xml.sigstore.json').bytes
    // Maven 4 takes nothing from a repository without checksums.
    folder.listFiles().each { file ->
        new File(folder, "${file.name}.sha1").text = MessageDigest.getInstance('SHA-1').digest(file.bytes).encodeHex()
    }
}
return true
