// A checkout of its own, with a lock that a merge left in conflict.
new File(basedir, '.git').mkdir()
def lock = new File(basedir, '.mvn/checksums/checksums.sha256')
lock.parentFile.mkdirs()
lock.text = '# head\n<<<<<<< ours\n' + 'a' * 64 + '  org/example/other/1.0/other-1.0.jar\n'
return true
