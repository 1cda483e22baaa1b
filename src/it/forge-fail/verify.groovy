import groovy.json.JsonSlurper

context['server']?.stop(0)
def log = new File(basedir, 'build.log').text
def file = new File(basedir, '.mvn/hardening-forge.json')
def snapshot = new JsonSlurper().parse(file)

// As it was when last asked; what was answered with 404 to an administrator is not there, or unknown, and never in order.
assert snapshot.rights == 'admin'
assert snapshot.environments.release.reviewers == ['team releasers']
assert snapshot.environments.release.secrets == [CENTRAL_TOKEN: '2026-11-01']
assert snapshot.immutableReleases == false
assert snapshot.hooks.unknown =~ /404/

// Every question had the token, which stands nowhere.
assert context['strangers'].empty
assert context['snapshots'].get() == 4
def given = ['invoker.properties', 'setup.groovy', 'verify.groovy']
basedir.eachFileRecurse(groovy.io.FileType.FILES) {
    assert it.name in given || !it.text.contains('tokenOfTheIntegrationTest')
}

// The builds by it, and the snapshot that Maven's -o refuses.
assert log =~ /Wrote \.mvn\/hardening-forge\.json: review it, and add it to Git/
assert log.count("The environment 'release' guards nothing") >= 1
assert log =~ /hardening:forge asks the forge for the repository's settings, and Maven runs offline \(-o\)/

// What was mended, in words; then nothing; then a forge that takes no token.
assert log =~ /2 settings changed since \d{4}-\d\d-\d\d:/
assert log =~ /environments \/ release \/ reviewers is now team releasers; it was none/
assert log =~ /environments \/ release \/ preventsSelfReview is now true; it was false/
assert log =~ /No setting has changed since \d{4}-\d\d-\d\d/
assert log =~ /\.mvn\/hardening-forge\.json is up to date/
assert log =~ /The forge could not be asked: the repository my-org\/app cannot be read: not allowed to see: the forge does not take the token \(401\)/
return true
