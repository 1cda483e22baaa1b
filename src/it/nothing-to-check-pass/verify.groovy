def log = new File(basedir, 'build.log').text

assert log.contains('Hardening had nothing to check: workflows (no workflow in ')
