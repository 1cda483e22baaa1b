def log = new File(basedir, 'build.log').text

def lock = new File(basedir, '.mvn/checksums/checksums.sha256').readLines()
assert lock.size() > 20
assert log.contains("checksums.sha256 written: ${lock.size()} files locked")
assert !lock.any { it.contains('initreactor') }
// No repository was asked for a module, not even which snapshot is the latest; Maven 4 asks for POMs of modules that a build
// leaves out, and what it gets is not locked.
if (!log.contains('--- hardening:')) {
    assert !new File(localRepositoryPath, 'org/example/it/initreactor').exists()
    assert !(log =~ /Download\w+ from [^\n]*initreactor/)
}
// The whole reactor is locked, and the check that follows agrees.
assert !log.contains(' missing-lock ')
assert !log.contains(' unlocked-artifact ')
// A build of one module says which other one it would need, and how to have it.
assert log =~ /Not locked: org.example.it.initreactor:b:[^\n]*it is a module of this repository that is not part of this build/
assert log.contains("run 'mvn install' at the repository's root first")
// It ends in what to do next.
assert log.contains('Next, once they are answered:')
assert log =~ /    git add security-insights.yml .*checksums.sha256/
