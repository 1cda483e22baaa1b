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

// Another result would stop the test.
return true
