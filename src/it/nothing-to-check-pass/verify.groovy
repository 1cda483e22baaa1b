def log = new File(basedir, 'build.log').text

assert log.contains('workflows: nothing to check')
