// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
new File(basedir, 'b/lib').mkdirs()
new File(basedir, 'b/lib/checked-in.jar').text = 'abc'
return true
