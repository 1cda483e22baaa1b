import java.util.jar.JarOutputStream
import java.util.zip.ZipEntry

// Checkouts of their own: the roots must not be found above.
['one', 'two', 'three'].each { new File(basedir, "${it}/.git").mkdir() }

['1.0': 'critical', '2.0': 'high'].each { version, failOn ->
    def folder = new File(localRepositoryPath, "org/example/organisation/policy/${version}")
    folder.mkdirs()
    new File(folder, "policy-${version}.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.organisation</groupId>
  <artifactId>policy</artifactId>
  <version>${version}</version>
</project>
"""
    new JarOutputStream(new FileOutputStream(new File(folder, "policy-${version}.jar"))).withCloseable { jar ->
        jar.putNextEntry(new ZipEntry('META-INF/hardening/policy.yml'))
        jar.write("""fail-on: ${failOn}
maximum: {low: 20}
checks:
  artipacked: {severity: high}
final: [fail-on, checks.artipacked]
""".bytes)
        jar.closeEntry()
    }
}
return true
