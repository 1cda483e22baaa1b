def log = new File(basedir, 'build.log').text

// The rest is written; a lock that leaves something out is not.
assert log.contains('Wrote SECURITY.md:')
assert log.contains('org.example.nowhere:missing')
assert log.contains('No .mvn/checksums/checksums.sha256 was written')
assert !new File(basedir, '.mvn/checksums/checksums.sha256').exists()
assert !new File(basedir, '.mvn/hardening-lock.json').exists()
