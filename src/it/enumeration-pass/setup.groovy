import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
new File(basedir, 'alone').deleteDir()
// Nothing but the plugin itself, as it was just built.
def plugin = 'io/github/mavenhardening/hardening-maven-plugin'
new File(basedir, "alone/$plugin").mkdirs()
new File(localRepositoryPath, plugin).eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def copy = new File(basedir, "alone/$plugin/" + new File(localRepositoryPath, plugin).toPath().relativize(file.toPath()))
    copy.parentFile.mkdirs()
    copy.bytes = file.bytes
}
new File(basedir, 'app/libs').mkdirs()
new File(basedir, 'app/libs/checked-in.jar').withOutputStream { out ->
    def zip = new ZipOutputStream(out)
    zip.putNextEntry(new ZipEntry('content.txt'))
    zip.finish()
}
return true
