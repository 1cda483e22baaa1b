def log = new File(basedir, 'build.log').text
def pom = new File(basedir, 'pom.xml').text

assert pom.contains('''\
        <groupId>org.example.made</groupId>
        <artifactId>made-maven-plugin</artifactId>
        <version>1.10</version>
      </plugin>
''')
assert pom.contains('<!-- No version, and no goal: it is only declared. -->')
assert pom.readLines().count { it.contains('<version>') } == 2
assert log.contains('Fixed 1 finding in 1 file')
assert log =~ /No finding has a fix that can be made safely\s/ : 'the second run'
return true
