def log = new File(basedir, 'build.log').text

assert log =~ /SECURITY-INSIGHTS.yml:5:\d+ security-insights-expired /
assert log =~ /expired \d+ days ago/
