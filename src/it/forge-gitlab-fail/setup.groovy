import com.sun.net.httpserver.HttpServer
import java.util.concurrent.Executors

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
new File(basedir, '.mvn').delete()

def project = '/api/v4/projects/my-org%2Fsub%2Fapp'
def answers = [
    '': '''{"path_with_namespace": "my-org/sub/app", "visibility": "private", "default_branch": "main",
        "namespace": {"kind": "group"}, "permissions": {"project_access": {"access_level": 40}}}''',
    '/protected_branches': '''[{"name": "main", "allow_force_push": false, "push_access_levels": [{"access_level": 0}],
        "merge_access_levels": [{"access_level": 40}]}]''',
    '/variables': '''[{"key": "CENTRAL_TOKEN", "value": "valueOfTheIntegrationTest", "protected": false, "masked": false,
        "environment_scope": "*"}]''',
    '/job_token_scope': '{"inbound_enabled": true}',
]
def asked = Collections.synchronizedList([])
def strangers = Collections.synchronizedList([])
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.executor = Executors.newCachedThreadPool { task -> new Thread(task, 'forge').tap { it.daemon = true } }
server.createContext('/') { exchange ->
    def path = exchange.requestURI.rawPath
    asked << path
    if (exchange.requestHeaders.getFirst('PRIVATE-TOKEN') != 'glpat-tokenOfTheIntegrationTest') {
        strangers << path
    }
    def answer = path.startsWith(project) ? answers[path.substring(project.length())] : null
    def bytes = (answer ?: '{"message": "404 Not Found"}').getBytes('UTF-8')
    exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length)
    exchange.responseBody.write(bytes)
    exchange.close()
}
server.start()
context['server'] = server
context['asked'] = asked
context['strangers'] = strangers

// What a user types: Maven's arguments for every run of this test, but the last.
def url = "hardening.forgeUrl=http://${InetAddress.loopbackAddress.hostAddress}:${server.address.port}/api/v4\n"
def master = { name -> "settings.security=${new File(basedir, name).path.replace('\\', '/')}\n" }
new File(basedir, 'test.properties').text = url + master('settings-security.xml')
new File(basedir, 'lost.properties').text = url + master('lost.xml')
return true
