import java.util.concurrent.TimeUnit

def home = (new File(basedir, 'build.log').text =~ /(?m)Maven home: (.+?)(?:\u001b.*)?$/)[0][1]
def settings = new File(basedir.parentFile, 'interpolated-settings.xml')
def config = new File(basedir, '.mvn/maven.config')
def pom = new File(basedir, 'pom.xml')
def marks = new File(basedir, 'ran-tampered')
def page = new File(basedir.parentFile.parentFile.parentFile, 'src/site/markdown/lock.md')
def comparing = config.text
def guarded = pom.text
def comparesItself = !(mavenVersion =~ /^3\.[0-8]\./)
def subjects = [
    'core-extension' : 'core extension',
    'build-extension' : 'build extension, under `<extensions>`',
    'extension-before': 'plugin with `<extensions>`, declared before this one',
    'extension-after' : 'plugin with `<extensions>`, declared after this one',
    'plugin' : 'plugin',
]

// The log of a build with other bytes in the place of some files, and then the locked ones again.
def tampered = { List<String> names, String... goals ->
    def jars = names.collectEntries { name -> [name, new File(localRepositoryPath, "org/example/code/$name/1.0/$name-1.0.jar")] }
    def locked = jars.collectEntries { name, jar -> [name, jar.bytes] }
    jars.each { name, jar -> jar.bytes = new File(basedir, "other/$name-1.0.jar").bytes }
    marks.delete()
    def log = new File(basedir, 'tampered.log')
    def command = ["$home/bin/mvn", '-o', '-B', '-s', settings.path, "-Dmaven.repo.local=$localRepositoryPath", *goals]*.toString()
    def builder = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true).redirectOutput(log)
    builder.environment().put('MAVEN_OPTS', '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC')
    def process = builder.start()
    try {
        assert process.waitFor(3, TimeUnit.MINUTES)
    } finally {
        process.destroyForcibly()
        jars.each { name, jar -> jar.bytes = locked[name] }
    }
    assert process.exitValue() != 0 : log.text
    log.text
}
def ran = { name ->
    def moments = marks.file ? marks.readLines().findAll { it.startsWith("$name: ") }.collect { it.split(': ')[1] } : []
    [[]: 'nothing', ['made']: 'constructor', ['made', 'projects read']: 'constructor, `afterProjectsRead`', ['goal']: 'goal'][moments]
}

// By the goal alone.
def outcomes = subjects.keySet().collectEntries { [it, []] }
config.text = ''
pom.text = guarded.replaceFirst(/(?s)(<version>[^<]*<\/version>\s*)<extensions>true<\/extensions>(\s*<\/plugin>\s*<plugin>\s*<groupId>org.example.code<\/groupId>\s*<artifactId>extension-after)/, '$1$2')
assert pom.text != guarded
def log = tampered(subjects.keySet() as List, 'validate', 'hardening:dependencies')
subjects.keySet().each { name ->
    outcomes[name] << ran(name)
    assert log =~ /artifact-mismatch org\.example\.code:$name:jar:1\.0 /
}
assert log.contains('files were compared with the lock when this goal ran')

// By the extension.
pom.text = guarded
log = tampered(subjects.keySet() as List, 'validate')
assert log.contains("The build was stopped before any goal ran: ${subjects.size()} files differ from the lock")
subjects.keySet().each { name ->
    outcomes[name] << ran(name)
    assert log.contains("org.example.code:$name:jar:1.0 differs from the lock")
}

// By Maven itself, which stops at the first: each alone.
config.text = comparing
(comparesItself ? subjects.keySet() : ['core-extension', 'extension-after']).each { name ->
    log = tampered([name], 'validate')
    if (comparesItself) {
        outcomes[name] << ran(name)
        // The extension is asked first where all others were in order.
        def byMaven = log =~ /org\.example\.code:$name:jar:1\.0.*(mismatch|Checksum validation failed)/
        assert name == 'plugin' ? log.contains('The build was stopped before any goal ran: 1 file differs') : byMaven
    } else {
        assert ran(name) == outcomes[name][1] : 'this Maven passes the lines over'
        assert log.contains('The build was stopped before any goal ran: 1 file differs from the lock')
    }
}

subjects.each { name, title ->
    def row = page.readLines().find { it.startsWith("| $title |") }
    assert row != null : "lock.md has no row for '$title', which ran: ${outcomes[name]}"
    def cells = row.split(/\s*\|\s*/)[2..4]
    assert cells.take(outcomes[name].size()) == outcomes[name] : title
}
return true
