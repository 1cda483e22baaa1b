import groovy.json.JsonSlurper

context['server'].stop(0)
def log = new File(basedir, 'build.log').text
// What is wider than the log stands on several lines.
def joined = log.replaceAll(/\R\[\w+\] {4,}/, ' ')
def runs = log.split('Scanning for projects')
def known = new JsonSlurper().parse(new File(basedir, '.mvn/hardening-lock.json'))
def alice = (new File(basedir, '.mvn/hardening-keys.list').text =~ /0x(\w+)/)[0][1]

assert runs.length == 8
assert runs[1].contains('2 signatures could not be fetched; run the goal again for them:')
['jar', 'pom'].each { assert runs[1] =~ /  signed: .*: org\/example\/signed\/lib\/1\.0\/lib-1\.0\.$it/ }
assert !runs[2].contains('could not be fetched')
assert known.files['org/example/signed/lib/1.0/lib-1.0.jar'].signer == alice
assert known.files['org/example/signed/lib/1.0/lib-1.0.jar'].signedSha256 ==~ /[0-9a-f]{64}/
assert known.signers['org.example.signed:lib'].keys == [alice]
assert log.contains('org.example.signed:lib is signed by another key than its earlier releases')
assert joined =~ / signature-untrusted-key org.example.signed:lib:jar:2.0 is signed by 0x[0-9A-F]{40}/
assert joined.contains(" signature-signer-changed org.example.signed:lib:2.0 is signed by")
assert log.contains('Signatures are invalid, nothing was written')
assert log.contains('lib-3.0.jar.asc: it is for other bytes')
assert !new File(basedir, '.mvn/checksums/checksums.sha256').text.contains('lib-3.0')

def draft = new File(basedir, 'nobody/.mvn/hardening-keys.list').readLines()
assert draft.every { it.startsWith('#') } : draft
// Her signature names a subkey, which nobody knows for hers without her key.
assert draft.any { it ==~ /# org\.example\.signed:lib = 0x[0-9A-F]{40}/ }
assert runs[7].contains('no signature was verified, as there are no keys in .mvn/hardening-keyring.asc')
assert !new File(basedir, 'nobody/.mvn/hardening-lock.json').text.contains('signer"')
return true
