import java.nio.file.Files
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import javax.tools.ToolProvider
import org.apache.maven.plugin.AbstractMojo

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
def project = new File(basedir, 'pom.xml')
project.text = project.text.replace('REPOSITORY_URL', new File(basedir, 'repository').toURI().toString())

// A plugin that leaves a file behind as soon as its class is loaded, and one that looks the same but for the file's name.
new File(localRepositoryPath, 'org/example/loading').deleteDir()
def api = new File(AbstractMojo.protectionDomain.codeSource.location.toURI()).path

def plugin = { String marker, File target ->
    def folder = Files.createTempDirectory('marker').toFile()
    def source = new File(folder, 'Mark.java')
    source.text = """
        package org.example.loading;

        public class Mark extends org.apache.maven.plugin.AbstractMojo {
            static {
                try {
                    java.nio.file.Files.write(java.nio.file.Paths.get("${new File(basedir, marker).path.replace('\\', '/')}"), new byte[0]);
                } catch (java.io.IOException e) {
                    throw new IllegalStateException(e);
                }
            }
            public void execute() {}
        }
    """
    assert ToolProvider.systemJavaCompiler.run(null, null, null, '-cp', api, '-d', folder.path, source.path) == 0
    target.parentFile.mkdirs()
    target.withOutputStream { out ->
        def zip = new ZipOutputStream(out)
        zip.putNextEntry(new ZipEntry('org/example/loading/Mark.class'))
        zip.write(new File(folder, 'org/example/loading/Mark.class').bytes)
        zip.putNextEntry(new ZipEntry('META-INF/maven/plugin.xml'))
        zip.write('''<plugin>
            <name>marker</name>
            <groupId>org.example.loading</groupId>
            <artifactId>marker-maven-plugin</artifactId>
            <version>1.0</version>
            <goalPrefix>marker</goalPrefix>
            <mojos><mojo><goal>mark</goal><implementation>org.example.loading.Mark</implementation><language>java</language>
            <instantiationStrategy>per-lookup</instantiationStrategy>
            <threadSafe>true</threadSafe></mojo></mojos>
        </plugin>'''.getBytes('UTF-8'))
        zip.finish()
    }
    folder.deleteDir()
}
def home = new File(basedir, 'repository/org/example/loading/marker-maven-plugin/1.0')
plugin('marker-of-the-locked-plugin', new File(home, 'marker-maven-plugin-1.0.jar'))
plugin('marker-of-the-other-plugin', new File(basedir, 'other.jar'))
new File(home, 'marker-maven-plugin-1.0.pom').text = '''<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.loading</groupId>
  <artifactId>marker-maven-plugin</artifactId>
  <version>1.0</version>
  <packaging>maven-plugin</packaging>
</project>
'''
return true
