import groovy.json.JsonSlurper

def name = 'hardening-sbom.cdx.json'
def file = new File(basedir, "target/hardening/$name")
def bom = new JsonSlurper().parse(file)
def log = new File(basedir, 'build.log').text
def text = file.getText('UTF-8')
def locked = new File(basedir, '.mvn/checksums/checksums.sha256').readLines().collectEntries { [it.substring(66), it.substring(0, 64)] }

def a = 'pkg:maven/org.example.it/sbom-pass-a@1.0?type=pom'
def b = 'pkg:maven/org.example.it/sbom-pass-b@1.0?type=pom'
def checkedIn = 'pkg:maven/org.example.it/checked-in@1.0?type=jar'
def commonsText = 'pkg:maven/org.apache.commons/commons-text@1.14.0?type=jar'
def lang = 'pkg:maven/org.apache.commons/commons-lang3@3.18.0?type=jar'

assert bom.specVersion == '1.6'
assert bom.metadata.timestamp == '2026-01-02T03:04:05Z'
assert bom.metadata.component.purl == 'pkg:maven/org.example.it/sbom-pass@1.0?type=pom'
assert bom.metadata.component.licenses*.license*.id == ['MIT']
// A file of system scope has no POM.
assert bom.metadata.properties == [[name: 'hardening:sbom:gap', value: 'No licence of org.example.it:checked-in:1.0: its POM is not on the disk']]
assert log.contains('No licence of org.example.it:checked-in:1.0: its POM is not on the disk')
assert bom.compositions == null

// What the product consists of: modules, dependencies with their scopes and hashes, none of the tests.
assert bom.components*.'bom-ref' == [lang, commonsText, checkedIn, a, b].sort()
def component = bom.components.collectEntries { [it.purl, it] }
assert component[lang].scope == 'required'
assert component[checkedIn].scope == 'optional'
assert component[commonsText].licenses*.license*.id == ['Apache-2.0']
assert component[commonsText].hashes == [[alg: 'SHA-256', content: locked['org/apache/commons/commons-text/1.14.0/commons-text-1.14.0.jar']]]
assert component[checkedIn].hashes[0].content == 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
def graph = bom.dependencies.collectEntries { [it.ref, it.dependsOn] }
assert graph[bom.metadata.component.purl] == [a, b]
assert graph[a] == [commonsText]
assert graph[b] == [checkedIn, a]
assert graph[commonsText] == [lang]
assert graph[lang] == []

// What it was built with: tests, plugins, POMs, the wrapper's distribution.
def built = bom.formulation[0].components.collectEntries { [it.'bom-ref', it] }
def role = { ref -> built[ref].properties.find { it.name == 'hardening:sbom:role' }.value }
assert role('pkg:maven/junit/junit@4.13.2?type=jar') == 'test'
assert role('pkg:maven/org.hamcrest/hamcrest-core@1.3?type=jar') == 'test'
assert role('pkg:maven/org.apache.commons/commons-text@1.14.0?type=pom') == 'pom'
assert role('pkg:maven/org.apache.maven/apache-maven@3.9.11?classifier=bin&type=zip') == 'wrapper'
assert built.keySet().any { it.contains('/hardening-maven-plugin@') && role(it) == 'plugin' }

// Each file has the hash that the lock has of it, and each dependency that is locked is there.
def hashed = (bom.components + bom.formulation[0].components).findAll { it.hashes && it.purl != null && !it.purl.contains('/apache-maven@') }
assert hashed.every { locked.containsValue(it.hashes[0].content) } : hashed.findAll { !locked.containsValue(it.hashes[0].content) }
def hashes = hashed*.hashes*.content.flatten() as Set
def used = locked.findAll { it.key =~ '^(./b/lib|org/apache/commons/commons-text/1.14.0|org/apache/commons/commons-lang3/3.18.0|junit/junit/4.13.2|org/hamcrest|com/fasterxml/jackson|org/bouncycastle|org/yaml)/' }
assert used.size() > 20
assert used.every { it.value in hashes } : used.findAll { !(it.value in hashes) }
def refs = (bom.components + bom.formulation[0].components)*.'bom-ref'
assert refs == refs.unique(false)
assert (bom.components + bom.formulation[0].components).every { it.hashes || it.purl in [a, b] }

// The same bytes for the same build, and nothing of this machine or of a registry.
assert new File(basedir, "b/target/again/$name").bytes == file.bytes
assert !text.contains(basedir.path.replace('\\', '/'))
assert !text.contains('repo.example.org')
assert log.readLines().count { it.contains("Wrote target/hardening/$name: 5 components, and ") } == 1

// A part says that it is one.
def part = new JsonSlurper().parse(new File(basedir, "a/target/part/$name"))
assert part.compositions*.aggregate == ['incomplete']
assert part.metadata.properties.any { it.value.contains('sbom-pass-b:1.0: it is a module that is not part of this build') }
assert log.contains('Not determined: org.example.it:sbom-pass-b:1.0: it is a module that is not part of this build')
assert log.replaceAll(/\R\[\w+\] {4,}/, ' ')
    .contains('hardening.prune removes what a whole build does not use, which this one is not: it is not of the whole reactor')

def called = new JsonSlurper().parse(new File(basedir, "b/target/called/$name"))
assert called.components == bom.components
