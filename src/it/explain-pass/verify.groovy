def log = new File(basedir, 'build.log').text

assert log.contains('unpinned-uses: ')
assert log.contains('unpinned-images')
assert log.contains('hardening:security-insights')
