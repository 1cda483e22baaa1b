def log = new File(basedir, 'build.log').text

assert log.contains('1 of severity high, at most 0 allowed')
assert !log.contains('hardening.failAtEnd') : 'nobody asked for it'
