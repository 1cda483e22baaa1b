// A checkout of its own, with a lock that holds another hash of the plugin than is true.
new File(basedir, '.git').mkdir()
def version = new File(basedir, 'pom.xml').text.replaceAll(/(?s).*hardening-maven-plugin<\/artifactId>\s*<version>([^<]+)<.*/, '$1')
def lock = new File(basedir, '.mvn/checksums/checksums.sha256')
lock.parentFile.mkdirs()
lock.text = 'a' * 64 + "  io/github/mavenhardening/hardening-maven-plugin/$version/hardening-maven-plugin-${version}.jar\n"
return true
