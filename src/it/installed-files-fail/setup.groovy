// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()

// What the plugin would download: a program, and more files than the lock has lines for.
def put = { String path, String text ->
    def file = new File(basedir, path)
    file.parentFile.mkdirs()
    file.text = text
}
put('installs/usual/node', 'the program')
put('installs/usual/node_modules/npm/index.js', 'npm')
(1..120).each { put("installs/usual/node_modules/npm/lib/${it}.js", "file $it") }
put('installs/changed/node', 'another program')
put('installs/changed/node_modules/npm/lib/7.js', 'another file')
put('installs/changed/npx', 'one more program')
put('tools/generator', 'a tool that is there')
return true
