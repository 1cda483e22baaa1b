def log = new File(basedir, 'build.log').text
// What is wider than the log stands on several lines.
def builds = log.replaceAll(/\R\[\w+\] {4,}/, ' ').split(/(?m)^.*Reactor Build Order:.*$/).drop(1).takeRight(3)

// What a module adds is compared when its turn comes, however little it is; what else there is, is locked.
assert builds[0].contains('(hardening) on project reactor-adds-fail-b: 1 finding of severity high or above')
assert builds[0].readLines().any {
    it =~ / artifact-mismatch org\.example\.adds:lib:jar:1\.0/ && it.contains('used by org.example.it:reactor-adds-fail-b:1.0')
}

assert builds[1].contains('(hardening) on project reactor-adds-fail-b: 1 finding of severity high or above')
assert builds[1].contains(' unlocked-artifact org.example.adds:lib:jar:1.0')

// A goal of the command line runs in the top project alone, and speaks for all modules.
assert builds[2].contains(' on project reactor-adds-fail: 1 finding of severity high or above')
assert builds[2].contains(' unlocked-artifact org.example.adds:lib:jar:1.0')
assert builds[2].contains('used by org.example.it:reactor-adds-fail-b:1.0')
return true
