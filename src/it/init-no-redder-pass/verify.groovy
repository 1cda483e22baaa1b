def slurper = new groovy.json.JsonSlurper()
def before = slurper.parse(new File(basedir, 'target/before/hardening.json')).findings
def after = slurper.parse(new File(basedir, 'target/after/hardening.json')).findings
def told = { findings -> findings.collect { "${it.severity} ${it.check} ${it.message}" }.join('\n') }

assert before.size() > 5
assert before.any { it.check == 'missing-lock' } && before.any { it.check == 'security-insights-missing' }
// What is missing turns into what is asked: one finding for each file, and one for all that is not committed yet.
assert after.size() <= before.size() + 1 : "before:\n${told(before)}\nafter:\n${told(after)}"
def high = { findings -> findings.count { it.severity == 'high' || it.severity == 'critical' } }
assert high(after) <= high(before) : "before:\n${told(before)}\nafter:\n${told(after)}"
assert after.count { it.check.startsWith('security-insights') } == 1
assert after.find { it.check == 'security-insights-schema' }.message.contains('questions are open')
assert after.count { it.check == 'codeowners' } == 1
assert after.count { it.check == 'gate-untracked' } == 1
assert !after.any { it.check == 'missing-lock' }
assert !before.any { it.check == 'license-file' } && !after.any { it.check == 'license-file' }

// Nothing is claimed that only the POM, or its parent, claims; what the repository tells is filled in.
def insights = new File(basedir, 'security-insights.yml').text
assert !insights.contains('Developer') && !insights.contains('Somebody') && !insights.contains('EPL')
assert insights.contains('expression: "Apache-2.0"')
assert insights.contains('https://github.com/example/init-no-redder/blob/HEAD/LICENSE.txt')
assert insights =~ /last-updated: "\d{4}-\d\d-\d\d"/
assert new File(basedir, '.mvn/checksums/checksums.sha256').text.contains('foundation-parent-69.pom')
