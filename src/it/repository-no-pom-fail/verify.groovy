def log = new File(basedir, 'build.log').text

assert log.contains('.github/workflows/ci.yml:8:15 unpinned-uses ')
assert log =~ /\.mvn\/wrapper\/maven-wrapper\.properties:1:\d+ wrapper-checksum / : 'a wrapper needs no POM'
assert log.contains('there is no POM here, so that nothing was compared with a lock')
assert log.contains('(repository) security-insights-missing ')
