import com.sun.net.httpserver.HttpServer
import java.util.concurrent.Executors

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()

// The forge: repositories behind Git's own server of the smart protocol.
def forge = new File(basedir, 'forge')
def git = { File folder, String... arguments ->
    def process = new ProcessBuilder(['git', '-C', folder.path, '-c', 'user.name=A', '-c', 'user.email=a@example.org',
        '-c', 'commit.gpgSign=false', '-c', 'tag.gpgSign=false', '-c', 'init.defaultBranch=main'] + arguments.toList())
        .redirectErrorStream(true).start()
    def text = process.inputStream.text
    assert process.waitFor() == 0 : text
    return text.trim()
}
def action = new File(forge, 'octo/action')
action.mkdirs()
git(action, 'init', '-q')
new File(action, 'action.yml').text = 'runs: {using: node24, main: x.js}\n'
git(action, 'add', 'action.yml')
git(action, 'commit', '-q', '-m', 'one')
git(action, 'tag', 'v1')
git(action, 'tag', 'v1.2.3')
['allowFilter', 'allowAnySHA1InWant'].each { git(action, 'config', "uploadpack.$it", 'true') }
def commit = git(action, 'rev-parse', 'HEAD')
def lock = new File(basedir, 'locked/.github/workflows/actions.lock')
lock.text = lock.text.replace('COMMIT', commit)

def asked = Collections.synchronizedList([])
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.executor = Executors.newCachedThreadPool { task -> new Thread(task, 'forge').tap { it.daemon = true } }
server.createContext('/') { exchange ->
    asked << exchange.requestURI.path
    def builder = new ProcessBuilder('git', 'http-backend')
    builder.environment().putAll([
        GIT_PROJECT_ROOT: forge.path, GIT_HTTP_EXPORT_ALL: '1', PATH_INFO: exchange.requestURI.path,
        REQUEST_METHOD: exchange.requestMethod, QUERY_STRING: exchange.requestURI.rawQuery ?: '',
        CONTENT_TYPE: exchange.requestHeaders.getFirst('Content-Type') ?: '',
        HTTP_CONTENT_ENCODING: exchange.requestHeaders.getFirst('Content-Encoding') ?: '',
        GIT_PROTOCOL: exchange.requestHeaders.getFirst('Git-Protocol') ?: ''])
    def process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start()
    process.outputStream.withStream { it << exchange.requestBody }
    def answer = process.inputStream.bytes
    // As a CGI program writes it: headers, an empty line, the body.
    def text = new String(answer, 'ISO-8859-1')
    def end = text.indexOf('\r\n\r\n')
    int status = 200
    text.substring(0, end).split('\r\n').each { line ->
        def (name, value) = line.split(': ', 2)
        if (name == 'Status') {
            status = value.substring(0, 3) as int
        } else {
            exchange.responseHeaders.add(name, value)
        }
    }
    def body = Arrays.copyOfRange(answer, end + 4, answer.length)
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length)
    exchange.responseBody.write(body)
    exchange.close()
}
server.start()
context['server'] = server
context['asked'] = asked
context['commit'] = commit

// What a user types: Maven's arguments for every run of this test.
new File(basedir, 'test.properties').text =
    "hardening.server=http://${InetAddress.loopbackAddress.hostAddress}:${server.address.port}\n"
return true
