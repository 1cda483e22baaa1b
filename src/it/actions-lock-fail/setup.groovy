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
def publish = { String name, String text, List<String> tags ->
    def folder = new File(forge, "octo/$name")
    folder.mkdirs()
    git(folder, 'init', '-q')
    new File(folder, 'action.yml').text = text
    git(folder, 'add', 'action.yml')
    git(folder, 'commit', '-q', '-m', 'one')
    tags.each { git(folder, 'tag', it) }
    ['allowFilter', 'allowAnySHA1InWant'].each { git(folder, 'config', "uploadpack.$it", 'true') }
    return git(folder, 'rev-parse', 'HEAD')
}
def commit = publish('action', 'runs: {using: node24, main: x.js}\n', ['v1', 'v1.2.3'])
def outer = publish('outer', 'runs: {using: composite, steps: [{uses: octo/action@v1}]}\n', ['v2'])
def lock = new File(basedir, 'locked/.github/workflows/actions.lock')
lock.text = lock.text.replace('COMMIT', commit)

def asked = Collections.synchronizedList([])
def numbersAsked = Collections.synchronizedList([])
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.executor = Executors.newCachedThreadPool { task -> new Thread(task, 'forge').tap { it.daemon = true } }
def numbers = [
    'repos/octo/action': '{"full_name": "octo/action", "id": 9, "owner": {"id": 44}}',
    'repos/octo/outer': '{"full_name": "Octo/outer", "id": 4000000000, "owner": {"id": 44}}',
]
server.createContext('/api/v3/') { exchange ->
    def path = exchange.requestURI.path.substring('/api/v3/'.length())
    def token = exchange.requestHeaders.getFirst('Authorization')
    numbersAsked << "$path $token"
    def known = token == 'Bearer ghp_tokenOfTheIntegrationTest'
    def body = ((known ? numbers[path] : null) ?: '{"message": "Bad credentials"}').getBytes('UTF-8')
    exchange.sendResponseHeaders(known ? 200 : 401, body.length)
    exchange.responseBody.write(body)
    exchange.close()
}
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
context['numbersAsked'] = numbersAsked
context['commit'] = commit
context['outer'] = outer

// What a user types: Maven's arguments for every run of this test.
def address = "http://${InetAddress.loopbackAddress.hostAddress}:${server.address.port}"
new File(basedir, 'test.properties').text = "hardening.server=$address\nhardening.forgeUrl=$address/api/v3\n"
return true
