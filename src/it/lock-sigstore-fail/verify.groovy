import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def known = new JsonSlurper().parse(new File(basedir, '.mvn/hardening-lock.json'))
def file = known.files['org/example/bundled/lib/1.0/lib-1.0.xml']

assert log.contains("Add dev.sigstore:sigstore-java:2.0.0 to the plugin's <dependencies>")
assert file.identity.startsWith('https://github.com/sigstore/sigstore-java/.github/workflows/')
assert file.issuer == 'https://token.actions.githubusercontent.com'
assert file.identitySha256 ==~ /[0-9a-f]{64}/
assert log.contains('Sigstore bundles are invalid, nothing was written')
assert log.contains('lib-2.0.xml.sigstore.json: ')
assert !new File(basedir, '.mvn/checksums/checksums.sha256').text.contains('lib-2.0')
return true
