// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()

// What a repository offers under the modules' names: it must not be asked for them.
def offer = { String artifact, String version ->
    def folder = new File(basedir, "squatter/org/example/it/initreactor/${artifact}/${version}")
    folder.mkdirs()
    new File(folder, "${artifact}-${version}.jar").text = 'not ours'
    new File(folder, "${artifact}-${version}.pom").text = """<project><modelVersion>4.0.0</modelVersion>
<groupId>org.example.it.initreactor</groupId><artifactId>${artifact}</artifactId><version>${version}</version></project>"""
    new File(folder, 'maven-metadata.xml').text = """<metadata><groupId>org.example.it.initreactor</groupId>
<artifactId>${artifact}</artifactId><version>${version}</version></metadata>"""
}
offer('a', '1.0')
offer('b', '1.0-SNAPSHOT')
// What a build by another Maven asked for before is not this one's.
new File(localRepositoryPath, 'org/example/it/initreactor').deleteDir()
return true
