def git(String... arguments) {
    def process = (['git', '-C', basedir.path] + arguments.toList()).execute()
    process.consumeProcessOutput()
    assert process.waitFor() == 0
}

git('init', '-q', '-b', 'trunk')
git('remote', 'add', 'origin', 'https://user:secret@git.example.org/octo/app.git')
git('add', '.')
git('-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', '-c', 'commit.gpgsign=false', 'commit', '-q', '-m', 'All')
new File(basedir, 'summary.md').text = '# Tests\n'
