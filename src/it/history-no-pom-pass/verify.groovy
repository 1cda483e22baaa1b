def read = { new groovy.json.JsonSlurper().parse(new File(basedir, it)) }

def history = read('target/hardening/hardening-history.json')
assert history.points*.name == ['v1.0', 'v1.1']
assert history.points*.time == ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z']
assert history.points.every { it.looked && it.gaps == [] }
assert history.points.collect { it.checks['unpinned-uses'] } == [1, null]
assert history.limits.any { it.startsWith('Dependencies are not looked at') }
def page = new File(basedir, 'target/hardening/hardening-history.html').text
assert page.contains('polyline') && page.contains('v1.1') && page.contains('\u22121 unpinned-uses')

def commits = read('target/commits/hardening-history.json')
assert commits.points.size() == 2 && commits.points[0].name == history.points[0].commit.substring(0, 10)

def log = new File(basedir, 'build.log').text
assert log.contains('2026-01-01  v1.0          FAILED')
assert log.contains('Wrote target/hardening/hardening-history.html (also .json)')
assert log.contains('hardening.each: Must be tags, commits or auto')
