import groovy.json.JsonSlurper

context['server']?.stop(0)
def log = new File(basedir, 'build.log').text
def snapshot = new JsonSlurper().parse(new File(basedir, '.mvn/hardening-forge.json'))

assert snapshot.forge == 'gitlab'
assert snapshot.repository == 'my-org/sub/app'
assert snapshot.rights == 'admin'
assert snapshot.gitLab.branches.main.push == ['no one']
assert snapshot.gitLab.jobTokenLimited == true
assert snapshot.gitLab.variables.CENTRAL_TOKEN.masked == false
assert snapshot.gitLab.pushRules.unknown =~ /not offered on this plan/
assert snapshot.gitLab.groupVariables.unknown =~ /404/

// The decrypted token reached the forge with every question, of one run alone, and stands nowhere; nor does a variable's value.
assert context['strangers'].empty
assert context['asked'].count('/api/v4/projects/my-org%2Fsub%2Fapp') == 1
def given = ['setup.groovy', 'verify.groovy']
basedir.eachFileRecurse(groovy.io.FileType.FILES) {
    assert it.name in given || !(it.text =~ /(token|value)OfTheIntegrationTest/)
}

assert log =~ /The variable 'CENTRAL_TOKEN' of the project is neither protected nor masked/
assert log =~ /The password of the server 'broken' in settings\.xml cannot be decrypted/
assert log =~ /The password of the server 'gitlab' in settings\.xml cannot be decrypted/
return true
