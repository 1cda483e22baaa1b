def log = new File(basedir, 'build.log').text

assert log.contains('high [unpinned-uses]')
assert log.contains('could not check: ref-version-mismatch: Maven runs offline (-o)')
