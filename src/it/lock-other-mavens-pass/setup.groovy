import java.security.MessageDigest
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
def project = new File(basedir, 'pom.xml')
project.text = project.text.replace('REPOSITORY_URL', new File(basedir, 'repository').toURI().toString())
new File(localRepositoryPath, 'org/example/chosen').deleteDir()

def dependency = { artifactId, version -> """
    <dependency>
      <groupId>org.example.chosen</groupId>
      <artifactId>$artifactId</artifactId>
      <version>$version</version>
    </dependency>""" }
def publish = { artifactId, version, content ->
    def folder = new File(basedir, "repository/org/example/chosen/$artifactId/$version")
    folder.mkdirs()
    new File(folder, "$artifactId-${version}.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.chosen</groupId>
  <artifactId>$artifactId</artifactId>
  <version>$version</version>$content
</project>
"""
    new File(folder, "$artifactId-${version}.jar").withOutputStream { out ->
        def zip = new ZipOutputStream(out)
        zip.putNextEntry(new ZipEntry("$artifactId-${version}.txt"))
        zip.finish()
    }
    // Maven 4 takes nothing from a repository without checksums.
    folder.listFiles().each { file ->
        new File(folder, "${file.name}.sha1").text = MessageDigest.getInstance('SHA-1').digest(file.bytes).encodeHex()
    }
}
// What a says of c, two steps below it, holds on Maven 4 alone. What b depends on, too, has become b itself.
publish('a', '1', "<dependencyManagement><dependencies>${dependency('c', '2')}</dependencies></dependencyManagement>"
    + "<dependencies>${dependency('b', '1')}</dependencies>")
publish('b', '1', "<dependencies>${dependency('c', '1')}${dependency('former', '1')}</dependencies>")
publish('c', '1', '')
publish('c', '2', '')
publish('former', '1', '<distributionManagement><relocation><artifactId>b</artifactId></relocation></distributionManagement>')
return true
