import groovy.json.JsonSlurper

context['server']?.stop(0)
def log = new File(basedir, 'build.log').text
def lock = new File(basedir, '.mvn/checksums/checksums.sha256').readLines()
def known = new JsonSlurper().parse(new File(basedir, '.mvn/hardening-lock.json'))
def jar = 'org/example/fetched/lib/1.0/lib-1.0.jar'

// What files came from is noted with the address that a machine without these mirrors needs.
assert known.files[jar].origin == 'upstream'
assert known.repositories.upstream.upstream ==~ /http:..127.0.0.1:\d+.upstream/
assert known.repositories.keySet().every { id -> known.files.values().any { it.origin == id } }
assert known.environments.findAll { it.startsWith('Maven ') }.size() == 1

// The second machine has what is locked, and what this plugin brings to fetch it.
def missing = lock.collect { it.substring(66) }.findAll { !new File(basedir, "machine-b/$it").file }
assert missing.isEmpty()
assert new File(basedir, "machine-b/$jar").parentFile.listFiles().any { it.name.contains('remote.repositories') && it.text.contains('lib-1.0.jar>upstream') }
assert !new File(basedir, 'machine-b').list().any { it.startsWith('hardening-downloads') }
assert log =~ /\d+ files locked, \d+ in place, [1-9]\d* to fetch/
assert log =~ /(\d+) of \1 files fetched, each with the locked bytes/

// The third machine's mirror: refused by name, and nothing of it is left.
def expected = lock.find { it.endsWith(jar) }.substring(0, 64)
assert log =~ /\d+ locked files? could not be had with the locked bytes/
assert log =~ "$jar: mirror \\(http://127.0.0.1:\\d+/other\\) has other bytes: locked $expected, actual [0-9a-f]{64}"
assert !new File(basedir, "machine-c/$jar").exists()
return true
