def log = new File(basedir, 'build.log').text

assert log.contains('.github/workflows/ci.yml:8:15 high [unpinned-uses]')
assert log.contains('MojoFailureException') || log.contains('Failed to execute goal')
assert new File(basedir, 'target/hardening/hardening.sarif').text.contains('"unpinned-uses"')
