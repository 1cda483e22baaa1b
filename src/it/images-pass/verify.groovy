def log = new File(basedir, 'build.log').text

assert !log.contains(' unpinned-images ')
assert log.contains('2 images')
