def log = new File(basedir, 'build.log').text

assert log.contains('.mvn/checksums/checksums.sha256:2:1 unreadable-lock ')
assert log.contains('nothing was verified')
