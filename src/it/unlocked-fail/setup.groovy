import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()

// Artifacts of its own, made anew: no other test uses them, so that they can be tampered with.
['lib', 'extra'].each { name ->
    def folder = new File(localRepositoryPath, "org/example/it/unlocked/${name}/1.0")
    folder.deleteDir()
    folder.mkdirs()
    new File(folder, "${name}-1.0.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.it.unlocked</groupId>
  <artifactId>${name}</artifactId>
  <version>1.0</version>
</project>
"""
    new ZipOutputStream(new FileOutputStream(new File(folder, "${name}-1.0.jar"))).withCloseable { zip ->
        zip.putNextEntry(new ZipEntry("${name}.txt"))
        zip.write(name.bytes)
        zip.closeEntry()
    }
}
return true
