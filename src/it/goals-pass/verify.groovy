context['server']?.stop(0)
def log = new File(basedir, 'build.log').text
def json = { new groovy.json.JsonSlurper().parse(new File(basedir, it)) }

assert log =~ /Wrote \.mvn\/hardening-baseline\.json: \d+ known findings/
assert json('.mvn/hardening-baseline.json').findings.any { it.check == 'unpinned-uses' && it.subject == 'actions/checkout@v6' }

assert log.contains('The lock differs from HEAD~1: ')
assert json('target/hardening/hardening-diff.json').artifacts*.artifact == ['org.example:lib']

def history = json('target/hardening/hardening-history.json')
assert history.points.size() == 2 && history.points.every { it.looked && it.checks['unpinned-uses'] == 1 }

def forge = json('.mvn/hardening-forge.json')
assert log =~ /(Hardening passed: |FAILED, which fails no build)/
assert forge.repository == 'my-org/app' && forge.rights == 'admin'

assert log.contains('security-insights-missing')
assert log.contains('unpinned-uses: ')
assert log.contains('unpinned-images') : 'hardening:list-checks'
assert log.contains('hardening:fix-') || log.contains('hardening:security-insights') : 'hardening:help'
assert json('target/hardening-aggregate/hardening-aggregate.json').repositories.size() == 1
return true
