// Sentences on one line each.
def log = new File(basedir, 'build.log').text.replaceAll(/\R\[\w+\] {5}/, ' ')
def config = new File(basedir, 'sub/.mvn/maven.config').readLines()

assert new File(basedir, '.mvn/checksums/checksums.sha256').isFile() : 'one lock, at the root of the checkout'
assert !new File(basedir, 'sub/.mvn/checksums').exists()
assert config.contains('-Daether.trustedChecksumsSource.summaryFile.basedir=${session.rootDirectory}/../.mvn/checksums/')
assert !new File(basedir, '.mvn/maven.config').exists() : 'Maven would not read it'
assert log =~ /Maven itself compared each file with the lock as well|this Maven does not support the comparison/

def line = { String text -> config.findIndexOf { it.endsWith(text) } + 1 }
assert log.contains("sub/.mvn/maven.config:${line('hardening.root=../decoy')}:1 verification-bypass ")
assert log.contains("sub/.mvn/maven.config:${line('enforcer.skip=true')}:1 verification-bypass ")
assert log.contains('hardening.root was ignored')
assert log =~ / unlocked-artifact org\.example\.folders:ext:jar:1\.0 .*extensions\.xml/
assert !new File(basedir, 'decoy/target').exists()

assert log.contains('The build was stopped before any goal ran: 1 file differs from the lock') : 'nor does the guard follow'
assert log =~ /org\.example\.folders:lib:jar:1\.0 differs from the lock/
return true
