def log = new File(basedir, 'build.log').text

assert log.contains('.github/workflows/ci.yml:8:15 high [unpinned-uses]')
assert log.contains('dependencies: nothing to check')
assert log.contains('high [security-insights-missing]')
