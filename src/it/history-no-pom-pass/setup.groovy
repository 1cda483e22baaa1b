def git = { String time, String... arguments ->
    def builder = new ProcessBuilder(['git', '-C', basedir.path, '-c', 'user.name=A', '-c', 'user.email=a@example.org',
        '-c', 'commit.gpgSign=false', '-c', 'init.defaultBranch=main'] + arguments.toList())
    builder.environment().put('GIT_AUTHOR_DATE', time)
    builder.environment().put('GIT_COMMITTER_DATE', time)
    def process = builder.redirectErrorStream(true).start()
    def text = process.inputStream.text
    assert process.waitFor() == 0 : text
}
def workflow = { String uses ->
    def file = new File(basedir, '.github/workflows/ci.yml')
    file.parentFile.mkdirs()
    file.text = "on: push\npermissions: {}\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: $uses\n"
}
git('2026-01-01T00:00:00Z', 'init', '-q')
workflow('octo/action@v1')
git('2026-01-01T00:00:00Z', 'add', '.github')
git('2026-01-01T00:00:00Z', 'commit', '-q', '-m', 'one')
git('2026-01-01T00:00:00Z', 'tag', 'v1.0')
workflow('octo/action@0123456789abcdef0123456789abcdef01234567')
git('2026-02-01T00:00:00Z', 'commit', '-q', '-a', '-m', 'two')
git('2026-02-01T00:00:00Z', 'tag', '-a', '-m', 'm', 'v1.1')
// What lies in the checkout is none of the history.
workflow('octo/action@v9')

// Another result would stop the test.
return true
