// A checkout of its own, with a lock that knows another file only.
new File(basedir, '.git').mkdir()
def lock = new File(basedir, '.mvn/checksums/checksums.sha256')
lock.parentFile.mkdirs()
lock.text = 'a' * 64 + '  org/example/other/1.0/other-1.0.jar\n'
return true
