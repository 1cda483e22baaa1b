def log = new File(basedir, 'build.log').text

assert log =~ /\.github\/workflows\/ci\.yml:\d+:\d+ example-unnamed-workflow The workflow has no name/
assert log.contains('fail-on.severity: low  (org.example.custom:custom-checks:1.0!/META-INF/hardening/policy.yml:1)')
assert log =~ /FAILED: \d+ findings? of severity low or above/
