def file = { new File(basedir, it) }

// Each command did what its page says that it does.
assert file('.mvn/hardening-baseline.json').text.contains('"findings"')
assert file('.mvn/checksums/checksums.sha256').length() > 0
assert file('target/hardening/hardening.html').isFile()
['hardening.sarif', 'hardening.json'].each { assert file("target/hardening/$it").isFile() }
assert file('reports/hardening.json').isFile()
def log = file('build.log').text
assert log.contains('unpinned-uses')
assert !log.contains('is not a property of this plugin')
