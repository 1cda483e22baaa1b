// A checkout of its own: the root must not be found above.
new File(basedir, '.git').mkdir()
new File(basedir, 'b/lib').mkdirs()
new File(basedir, 'b/lib/checked-in.jar').text = 'abc'
new File(basedir, '.mvn/wrapper').mkdirs()
new File(basedir, '.mvn/wrapper/maven-wrapper.properties').text =
        'distributionUrl=https://repo.example.org/maven2/org/apache/maven/apache-maven/3.9.11/apache-maven-3.9.11-bin.zip\n' +
        "distributionSha256Sum=${'0d' * 32}\n"
return true
