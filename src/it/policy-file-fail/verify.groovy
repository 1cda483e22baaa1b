def log = new File(basedir, 'build.log').text

assert log.contains('.mvn/hardening.yml:3:3 checks.unpined-uses: there is no check of that id; did you mean unpinned-uses?')
