def log = new File(basedir, 'build.log').text

assert log.contains('high [unpinned-uses]')
