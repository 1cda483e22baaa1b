context['server']?.stop(0)
def log = new File(basedir, 'build.log').text
def open = new File(basedir, 'machine-b/org/example/open')

// Both machines take the same.
assert log.count('Said by call-maven-plugin-1.2.jar') == 2
assert log.count('Said by tool-maven-plugin-1.1.jar') == 2
assert log.count('Said by ') == 4
assert log =~ /Hardening passed: \d+ artifacts/
assert log =~ /\d+ files locked, \d+ in place, 0 to fetch/
assert !log.contains('stale-lock-entry')

// The goal alone locked all that the build of the module takes: what the second lock adds is the goal that was called.
def added = log.readLines().findAll { it.contains('+ org/example/open/') }
assert added.size() == 2 && added.every { it.contains('/call-maven-plugin/1.2/') } : added

// The lists have what is locked and nothing else; the second machine asked for none.
assert new File(open, 'ranged/maven-metadata-upstream.xml').text.findAll('<version>.*?</version>') == ['<version>1.0</version>', '<version>1.5</version>']
assert new File(open, 'newest/maven-metadata-upstream.xml').text.contains('<latest>3.0</latest>')
assert new File(open, 'parent/maven-metadata-upstream.xml').text.contains('<version>1.1</version>')
assert new File(open, 'maven-metadata-upstream.xml').text.contains('<prefix>call</prefix><artifactId>call-maven-plugin</artifactId>')
assert new File(open, 'ranged').list().sort().findAll { !it.startsWith('maven-metadata') } == ['1.0', '1.5']
assert log =~ /\d+ lists of locked versions and prefixes written for Maven \(maven-metadata.xml\)/
def metadata = context['asked'].findAll { it.endsWith('/ranged/maven-metadata.xml') }
assert metadata.size() == 1
return true
