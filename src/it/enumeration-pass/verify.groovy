// Beside artifacts, a local repository holds what Maven notes about them and about versions.
def notes = ~/.*(\.sha1|\.sha256|\.sha512|\.md5|\.lastUpdated|\.repositories|\.lock|resolver-status\.properties|maven-metadata[^\/]*\.xml)/
def alone = new File(basedir, 'alone').toPath()
def onDisk = new TreeSet()
alone.toFile().eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def path = alone.relativize(file.toPath()).toString().replace('\\', '/')
    if (!(path ==~ notes) && !path.startsWith('.')) {
        onDisk << path
    }
}
// What nobody listened to is named, not locked: of a local repository that several builds fill it may be another's.
def beside = 'org/example/beside/1/beside-1.pom'
def log = new File(basedir, 'build.log').readLines()
assert log.count { it =~ /\[WARNING\] Not locked, though downloaded while this build ran, by a process .*: ${beside}$/ } == 1
assert onDisk.remove(beside)

def locked = new TreeSet(new File(basedir, '.mvn/checksums/checksums.sha256').readLines()
        .findAll { it =~ /^[0-9a-f]{64}  / }
        .collect { it.substring(66) })

assert locked.any { it.endsWith('app/libs/checked-in.jar') } : 'the file of system scope'
locked.removeIf { it.startsWith('./') || it.contains('checked-in') }
assert onDisk.size() > 250 : 'the build used many files'
assert onDisk - locked == [] as Set : 'what the build used and the lock does not cover'
assert locked - onDisk == [] as Set : 'what the lock names and the build did not bring'
println "enumeration: ${onDisk.size()} files on the disk, ${locked.size()} locked"
return true
