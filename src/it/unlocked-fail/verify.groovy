def log = new File(basedir, 'build.log').text
assert log.contains('high [unlocked-artifact]')
assert log.contains('org/example/it/unlocked/extra/1.0/extra-1.0.jar')
assert log.contains('org/example/it/unlocked/extra/1.0/extra-1.0.pom')
assert !(log =~ /unlocked-artifact.*lib-1.0/)
