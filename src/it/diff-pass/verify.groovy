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
