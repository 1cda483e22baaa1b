import java.nio.file.Files
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import javax.tools.ToolProvider
import org.apache.maven.AbstractMavenLifecycleParticipant

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
new File(basedir, '.mvn').mkdir()

// Code that notes each moment at which it runs: as an extension when it is made and when the projects are read, as a plugin when
// its goal runs. One jar has it as it was locked; the other notes the moments elsewhere.
def lib = new File(AbstractMavenLifecycleParticipant.protectionDomain.codeSource.location.toURI()).parentFile
def compile = { String name, String marker ->
    def folder = Files.createTempDirectory('marker').toFile()
    def note = { moment -> """
        try {
            java.nio.file.Files.write(java.nio.file.Paths.get("${new File(basedir, marker).path.replace('\\', '/')}"),
                    "$name: $moment\\n".getBytes(), java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }"""
    }
    new File(folder, 'Participant.java').text = """
        package org.example.code;

        public class Participant extends org.apache.maven.AbstractMavenLifecycleParticipant {
            public Participant() {${note('made')}
            }
            @Override
            public void afterProjectsRead(org.apache.maven.execution.MavenSession session) {${note('projects read')}
            }
        }
    """
    new File(folder, 'Mark.java').text = """
        package org.example.code;

        public class Mark extends org.apache.maven.plugin.AbstractMojo {
            public void execute() {${note('goal')}
            }
        }
    """
    def classpath = lib.listFiles().findAll { it.name.endsWith('.jar') }.join(File.pathSeparator)
    assert ToolProvider.systemJavaCompiler.run(null, null, null, '-proc:none', '-cp', classpath, '-d', folder.path,
            "$folder/Participant.java".toString(), "$folder/Mark.java".toString()) == 0
    folder
}
def jar = { String name, File classes, File target ->
    def plugin = name == 'plugin'
    def type = plugin ? 'Mark' : 'Participant'
    target.parentFile.mkdirs()
    target.withOutputStream { out ->
        def zip = new ZipOutputStream(out)
        def put = { path, bytes ->
            zip.putNextEntry(new ZipEntry(path))
            zip.write(bytes)
        }
        put("org/example/code/${type}.class", new File(classes, "org/example/code/${type}.class").bytes)
        put('META-INF/maven/plugin.xml', """<plugin>
            <name>$name</name>
            <groupId>org.example.code</groupId>
            <artifactId>$name</artifactId>
            <version>1.0</version>
            <goalPrefix>$name</goalPrefix>
            <mojos>${!plugin ? '' : '''<mojo><goal>mark</goal><implementation>org.example.code.Mark</implementation>
            <language>java</language><instantiationStrategy>per-lookup</instantiationStrategy></mojo>'''}</mojos>
        </plugin>""".getBytes('UTF-8'))
        if (!plugin) {
            put('META-INF/plexus/components.xml', """<component-set><components><component>
                <role>org.apache.maven.AbstractMavenLifecycleParticipant</role>
                <role-hint>$name</role-hint>
                <implementation>org.example.code.Participant</implementation>
            </component></components></component-set>""".getBytes('UTF-8'))
        }
        zip.finish()
    }
}

new File(localRepositoryPath, 'org/example/code').deleteDir()
['core-extension', 'build-extension', 'extension-before', 'extension-after', 'plugin'].each { name ->
    def home = new File(localRepositoryPath, "org/example/code/$name/1.0")
    def locked = compile(name, 'ran-as-locked')
    def other = compile(name, 'ran-tampered')
    jar(name, locked, new File(home, "$name-1.0.jar"))
    jar(name, other, new File(basedir, "other/$name-1.0.jar"))
    locked.deleteDir()
    other.deleteDir()
    new File(home, "$name-1.0.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.code</groupId>
  <artifactId>$name</artifactId>
  <version>1.0</version>
</project>
"""
}
new File(basedir, '.mvn/extensions.xml').text = '''<extensions>
  <extension>
    <groupId>org.example.code</groupId>
    <artifactId>core-extension</artifactId>
    <version>1.0</version>
  </extension>
</extensions>
'''
return true
