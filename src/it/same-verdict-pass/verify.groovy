def log = new File(basedir, 'build.log').text

assert log.readLines().count { it =~ /Hardening passed.*: .*artifacts, no findings/ } == 1 : 'the build was looked at'
assert log =~ /compared with the lock before (the first goal ran|Maven loaded)/
return true
