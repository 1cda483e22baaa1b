def log = new File(basedir, 'build.log').text

// The root's goal saw the workflow, the module's the missing file: one report holds both, although the build failed.
def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/hardening/hardening.json'))
assert json.findings*.check.toSet().containsAll(['unpinned-uses', 'security-insights-missing'])
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/hardening/hardening.sarif'))
assert sarif.runs[0].results*.ruleId.toSet().containsAll(['unpinned-uses', 'security-insights-missing'])
assert !new File(basedir, 'a/target/hardening').exists()
