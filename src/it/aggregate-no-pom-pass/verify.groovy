def folder = new File(basedir, 'target/hardening-aggregate')
assert new File(folder, 'hardening-aggregate.html').isFile()
assert new groovy.json.JsonSlurper().parse(new File(folder, 'hardening-aggregate.json')).repositories.size() == 1
assert basedir.list().every { !it.contains('$') }
assert new File(basedir, 'target').listFiles().any { new File(it, 'hardening.html').isFile() } : 'the page of the site'
assert new File(basedir, 'build.log').text.contains(' failed: target/hardening-aggregate/hardening-aggregate.html (also .json)')
return true
