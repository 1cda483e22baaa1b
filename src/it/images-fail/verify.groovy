def log = new File(basedir, 'build.log').text

assert log.contains('.github/workflows/ci.yml:7:5 unpinned-images ')
