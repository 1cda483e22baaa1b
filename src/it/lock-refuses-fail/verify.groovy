def log = new File(basedir, 'build.log').text
def lock = new File(basedir, '.mvn/checksums/checksums.sha256').text

assert log.contains('The bytes of locked files have changed, nothing was written')
assert log.contains('hardening.accept names files that have not changed: org.example:other:1.0')
assert lock.readLines().size() == 1
assert lock.startsWith('a' * 64)
