def log = new File(basedir, 'build.log').text
def lock = new File(basedir, '.mvn/checksums/checksums.sha256').readLines()

assert log =~ /1 of ${lock.size()} files? match(?:es)? lockfile\.json/
assert log.contains('Files differ from their recorded checksums, nothing was written')
assert log =~ /hardening-maven-plugin-[^ ]+\.jar: verification-metadata\.xml:5 recorded SHA-512 0{128}, actual [0-9a-f]{128}/
assert lock.any { it.contains('/hardening-maven-plugin-') }
return true
