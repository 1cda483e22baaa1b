import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
new File(basedir, 'app/libs').mkdirs()
new File(basedir, 'app/libs/checked-in.jar').withOutputStream { out ->
    def zip = new ZipOutputStream(out)
    zip.putNextEntry(new ZipEntry('content.txt'))
    zip.finish()
}
// The plugin as it was just built, for the build on another local repository.
def plugin = 'io/github/mavenhardening/hardening-maven-plugin'
def from = new File(localRepositoryPath, plugin)
new File(basedir, 'another').deleteDir()
from.eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def copy = new File(basedir, "another/$plugin/" + from.toPath().relativize(file.toPath()))
    copy.parentFile.mkdirs()
    copy.bytes = file.bytes
}
return true
