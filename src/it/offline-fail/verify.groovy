def log = new File(basedir, 'build.log').text

assert log.contains(' unpinned-uses ')
assert log.contains('Could not check: ref-version-mismatch: Maven runs offline (-o)')
