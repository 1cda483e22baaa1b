import com.sun.net.httpserver.HttpServer
import java.security.MessageDigest
import java.util.concurrent.Executors
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
new File(basedir, '.mvn').mkdir()

// Machines without anything but the plugin itself, as it was just built.
def plugin = 'io/github/mavenhardening/hardening-maven-plugin'
['machine-a', 'machine-b', 'machine-c'].each { machine ->
    new File(basedir, machine).deleteDir()
    new File(localRepositoryPath, plugin).eachFileRecurse(groovy.io.FileType.FILES) { file ->
        def copy = new File(basedir, "$machine/$plugin/" + new File(localRepositoryPath, plugin).toPath().relativize(file.toPath()))
        copy.parentFile.mkdirs()
        copy.bytes = file.bytes
    }
}

// A parent and a library; the mirror has one other byte of the library's jar.
def store = { artifactId, packaging, jar ->
    def folder = new File(basedir, "upstream/org/example/fetched/$artifactId/1.0")
    folder.mkdirs()
    new File(folder, "$artifactId-1.0.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.fetched</groupId>
  <artifactId>$artifactId</artifactId>
  <version>1.0</version>
  <packaging>$packaging</packaging>
</project>
"""
    if (jar) {
        new File(folder, "$artifactId-1.0.jar").withOutputStream { out ->
            def zip = new ZipOutputStream(out)
            zip.putNextEntry(new ZipEntry('content.txt'))
            zip.finish()
        }
    }
}
store('parent', 'pom', false)
store('lib', 'jar', true)

def served = { path ->
    def (repository, name) = path.split('/', 2)
    def plain = name.endsWith('.sha1') ? name[0..-6] : name
    def file = new File(basedir, "upstream/$plain")
    if (!file.file) {
        return null
    }
    def bytes = file.bytes
    if (repository == 'other' && plain.endsWith('.jar')) {
        bytes[bytes.length - 1] ^= 1
    }
    // Maven 4 takes nothing from a repository without checksums.
    name == plain ? bytes : MessageDigest.getInstance('SHA-1').digest(bytes).encodeHex().toString().bytes
}
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.executor = Executors.newCachedThreadPool { task -> new Thread(task, 'repository').tap { it.daemon = true } }
server.createContext('/') { exchange ->
    def bytes = served(exchange.requestURI.path.substring(1))
    if (bytes == null) {
        exchange.sendResponseHeaders(404, -1)
    } else {
        exchange.sendResponseHeaders(200, bytes.length)
        exchange.responseBody.write(bytes)
    }
    exchange.close()
}
server.start()
context['server'] = server

def address = "http://${InetAddress.loopbackAddress.hostAddress}:${server.address.port}"
def project = new File(basedir, 'pom.xml')
project.text = project.text.replace('REPOSITORY_URL', address)

// The settings of the machine with the mirror.
new File(basedir, 'mirrored.xml').text = """<settings><mirrors><mirror>
  <id>mirror</id><mirrorOf>upstream</mirrorOf><url>$address/other</url>
</mirror></mirrors></settings>"""
return true
