def log = new File(basedir, 'build.log').text

assert !log.contains('[unpinned-uses]')
assert log =~ /Looked at 1 reference, 1 workflow: no findings(, .*)?; PASSED/
