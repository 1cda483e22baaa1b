def log = new File(basedir, 'build.log').text

assert !log.contains(' unpinned-uses ')
assert log =~ /Hardening passed: 1 reference, 1 workflow, no findings/
