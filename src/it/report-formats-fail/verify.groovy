import groovy.json.JsonSlurper

def reports = new File(basedir, 'target/hardening')
assert reports.list().toList().toSorted() == ['gl-code-quality-report.json', 'gl-sast-report.json', 'hardening-junit.xml',
        'hardening.json', 'hardening.md', 'hardening.sarif']
def read = { new JsonSlurper().parse(new File(reports, it)) }

// The version, and no word of the credentials.
def repository = read('hardening.json').repository
assert repository.uri == 'https://git.example.org/octo/app'
assert repository.branch == 'trunk'
assert repository.commit ==~ /[0-9a-f]{40}/
reports.eachFile { assert !it.text.contains('user:secret') }

// What is suppressed stands in JSON alone.
def run = read('hardening.sarif').runs[0]
def shown = run.results.findAll { it.ruleId == 'unpinned-uses' }
assert shown.size() == 1
assert shown[0].locations[0].physicalLocation.region.snippet.text == 'acme/action@v4'
assert run.versionControlProvenance[0].revisionId == repository.commit
assert read('hardening.json').findings.findAll { it.check == 'unpinned-uses' }.size() == 2
assert read('gl-code-quality-report.json').findAll { it.check_name == 'unpinned-uses' }.size() == 1
def scan = read('gl-sast-report.json').scan
assert scan.start_time ==~ /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d/
assert new groovy.xml.XmlSlurper().parse(new File(reports, 'hardening-junit.xml')).testsuite.find { it.@name == 'workflows' }.@failures == 1

// Three modules ask, and the job is told once, at the beginning of a line.
def commands = new File(basedir, 'build.log').readLines().findAll { it.startsWith('::') }
assert commands.count { it.startsWith('::error file=.github/workflows/ci.yml,line=8,') } == 1
assert new File(basedir, 'summary.md').text == '# Tests\n\n' + new File(reports, 'hardening.md').text
