def builds = new File(basedir, 'build.log').text.split('Scanning for projects')
def version = new File(basedir, 'maven.version').text
def split = !version.startsWith('3.6') && !version.startsWith('3.8')
def jars = []
new File(basedir, 'alone').eachFileRecurse { if (it.name == 'lib-1.0.jar') { jars << it } }

assert jars*.text == ['two']
assert jars[0].path.replace('\\', '/').contains('/alone/cached/split') == split : 'where this Maven puts what it downloads'
assert builds.length == 3
assert builds[1].contains(' unlocked-artifact io.github.mavenhardening:hardening-maven-plugin:jar:') : 'the plugin was found'
assert !builds[1].contains('artifact-mismatch')
assert !builds[1].contains('org.example.split:lib')
assert builds[2].contains(' artifact-mismatch org.example.split:lib:jar:1.0')
return true
