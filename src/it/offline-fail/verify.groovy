def log = new File(basedir, 'build.log').text

assert log.contains(' unpinned-uses ')
assert log.contains('Could not check: ref-version-mismatch: Maven runs offline (-o)')
assert log.contains(':pin asks Git hosts and registries what names stand for, and Maven runs offline (-o)')
