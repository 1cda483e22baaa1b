import java.security.MessageDigest
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

def git = { String... arguments ->
    def process = new ProcessBuilder(['git', '-C', basedir.path, '-c', 'user.name=A', '-c', 'user.email=a@example.org',
        '-c', 'commit.gpgSign=false', '-c', 'init.defaultBranch=main'] + arguments.toList()).redirectErrorStream(true).start()
    def text = process.inputStream.text
    assert process.waitFor() == 0 : text
}
def local = { String path ->
    def file = new File(localRepositoryPath, path)
    file.parentFile.mkdirs()
    return file
}
def jar = { String path, List<String> names ->
    new ZipOutputStream(local(path).newOutputStream()).withCloseable { zip ->
        names.each { zip.putNextEntry(new ZipEntry(it)); zip.closeEntry() }
    }
}
def pom = { String path, String licence ->
    local(path).text = "<project><licenses><license><name>$licence</name></license></licenses></project>"
}
def lock = { Map<String, String> known, List<String> paths ->
    def lines = paths.collect { path ->
        def file = local(path)
        def hash = known[path] ?: MessageDigest.getInstance('SHA-256').digest(file.bytes).encodeHex().toString()
        "$hash  $path"
    }
    def target = new File(basedir, '.mvn/checksums/checksums.sha256')
    target.parentFile.mkdirs()
    target.text = lines.join('\n') + '\n'
}
def record = { String json ->
    new File(basedir, '.mvn/hardening-lock.json').text = json.replace('\'', '"')
}
def commit = { git('add', '.'); git('commit', '-q', '-m', 'm') }

def folder = 'org/example/it/diff'
jar("$folder/lib/1.0/lib-1.0.jar", ['a/A.class'])
pom("$folder/lib/1.0/lib-1.0.pom", 'MIT')
jar("$folder/lib/1.1/lib-1.1.jar", ['a/A.class', 'linux/liba.so'])
pom("$folder/lib/1.1/lib-1.1.pom", 'BUSL-1.1')
def compiler = 'org/apache/maven/plugins/maven-compiler-plugin'
def old = [("$compiler/3.0/maven-compiler-plugin-3.0.jar".toString()): '1' * 64, ("$folder/bad/1/bad-1.jar".toString()): '2' * 64,
    ("$folder/gone/1/gone-1.jar".toString()): '3' * 64]
def now = [("$compiler/3.1/maven-compiler-plugin-3.1.jar".toString()): '4' * 64, ("$folder/bad/1/bad-1.jar".toString()): '5' * 64,
    'org/fasterxml/jackson/core/jackson-databind/9/jackson-databind-9.jar': '6' * 64]

git('init', '-q')
git('add', 'pom.xml')
git('commit', '-q', '-m', 'm')
lock(old, old.keySet().toList() + ["$folder/lib/1.0/lib-1.0.jar".toString(), "$folder/lib/1.0/lib-1.0.pom".toString()])
record("{'version': 1, 'files': {'$folder/lib/1.0/lib-1.0.jar': {'origin': 'central', 'signer': '${'A' * 40}', 'signedSha256': '${'0' * 64}'}}}")
commit()
lock(now, now.keySet().toList() + ["$folder/lib/1.1/lib-1.1.jar".toString(), "$folder/lib/1.1/lib-1.1.pom".toString()])
record("{'version': 1, 'files': {'$folder/lib/1.1/lib-1.1.jar': {'origin': 'elsewhere', 'published': '2026-01-01', 'signer': '${'B' * 40}', 'signedSha256': '${'0' * 64}'}}}")
commit()

// Another result would stop the test.
return true
