def log = new File(basedir, 'build.log').text

assert !log.contains('[unpinned-uses]')
assert log =~ /hardening: .*1 reference/
