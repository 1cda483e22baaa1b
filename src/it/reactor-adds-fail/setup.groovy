import java.security.MessageDigest
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()

// A Maven repository of its own, so that no other test shares the file that is tampered with.
def project = new File(basedir, 'pom.xml')
project.text = project.text.replace('REPOSITORY_URL', new File(basedir, 'repository').toURI().toString())
new File(localRepositoryPath, 'org/example/adds').deleteDir()
def folder = new File(basedir, 'repository/org/example/adds/lib/1.0')
folder.mkdirs()
new File(folder, 'lib-1.0.pom').text = '''<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.adds</groupId>
  <artifactId>lib</artifactId>
  <version>1.0</version>
</project>
'''
new File(folder, 'lib-1.0.jar').withOutputStream { out ->
    def zip = new ZipOutputStream(out)
    zip.putNextEntry(new ZipEntry('content.txt'))
    zip.write('lib'.bytes)
    zip.close()
}
// Maven 4 takes no file without a checksum.
folder.listFiles().each { file ->
    new File(file.path + '.sha1').text = MessageDigest.getInstance('SHA-1').digest(file.bytes).encodeHex().toString()
}
return true
