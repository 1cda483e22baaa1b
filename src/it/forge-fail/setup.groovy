import com.sun.net.httpserver.HttpServer
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
new File(basedir, '.mvn').delete()

// Each snapshot begins with the repository itself; from the second on the environment is guarded, and the fourth is refused.
def snapshots = new AtomicInteger()
def repository = '''{"id": 7, "full_name": "my-org/app", "private": false, "default_branch": "main",
  "owner": {"login": "my-org", "type": "Organization"}, "permissions": {"admin": true, "push": true}}'''
def reviewers = '''{"type": "required_reviewers", "prevent_self_review": true,
  "reviewers": [{"type": "Team", "reviewer": {"slug": "releasers"}}]}'''
def answers = [
    'actions/permissions': { '{"enabled": true, "allowed_actions": "all", "sha_pinning_required": true}' },
    'environments': {
        """{"total_count": 1, "environments": [{"name": "release", "can_admins_bypass": false, "deployment_branch_policy": null,
            "protection_rules": [${snapshots.get() > 1 ? reviewers : ''}]}]}"""
    },
    'environments/release/secrets': {
        '{"total_count": 1, "secrets": [{"name": "CENTRAL_TOKEN", "updated_at": "2026-11-01T00:00:00Z"}]}'
    },
    'environments/release/deployment_protection_rules': { '{"total_count": 0, "custom_deployment_protection_rules": []}' },
    'actions/secrets': { '{"total_count": 0, "secrets": []}' },
    'actions/organization-secrets': { '{"total_count": 0, "secrets": []}' },
]
def strangers = []
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.executor = Executors.newCachedThreadPool { task -> new Thread(task, 'forge').tap { it.daemon = true } }
server.createContext('/') { exchange ->
    def path = exchange.requestURI.path.substring(1)
    if (exchange.requestHeaders.getFirst('Authorization') != 'Bearer ghp_tokenOfTheIntegrationTest') {
        strangers << path
    }
    int status = 200
    def body
    if (path == 'repos/my-org/app') {
        status = snapshots.incrementAndGet() > 3 ? 401 : 200
        body = repository
    } else {
        def answer = answers[path - 'repos/my-org/app/']
        status = answer == null ? 404 : 200
        body = answer == null ? '{"message": "Not Found"}' : answer()
    }
    def bytes = body.getBytes('UTF-8')
    exchange.sendResponseHeaders(status, bytes.length)
    exchange.responseBody.write(bytes)
    exchange.close()
}
server.start()
context['server'] = server
context['strangers'] = strangers
context['snapshots'] = snapshots

// What a user types: Maven's arguments for every run of this test.
new File(basedir, 'test.properties').text =
    "hardening.forgeUrl=http://${InetAddress.loopbackAddress.hostAddress}:${server.address.port}/\n"
return true
