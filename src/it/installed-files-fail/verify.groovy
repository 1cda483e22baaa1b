import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
// What is wider than the log stands on several lines.
def builds = log.replaceAll(/\R\[\w+\] {4,}/, ' ').split('Scanning for projects').drop(1)
assert builds.size() == 6

// Locked: the folder that the plugin's configuration names, and the file that the user does.
assert builds[0] =~ /\+ web\/target\/node \(installed, [\w-]+\): 3 entries of \.mvn\/hardening-lock\.json/
assert builds[0].contains('+ tools/generator (installed, ')

// As it was locked: nothing is found, that the plugin compares no digest neither.
assert builds[1] =~ /Hardening passed: \d+ artifacts, no findings/
assert !builds[1].contains('unverified-plugin-download')

// Other bytes, each with the place: a file, the folder of which there are too many, and what was not locked.
assert builds[2].contains('FAILED: 3 findings of severity high or above')
assert builds[2] =~ /installed-mismatch web\/target\/node\/node differs from the lock for [\w-]+: expected SHA-256 \w{64} \(11 bytes\), actual SHA-256 \w{64} \(15 bytes\)/
assert builds[2] =~ /installed-mismatch web\/target\/node\/node_modules\/npm\/lib\/ differs from the lock for [\w-]+: expected SHA-256 \w{64} of 120 files/
assert builds[2].contains('unlocked-installation 1 file is installed in web/target/node and not locked: web/target/node/npx')

// Another system.
assert builds[3].contains('unlocked-installation web/target/node is not locked for other-system: 122 files are installed there')
assert builds[3] =~ /Locked for [\w-]+, you run other-system: run 'mvn verify hardening:lock' there, too/

// New bytes want a name.
assert builds[4].contains('What plugins installed has changed, nothing was written')
assert builds[4].contains('-Dhardening.accept=web/target/node:')
assert builds[5] =~ /~ web\/target\/node \(installed, [\w-]+\): 4 entries/

// The new bytes are locked, and pruning took nothing that is there.
def installed = new JsonSlurper().parse(new File(basedir, '.mvn/hardening-lock.json')).installed
assert installed.keySet() == ['tools/generator', 'web/target/node'] as Set
def systems = installed['web/target/node']
assert systems.size() == 1
assert systems.every { it.value.node.size == 15 }
assert systems.every { it.value.keySet() == ['node', 'node_modules/npm/index.js', 'node_modules/npm/lib/', 'npx'] as Set }
return true
