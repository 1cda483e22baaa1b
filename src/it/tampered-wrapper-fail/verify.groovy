import java.security.MessageDigest
import java.util.concurrent.TimeUnit

def home = (new File(basedir, 'build.log').text =~ /(?m)Maven home: (.+?)(?:\u001b.*)?$/)[0][1]
def settings = new File(basedir.parentFile, 'interpolated-settings.xml')
def page = new File(basedir.parentFile.parentFile.parentFile, 'src/site/markdown/lock.md')
def ran = new File(basedir, 'ran')
def dists = new File(basedir, 'user-home/wrapper/dists')
def server = context['server']
def address = "http://${InetAddress.loopbackAddress.hostAddress}:${server.address.port}/org/apache/maven/apache-maven/3.9.16/apache-maven-3.9.16-bin.zip"
def sha256 = { File file -> MessageDigest.getInstance('SHA-256').digest(file.bytes).encodeHex().toString() }

def fetcher = (new File(basedir, 'pom.xml').text =~ /(?s)<plugin>.*?<groupId>(.*?)<.*?<artifactId>(.*?)<.*?<version>(.*?)</)[0][1..3].join(':')

def run = { File folder, Object... command ->
    def log = new File(basedir, 'run.log')
    def builder = new ProcessBuilder(command*.toString()).directory(folder).redirectErrorStream(true).redirectOutput(log)
    ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy', 'MVNW_REPOURL', 'MVNW_USERNAME', 'MVNW_PASSWORD'].each { builder.environment().remove(it) }
    builder.environment().putAll([MAVEN_USER_HOME: new File(basedir, 'user-home').path, MAVEN_OPTS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'])
    def process = builder.start()
    try {
        assert process.waitFor(3, TimeUnit.MINUTES)
    } finally {
        process.destroyForcibly()
    }
    [status: process.exitValue(), log: log.text.replaceAll(/\R\[\w+\] {5}/, ' ')]
}
def wrapper = { File folder, Map properties ->
    ran.delete()
    new File(folder, '.mvn/wrapper/maven-wrapper.properties').text = properties.collect { "${it.key}=${it.value}\n" }.join()
    run(folder, 'sh', './mvnw', 'validate')
}
def check = { File folder ->
    run(folder, "$home/bin/mvn", '-o', '-B', '-s', settings.path, "-Dmaven.repo.local=$localRepositoryPath", 'hardening:dependencies').log
}
def says = { String title, String... cells ->
    def row = page.readLines().find { it.startsWith("| $title |") }
    assert row != null : title
    assert row.split(/\s*\|\s*/)[2..3] == (cells as List) : title
}
def outcome = { -> ran.file ? ran.text.trim() == 'meant' ? 'meant' : 'runs' : 'nothing runs' }
try {
    // The distribution, downloaded.
    def meant = [distributionType: 'only-script', distributionUrl: address, distributionSha256Sum: sha256(context['distributions']['meant'])]
    context['served'] = 'other'
    def result = wrapper(basedir, meant)
    def withSum = outcome()
    assert result.status != 0
    assert result.log.contains('Failed to validate Maven distribution SHA-256')
    assert !dists.directory || dists.listFiles()*.list().flatten().isEmpty()
    result = wrapper(basedir, meant.findAll { it.key != 'distributionSha256Sum' })
    assert result.status == 0
    says('distribution that the wrapper downloads', outcome(), withSum)
    assert check(basedir) =~ /\] \.mvn\/wrapper\/maven-wrapper\.properties.* wrapper-checksum .*The Maven distribution is downloaded and run without a checksum/

    // The distribution, unpacked before.
    dists.deleteDir()
    context['served'] = 'meant'
    assert wrapper(basedir, meant).status == 0
    assert outcome() == 'meant'
    def program = new File(dists, 'apache-maven-3.9.16').listFiles()[0].toPath().resolve('bin/mvn').toFile()
    program.text = program.text.replace('meant', 'other')
    assert wrapper(basedir, meant).status == 0
    withSum = outcome()
    assert wrapper(basedir, meant.findAll { it.key != 'distributionSha256Sum' }).status == 0
    says('distribution that was unpacked before', outcome(), withSum)
    wrapper(basedir, meant)
    // That of the other build, in with-jar, has none.
    assert !(check(basedir) =~ /\] \.mvn\/wrapper\/maven-wrapper\.properties.* wrapper-checksum/)

    // The wrapper's jar.
    def folder = new File(basedir, 'with-jar')
    def jar = new File(folder, '.mvn/wrapper/maven-wrapper.jar')
    def ofRelease = jar.bytes
    meant = [distributionType: 'bin', distributionUrl: meant.distributionUrl, distributionSha256Sum: meant.distributionSha256Sum, wrapperSha256Sum: sha256(jar)]
    jar.bytes = new File(basedir, 'other.jar').bytes
    result = wrapper(folder, meant)
    withSum = outcome()
    assert result.status != 0
    assert result.log.contains('Failed to validate Maven wrapper SHA-256')
    assert check(folder).contains("The wrapper's jar has SHA-256 ${sha256(jar)}, but wrapperSha256Sum says ${meant.wrapperSha256Sum}")
    assert wrapper(folder, meant.findAll { it.key != 'wrapperSha256Sum' }).status == 0
    says("wrapper's jar", outcome(), withSum)
    assert check(folder).contains("The wrapper's jar (SHA-256 ${sha256(jar)}) matches no known release")

    // Fetched by the lock, each runs without the server: the script the folder, the jar the zip.
    jar.bytes = ofRelease
    // A lock of one file that is there, for fetch refuses one of nothing.
    def pom
    new File(localRepositoryPath as String, 'org/apache/maven').eachFileRecurse { if (pom == null && it.name.endsWith('.pom')) { pom = it } }
    def locked = "${sha256(pom)}  ${(localRepositoryPath as File).toPath().relativize(pom.toPath()).join('/')}\n"
    def fetch = { File checkout, String type ->
        dists.deleteDir()
        new File(checkout, '.mvn/checksums').mkdirs()
        new File(checkout, '.mvn/checksums/checksums.sha256').text = locked
        new File(checkout, '.mvn/wrapper/maven-wrapper.properties').text = (meant + [distributionType: type]).collect { "${it.key}=${it.value}\n" }.join()
        run(new File(checkout, '.mvn'), "$home/bin/mvn", '-B', '-s', settings.path, "-Dmaven.repo.local=$localRepositoryPath", "$fetcher:fetch")
    }
    context['served'] = 'other'
    result = fetch(basedir, 'only-script')
    assert result.status != 0
    assert result.log.contains("has other bytes of org.apache.maven:apache-maven:zip:bin:3.9.16: locked $meant.distributionSha256Sum")
    context['served'] = 'meant'
    result = fetch(basedir, 'only-script')
    assert result.status == 0 : result.log
    ran.delete()
    assert run(basedir, 'sh', './mvnw', 'validate').status == 0
    assert outcome() == 'meant'
    result = fetch(folder, 'bin')
    assert result.status == 0 : result.log
    server.stop(0)
    run(folder, 'sh', './mvnw', 'validate')
    assert dists.listFiles()[0].listFiles()[0].toPath().resolve('apache-maven-3.9.16/bin/mvn').toFile().file
} finally {
    server.stop(0)
}
return true
