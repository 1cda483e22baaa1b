import com.sun.net.httpserver.HttpServer
import java.security.MessageDigest
import java.util.concurrent.Executors

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
new File(basedir, 'nobody').mkdir()

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

// Serves the repository; what the transfer of signatures comes to stands first in the path.
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.executor = Executors.newCachedThreadPool { task -> new Thread(task, 'repository').tap { it.daemon = true } }
server.createContext('/') { exchange ->
    def (transfer, path) = exchange.requestURI.path.substring(1).split('/', 2)
    def file = new File(basedir, "repository/$path")
    def cut = transfer == 'cut' && path ==~ /org.example.signed.*\.asc/
    if (cut && path.endsWith('.pom.asc')) {
        // Closed without an answer.
    } else if (!file.file) {
        exchange.sendResponseHeaders(404, -1)
    } else {
        def bytes = file.bytes
        exchange.sendResponseHeaders(200, bytes.length)
        exchange.responseBody.write(bytes, 0, cut ? bytes.length.intdiv(2) : bytes.length)
        exchange.responseBody.flush()
    }
    // Where less was written than announced, this cuts the connection.
    exchange.close()
}
server.start()
context['server'] = server

def project = new File(basedir, 'pom.xml')
project.text = project.text.replace(
    'REPOSITORY_URL', "http://${InetAddress.loopbackAddress.hostAddress}:${server.address.port}/\${transfer}")
return true
