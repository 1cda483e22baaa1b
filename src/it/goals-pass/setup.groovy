import com.sun.net.httpserver.HttpServer

def git = { String... arguments ->
    def process = new ProcessBuilder(['git', '-C', basedir.path, '-c', 'user.name=A', '-c', 'user.email=a@example.org',
        '-c', 'commit.gpgSign=false', '-c', 'init.defaultBranch=main'] + arguments.toList()).redirectErrorStream(true).start()
    def text = process.inputStream.text
    assert process.waitFor() == 0 : text
}
def write = { String path, String text ->
    def file = new File(basedir, path)
    file.parentFile.mkdirs()
    file.text = text
    git('add', path)
}
def workflow = { String uses ->
    write('.github/workflows/ci.yml', """on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - uses: $uses
""")
}
def lock = { String version ->
    write('.mvn/checksums/checksums.sha256', "${'a' * 64}  org/example/lib/$version/lib-${version}.jar\n")
}

git('init', '-q')
workflow('octo/action@v1')
lock('1.0')
git('commit', '-q', '-m', 'one')
workflow('actions/checkout@v6')
lock('1.1')
git('commit', '-q', '-m', 'two')

// A forge that tells of the repository itself alone.
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.createContext('/') { exchange ->
    def known = exchange.requestURI.path == '/repos/my-org/app'
    def body = (known ? '{"id": 7, "full_name": "my-org/app", "private": false, "default_branch": "main", "permissions": {"admin": true}}'
        : '{"message": "Not Found"}').getBytes('UTF-8')
    exchange.sendResponseHeaders(known ? 200 : 404, body.length)
    exchange.responseBody.write(body)
    exchange.close()
}
server.start()
context['server'] = server
new File(basedir, 'test.properties').text =
    "hardening.forgeUrl=http://${InetAddress.loopbackAddress.hostAddress}:${server.address.port}/\n"

// Another result would stop the test.
return true
