import java.security.MessageDigest

// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
def version = new File(basedir, 'pom.xml').text.replaceAll(/(?s).*hardening-maven-plugin<\/artifactId>\s*<version>([^<]+)<.*/, '$1')
def jar = new File(localRepositoryPath, "io/github/mavenhardening/hardening-maven-plugin/$version/hardening-maven-plugin-${version}.jar")
new File(basedir, 'lockfile.json').text = """{
  "groupId": "org.example.it", "artifactId": "lock-import-fail", "version": "1.0", "lockFileVersion": 1,
  "mavenPlugins": [{
    "groupId": "io.github.mavenhardening", "artifactId": "hardening-maven-plugin", "version": "$version",
    "checksumAlgorithm": "SHA-256",
    "checksum": "${MessageDigest.getInstance('SHA-256').digest(jar.bytes).encodeHex()}"
  }]
}
"""
new File(basedir, 'verification-metadata.xml').text = """<verification-metadata>
  <components>
    <component group="io.github.mavenhardening" name="hardening-maven-plugin" version="$version">
      <artifact name="${jar.name}">
        <sha512 value="${'0' * 128}"/>
      </artifact>
    </component>
  </components>
</verification-metadata>
"""
return true
