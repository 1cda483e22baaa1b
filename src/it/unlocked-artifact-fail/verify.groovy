def log = new File(basedir, 'build.log').text

// The plugin itself is among what the build used, with its POM and its dependencies.
assert log.contains(' unlocked-artifact io.github.mavenhardening:hardening-maven-plugin:jar:')
assert log.contains(' unlocked-artifact io.github.mavenhardening:hardening-maven-plugin:pom:')
assert log.contains(' unlocked-artifact org.yaml:snakeyaml:jar:')
assert log.contains('used by org.example.it:unlocked-artifact-fail:1.0 > io.github.mavenhardening:hardening-maven-plugin:')
assert log.contains("Run 'mvn hardening:lock'")
