import java.security.MessageDigest
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()

// Maven reads the parent before it knows the project's folder.
def project = new File(basedir, 'pom.xml')
project.text = project.text.replace('REPOSITORY_URL', new File(basedir, 'repository').toURI().toString())

// A Maven repository of its own, so that no other test shares the files that are tampered with.
def put(String artifactId, String extension, byte[] content) {
    def file = new File(basedir, "repository/org/example/tampered/$artifactId/1.0/$artifactId-1.0.$extension")
    file.parentFile.mkdirs()
    file.bytes = content
    new File(file.path + '.sha1').text = MessageDigest.getInstance('SHA-1').digest(content).encodeHex().toString()
    // What an earlier run left in the local repository may be tampered with.
    new File(localRepositoryPath, "org/example/tampered/$artifactId").deleteDir()
}

def pom(String artifactId, String packaging, String more) {
    put(artifactId, 'pom', """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.tampered</groupId>
  <artifactId>$artifactId</artifactId>
  <version>1.0</version>
  <packaging>$packaging</packaging>
  $more
</project>
""".getBytes('UTF-8'))
}

def jar(String artifactId) {
    def bytes = new ByteArrayOutputStream()
    def zip = new ZipOutputStream(bytes)
    zip.putNextEntry(new ZipEntry('content.txt'))
    zip.write(artifactId.getBytes('UTF-8'))
    zip.close()
    put(artifactId, 'jar', bytes.toByteArray())
}

def dependencies = { artifactId ->
    "<dependencies><dependency><groupId>org.example.tampered</groupId><artifactId>$artifactId</artifactId>" +
        '<version>1.0</version></dependency></dependencies>'
}
pom('parent', 'pom', '')
pom('bom', 'pom', "<dependencyManagement>${dependencies('lib')}</dependencyManagement>")
pom('lib', 'jar', dependencies('deep'))
jar('lib')
pom('deep', 'jar', '')
jar('deep')
pom('tool-maven-plugin', 'maven-plugin', dependencies('deep'))
jar('tool-maven-plugin')
return true
