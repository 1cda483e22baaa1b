// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
return true
