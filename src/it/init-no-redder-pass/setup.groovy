def git = { String... arguments ->
    def process = (['git', *arguments] as List<String>).execute(null, basedir)
    assert process.waitFor() == 0 : process.err.text
}
new File(basedir, '.gitignore').text = 'target/\nbuild.log\ninvoker.properties\n*.groovy\ninterpolated-pom.xml\n'
git('init', '-q')
git('remote', 'add', 'origin', 'https://github.com/example/init-no-redder.git')
git('add', '-A')

// The parent comes from elsewhere, as that of a foundation does.
def folder = new File(localRepositoryPath, 'org/example/it/foundation/foundation-parent/69')
folder.mkdirs()
def developers = (1..17).collect { "<developer><name>Developer ${it}</name></developer>" }.join()
new File(folder, 'foundation-parent-69.pom').text = """<project><modelVersion>4.0.0</modelVersion>
<groupId>org.example.it.foundation</groupId><artifactId>foundation-parent</artifactId><version>69</version><packaging>pom</packaging>
<url>https://foundation.example.org/</url>
<licenses><license><name>EPL-2.0</name></license></licenses>
<scm><url>https://github.com/foundation/parent</url><connection>scm:git:https://github.com/foundation/parent</connection></scm>
<developers>${developers}</developers></project>"""
return true
