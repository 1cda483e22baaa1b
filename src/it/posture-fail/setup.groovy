// A checkout of its own, with a compiled file that Git tracks.
def git = { String... arguments ->
    def process = (['git', *arguments] as List<String>).execute(null, basedir)
    process.waitForProcessOutput(System.out, System.err)
    assert process.exitValue() == 0
}
new File(basedir, 'lib').mkdir()
new File(basedir, 'lib/Tool.class').bytes = 'CAFEBABE0000003D'.decodeHex()
new File(basedir, 'LICENSE').text = 'Apache License\nVersion 2.0, January 2004\n'
git('init', '-q')
git('add', '-A')
