def log = new File(basedir, 'build.log').text

assert log =~ /Hardening passed: \d+ files, no findings/
