import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()

// A core extension and a library, as if installed on this machine.
['ext', 'lib'].each { name ->
    def folder = new File(localRepositoryPath, "org/example/folders/$name/1.0")
    folder.deleteDir()
    folder.mkdirs()
    new File(folder, "$name-1.0.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.folders</groupId>
  <artifactId>$name</artifactId>
  <version>1.0</version>
</project>
"""
    new File(folder, "$name-1.0.jar").withOutputStream { out ->
        def zip = new ZipOutputStream(out)
        zip.putNextEntry(new ZipEntry('content.txt'))
        zip.finish()
    }
}

// Maven 3 takes a prefix that nothing declares, and any Maven a file of any size.
def prefix = basedir.parentFile.name.startsWith('it-4') ? '' : ' xsi:schemaLocation="none"'
new File(basedir, 'later/extensions.xml').text = """<extensions$prefix>
  <!-- ${'long ' * 300000} -->
  <extension>
    <groupId>org.example.folders</groupId>
    <artifactId>ext</artifactId>
    <version>1.<!-- what is in between parts nothing -->0</version>
  </extension>
</extensions>
"""
return true
