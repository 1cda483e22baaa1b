def log = new File(basedir, 'build.log').text
assert !(log =~ /(critical|high|medium) \[/) : 'a locked build has no findings'
assert log =~ /dependencies: no findings in \d+ artifacts/
assert new File(basedir, '.mvn/checksums/checksums.sha256').text.contains('org/example/it/reactor/other/1.0/other-1.0.jar')
// One lock, at the root.
assert !new File(basedir, 'a/.mvn').exists()
