def log = new File(basedir, 'build.log').text

assert !log.readLines().any { it.trim().startsWith('::') }
// Maven itself may colour its own lines; the file's escape must not come through.
assert !log.contains('pwned\u001b')
