def log = new File(basedir, 'build.log').text

assert log =~ /posture: no findings in \d+ files/
assert log.contains('PASSED')
