def log = new File(basedir, 'build.log').text

assert log =~ /SECURITY-INSIGHTS.yml:5:\d+ high \[security-insights-expired\]/
assert log =~ /expired \d+ days ago/
