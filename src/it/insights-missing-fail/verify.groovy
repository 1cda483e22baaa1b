def log = new File(basedir, 'build.log').text

assert log.contains('(repository) security-insights-missing ')
