// Sentences on one line each.
def log = new File(basedir, 'build.log').text.replaceAll(/\R\[\w+\] {5}/, ' ')

assert new File(basedir, '.mvn/maven.config').text.contains('-Daether.artifactResolver.postProcessor.trustedChecksums=true\n')
assert log =~ /Hardening passed.*: .*artifacts, no findings/
assert log =~ /Maven itself compared each file with the lock as well|this Maven does not support the comparison/
return true
