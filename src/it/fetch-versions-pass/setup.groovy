import com.sun.net.httpserver.HttpServer
import java.nio.file.Files
import java.security.MessageDigest
import java.util.concurrent.Executors
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import javax.tools.ToolProvider
import org.apache.maven.AbstractMavenLifecycleParticipant

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
new File(basedir, '.mvn').mkdir()

// Machines without anything but the plugin itself, as it was just built.
def plugin = 'io/github/mavenhardening/hardening-maven-plugin'
['machine-a', 'machine-b'].each { machine ->
    new File(basedir, machine).deleteDir()
    new File(localRepositoryPath, plugin).eachFileRecurse(groovy.io.FileType.FILES) { file ->
        def copy = new File(basedir, "$machine/$plugin/" + new File(localRepositoryPath, plugin).toPath().relativize(file.toPath()))
        copy.parentFile.mkdirs()
        copy.bytes = file.bytes
    }
}

// A goal that says which version it is of.
def lib = new File(AbstractMavenLifecycleParticipant.protectionDomain.codeSource.location.toURI()).parentFile
def classes = Files.createTempDirectory('say').toFile()
new File(classes, 'Say.java').text = '''
    package org.example.open;

    public class Say extends org.apache.maven.plugin.AbstractMojo {
        public void execute() {
            String jar = Say.class.getProtectionDomain().getCodeSource().getLocation().getPath();
            System.out.println("Said by " + jar.substring(jar.lastIndexOf('/') + 1));
        }
    }
'''
def classpath = lib.listFiles().findAll { it.name.endsWith('.jar') }.join(File.pathSeparator)
assert ToolProvider.systemJavaCompiler.run(null, null, null, '-proc:none', '-cp', classpath, '-d', classes.path, "$classes/Say.java".toString()) == 0
def say = new File(classes, 'org/example/open/Say.class').bytes
classes.deleteDir()

def upstream = new File(basedir, 'upstream/org/example/open')
def store = { String artifactId, String version, String packaging ->
    def folder = new File(upstream, "$artifactId/$version")
    folder.mkdirs()
    new File(folder, "$artifactId-${version}.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.open</groupId>
  <artifactId>$artifactId</artifactId>
  <version>$version</version>
  <packaging>$packaging</packaging>
</project>
"""
    if (packaging == 'pom') {
        return
    }
    new File(folder, "$artifactId-${version}.jar").withOutputStream { out ->
        def zip = new ZipOutputStream(out)
        def put = { path, bytes ->
            zip.putNextEntry(new ZipEntry(path))
            zip.write(bytes)
        }
        put('version.txt', version.bytes)
        if (packaging == 'maven-plugin') {
            put('org/example/open/Say.class', say)
            put('META-INF/maven/plugin.xml', """<plugin>
                <name>$artifactId</name>
                <groupId>org.example.open</groupId>
                <artifactId>$artifactId</artifactId>
                <version>$version</version>
                <goalPrefix>${artifactId - '-maven-plugin'}</goalPrefix>
                <mojos><mojo><goal>say</goal><implementation>org.example.open.Say</implementation>
                <language>java</language><instantiationStrategy>per-lookup</instantiationStrategy>
                <requiresProject>false</requiresProject></mojo></mojos>
            </plugin>""".getBytes('UTF-8'))
        }
        zip.finish()
    }
}
def publish = { String artifactId, String packaging, List versions ->
    versions.each { store(artifactId, it, packaging) }
    new File(upstream, "$artifactId/maven-metadata.xml").text = """<metadata>
  <groupId>org.example.open</groupId>
  <artifactId>$artifactId</artifactId>
  <versioning>
    <latest>${versions.last()}</latest>
    <release>${versions.last()}</release>
    <versions>${versions.collect { "<version>$it</version>" }.join()}</versions>
    <lastUpdated>20260102030405</lastUpdated>
  </versioning>
</metadata>
"""
}
publish('parent', 'pom', ['1.0', '1.1', '2.0'])
publish('ranged', 'jar', ['1.0', '1.5', '2.0'])
publish('newest', 'jar', ['1.0', '3.0'])
publish('tool-maven-plugin', 'maven-plugin', ['1.0', '1.1'])
publish('call-maven-plugin', 'maven-plugin', ['1.0', '1.2'])
new File(upstream, 'maven-metadata.xml').text = '''<metadata><plugins>
  <plugin><name>Call</name><prefix>call</prefix><artifactId>call-maven-plugin</artifactId></plugin>
</plugins></metadata>
'''

context['asked'] = Collections.synchronizedList([])
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.executor = Executors.newCachedThreadPool { task -> new Thread(task, 'repository').tap { it.daemon = true } }
server.createContext('/') { exchange ->
    def path = exchange.requestURI.path
    context['asked'].add(path)
    def plain = path.endsWith('.sha1') ? path[0..-6] : path
    def file = new File(basedir, plain.substring(1))
    if (!file.file) {
        exchange.sendResponseHeaders(404, -1)
    } else {
        // Maven 4 takes nothing from a repository without checksums.
        def bytes = plain == path ? file.bytes : MessageDigest.getInstance('SHA-1').digest(file.bytes).encodeHex().toString().bytes
        exchange.sendResponseHeaders(200, bytes.length)
        exchange.responseBody.write(bytes)
    }
    exchange.close()
}
server.start()
context['server'] = server

def project = new File(basedir, 'pom.xml')
project.text = project.text.replace('REPOSITORY_URL', "http://${InetAddress.loopbackAddress.hostAddress}:${server.address.port}")
new File(basedir, 'groups.xml').text = '''<settings><pluginGroups>
  <pluginGroup>org.example.open</pluginGroup>
</pluginGroups></settings>
'''
return true
