import java.util.jar.JarOutputStream
import java.util.zip.ZipEntry

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()

// A repository with three releases of a plugin, the newest of which asks for a Maven that there is not.
def folder = new File(basedir, 'repository/org/example/made/made-maven-plugin')
['1.0': '3.0', '1.10': '3.0', '2.0': '99.0'].each { version, maven ->
    def release = new File(folder, version)
    release.mkdirs()
    new File(release, "made-maven-plugin-${version}.pom").text = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.made</groupId>
  <artifactId>made-maven-plugin</artifactId>
  <version>$version</version>
  <packaging>maven-plugin</packaging>
  <prerequisites><maven>$maven</maven></prerequisites>
</project>
"""
    new JarOutputStream(new FileOutputStream(new File(release, "made-maven-plugin-${version}.jar"))).withStream { jar ->
        jar.putNextEntry(new ZipEntry('META-INF/maven/plugin.xml'))
        jar << """\
<plugin>
  <groupId>org.example.made</groupId>
  <artifactId>made-maven-plugin</artifactId>
  <version>$version</version>
  <goalPrefix>made</goalPrefix>
  <requiredMavenVersion>$maven</requiredMavenVersion>
  <mojos/>
</plugin>
"""
        jar.closeEntry()
    }
}
new File(folder, 'maven-metadata.xml').text = '''\
<metadata>
  <groupId>org.example.made</groupId>
  <artifactId>made-maven-plugin</artifactId>
  <versioning>
    <latest>2.0</latest>
    <release>2.0</release>
    <versions><version>1.0</version><version>1.10</version><version>2.0</version></versions>
  </versioning>
</metadata>
'''
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('REPOSITORY', new File(basedir, 'repository').toURI().toString())
return true
