import java.util.jar.JarOutputStream
import java.util.zip.ZipEntry
import javax.tools.ToolProvider

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()

// The check of the documentation, as its reader would build it.
def page = new File(basedir, '../../../src/site/markdown/custom-checks.md').text
def source = new File(basedir, 'java/com/example/checks/UnnamedWorkflow.java')
source.parentFile.mkdirs()
source.text = page.split('```java\n')[1].split('```')[0]
def plugin = new File(localRepositoryPath, 'io/github/mavenhardening/hardening-maven-plugin').listFiles()
        .findAll { it.directory }
        .collectMany { it.listFiles().findAll { f -> f.name.endsWith('.jar') } as List }
def classes = new File(basedir, 'classes')
classes.mkdirs()
int failed = ToolProvider.systemJavaCompiler.run(null, null, null,
        '-d', classes.path, '--release', '17', '-cp', plugin.join(File.pathSeparator), source.path)
assert failed == 0

def folder = new File(localRepositoryPath, 'org/example/custom/custom-checks/1.0')
folder.mkdirs()
new File(folder, 'custom-checks-1.0.pom').text = '''<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.custom</groupId>
  <artifactId>custom-checks</artifactId>
  <version>1.0</version>
</project>
'''
new JarOutputStream(new FileOutputStream(new File(folder, 'custom-checks-1.0.jar'))).withCloseable { jar ->
    jar.putNextEntry(new ZipEntry('META-INF/services/io.github.mavenhardening.core.api.Check'))
    jar.write('com.example.checks.UnnamedWorkflow\n'.bytes)
    jar.closeEntry()
    jar.putNextEntry(new ZipEntry('META-INF/hardening/policy.yml'))
    jar.write('fail-on: low\n'.bytes)
    jar.closeEntry()
    jar.putNextEntry(new ZipEntry('com/example/checks/UnnamedWorkflow.class'))
    jar.write(new File(classes, 'com/example/checks/UnnamedWorkflow.class').bytes)
    jar.closeEntry()
}
return true
