import groovy.json.JsonSlurper

// What is wider than the log stands on several lines.
def log = new File(basedir, 'build.log').text.replaceAll(/\R\[\w+\] {4,}/, ' ')
def builds = log.split('BUILD (?=SUCCESS|FAILURE)')
def closing = { it.readLines().find { line -> line =~ /(Hardening passed|FAILED)/ } }
assert builds.size() >= 9

// Everything is red, and is written down; then it is green, and says how much it knows.
assert builds[0].contains(' unpinned-uses ')
assert builds[1].contains('Wrote .mvn/hardening-baseline.json: ')
def known = (builds[1] =~ /baseline\.json: (\d+) known findings/)[0][1] as int
assert known > 4
assert closing(builds[2]).contains("${known} known (baseline of .mvn/hardening-baseline.json)")
assert closing(builds[2]).contains('Hardening passed')
assert !builds[2].contains(' unpinned-uses ')

// One more is new, alone; a baseline does not grow by itself.
assert closing(builds[3]).contains("FAILED: 1 finding of severity high")
assert closing(builds[3]).contains("${known} known")
assert builds[3].contains('actions/cache@v5')
assert !builds[3].contains('actions/checkout@v6')
assert builds[3].contains('(new)')
assert builds[4].contains('1 new finding is not added: a baseline only shrinks')
assert builds[4].contains("is up to date: ${known} known findings")

// One fewer: it shrinks, and stays green.
assert builds[5].contains('no longer needed: .github/workflows/ci.yml [unpinned-uses] actions/setup-java@v5')
assert builds[5].contains("Wrote .mvn/hardening-baseline.json: ${known - 1} known findings")
assert closing(builds[6]).contains("${known - 1} known")
assert builds[8].contains('a baseline is never written in a CI service (CI is set)')

def baseline = new JsonSlurper().parse(new File(basedir, '.mvn/hardening-baseline.json'))
assert baseline.findings.sum { it.count } == known - 1
assert baseline.findings.any { it.check == 'unpinned-uses' && it.path == '.github/workflows/ci.yml' && it.subject == 'actions/checkout@v6' && it.count == 1 }
assert !baseline.findings.any { it.subject.contains('cache') || it.subject.contains('setup-java') }
assert baseline.checks.contains('unpinned-uses')
