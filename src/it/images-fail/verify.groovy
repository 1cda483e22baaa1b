def log = new File(basedir, 'build.log').text

assert log.contains('.github/workflows/ci.yml:7:16 high [unpinned-images]')
