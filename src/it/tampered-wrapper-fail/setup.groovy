import com.sun.net.httpserver.HttpServer
import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import javax.tools.ToolProvider

// Two checkouts of their own: the root must not be found above.
new File(basedir, '.git').mkdir()
new File(basedir, '.mvn').mkdir()
new File(basedir, 'with-jar/.git').mkdirs()
new File(basedir, 'with-jar/.mvn').mkdir()
new File(basedir, 'with-jar/pom.xml').bytes = new File(basedir, 'pom.xml').bytes

// A distribution whose program leaves a mark, and one with another mark; as small as a wrapper takes it.
def distribution = { String mark ->
    def zip = new File(basedir, "${mark}.zip")
    FileSystems.newFileSystem(URI.create("jar:${zip.toURI()}"), [create: 'true', enablePosixFileAttributes: 'true']).withCloseable { files ->
        def bin = files.getPath('apache-maven-3.9.16/bin')
        Files.createDirectories(bin)
        def program = Files.writeString(bin.resolve('mvn'), "#!/bin/sh\necho $mark >> '${new File(basedir, 'ran')}'\n")
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString('rwxr-xr-x'))
    }
    zip
}
context['distributions'] = [meant: distribution('meant'), other: distribution('other')]

// A wrapper's jar that leaves a mark.
def folder = Files.createTempDirectory('marker').toFile()
def source = new File(folder, 'MavenWrapperMain.java')
source.text = """
    package org.apache.maven.wrapper;

    public class MavenWrapperMain {
        public static void main(String[] arguments) throws java.io.IOException {
            java.nio.file.Files.write(java.nio.file.Paths.get("${new File(basedir, 'ran').path.replace('\\', '/')}"), "jar".getBytes());
        }
    }
"""
assert ToolProvider.systemJavaCompiler.run(null, null, null, '-d', folder.path, source.path) == 0
new File(basedir, 'other.jar').withOutputStream { out ->
    def zip = new ZipOutputStream(out)
    zip.putNextEntry(new ZipEntry('org/apache/maven/wrapper/MavenWrapperMain.class'))
    zip.write(new File(folder, 'org/apache/maven/wrapper/MavenWrapperMain.class').bytes)
    zip.finish()
}
folder.deleteDir()

// Serves whichever of the two the test says.
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
context['served'] = 'meant'
server.createContext('/') { exchange ->
    def bytes = context['distributions'][context['served']].bytes
    exchange.sendResponseHeaders(200, bytes.length)
    exchange.responseBody.write(bytes)
    exchange.close()
}
server.start()
context['server'] = server
return true
