def log = new File(basedir, 'build.log').text
def version = new File(basedir, 'maven.version').text
def locked = new File(basedir, 'marker-of-the-locked-plugin')
def other = new File(basedir, 'marker-of-the-other-plugin')

assert locked.isFile() : 'the plugin that was locked runs'
if (version =~ /^3\.[0-8]\./) {
    assert other.isFile() : 'this Maven lets nobody look first'
    assert log.contains('artifact-mismatch') : 'but it is told at the end'
    assert log.contains('before the first goal ran')
} else {
    assert !other.exists() : "the other plugin's code ran on Maven $version"
    assert log.contains('it was refused before any of it was loaded')
    assert log.contains('each file was compared with the lock before Maven loaded anything of it') : 'the second build'
}
return true
