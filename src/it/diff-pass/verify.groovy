def read = { new groovy.json.JsonSlurper().parse(new File(basedir, it)) }
def log = new File(basedir, 'build.log').text

def change = read('target/hardening/hardening-diff.json')
assert change.compared && change.base == 'HEAD~1'
def by = change.artifacts.collectEntries { [it.artifact, it] }
def concerns = { by[it].notices*.concern }
assert change.artifacts[0].artifact == 'org.example.it.diff:bad' && change.artifacts[0].kind == 'replaced'
assert concerns('org.example.it.diff:bad') == ['bytes']
assert concerns('org.example.it.diff:lib') == ['signer', 'origin', 'native', 'licence']
assert by['org.example.it.diff:lib'].versions == [gone: ['1.0'], come: ['1.1'], kept: []]
assert by['org.example.it.diff:lib'].after.published == '2026-01-01'
assert concerns('org.fasterxml.jackson.core:jackson-databind') == ['lookalike']
// No POM names it: the life cycle does.
assert by['org.apache.maven.plugins:maven-compiler-plugin'].roles == ['plugin']
assert by['org.example.it.diff:gone'].kind == 'removed'
assert change.notices*.concern == ['origin']

assert log.contains('The lock differs from HEAD~1: 1 with other bytes, 2 updated, 1 new, 1 removed; 0 artifacts unchanged')
assert log.contains('other bytes: org/example/it/diff/bad/1/bad-1.jar had the SHA-256 ' + '2' * 64 + ' and has ' + '5' * 64)
assert log.contains('org.example.it.diff:lib  1.0 -> 1.1  (published on 2026-01-01; BUSL-1.1)')
assert log.contains('native code: holds machine code: linux/liba.so; not so 1.0')
assert log.contains('licence: BUSL-1.1, before MIT')
assert log.contains('Not known: what runs in the build and machine code are not known of 3 files: ')
assert log.contains('Wrote target/hardening/hardening-diff.md (also .json)')
def markdown = new File(basedir, 'target/hardening/hardening-diff.md').text
assert markdown.startsWith('## What this change brings')
assert new File(basedir, 'summary.md').text == markdown

// What cannot be compared is no change that brings nothing.
assert log.contains('The lock cannot be compared with nowhere: it is not known here')
assert !read('target/nowhere/hardening-diff.json').compared
assert log.contains('There is nothing to compare the lock with: this build is not of a pull or merge request')
assert !read('target/push/hardening-diff.json').compared
def first = read('target/first/hardening-diff.json')
assert first.artifacts.size() == 4 && first.artifacts.every { it.kind == 'added' }
assert log.contains('HEAD~2 has no lock (.mvn/checksums/checksums.sha256): all of this one is new')
assert !log.contains('The lock is what it is')

// The reports of a check have the same, and its verdict rests on none of it.
def changed = read('target/changed/hardening.json')
def without = { json -> json.findAll { !(it.key in ['schemaVersion', 'tool', 'compared']) } }
assert changed.lockChange == without(change)
assert read('target/policy/hardening.json').lockChange == changed.lockChange
def same = read('target/same/hardening.json')
def none = read('target/none/hardening.json')
def absent = read('target/absent/hardening.json')
[same, none, absent].each { assert !it.containsKey('lockChange') && it.verdict == changed.verdict }
def gap = 'the lock cannot be compared with nowhere: it is not known here; fetch the whole history (fetch-depth: 0)'
assert absent.families.find { it.id == 'dependencies' }.gaps.contains(gap)
[changed, same, none].each { json -> assert !json.families*.gaps.flatten().any { it.contains('cannot be compared') } }

def page = { new File(basedir, "target/$it/hardening.html").text }
assert page('changed').contains('>What this change brings</h2>') && !page('same').contains('What this change brings')
assert new File(basedir, 'target/site/hardening.html').text.contains('>What this change brings</h2>')
def summaryOf = { new File(basedir, "target/$it/hardening.md").text }
assert summaryOf('changed').contains('\n### What this change brings\n') && !summaryOf('same').contains('What this change brings')
assert summaryOf('changed').contains(markdown.substring(markdown.indexOf('| artifact |'), markdown.indexOf('Not known:')))
// As the POM does not have the plugin, by its full name.
def line = ~/\[INFO\] The lock changes 5 artifacts against HEAD~1 \(1 with other bytes, 2 updated, 1 new, 1 removed\); 'mvn io\.github\.[^ ]+:diff -Dhardening\.base=HEAD~1' lists them/
assert (log =~ line).count == 2
assert log.count('The lock changes ') == 2

// Where the lock is that of the base, nothing is loaded to compare locks. Of every goal Maven looks at the methods, whose types it loads.
def loaded = new File(basedir, 'classes.log').text
assert loaded.contains('io.github.mavenhardening.core.source.ChangeSince ')
def ofChange = (loaded =~ /io\.github\.mavenhardening\.core\.lock\.change\.[\w$]+/).collect { it }
assert ofChange - 'io.github.mavenhardening.core.lock.change.LockChange' == []
