def log = new File(basedir, 'build.log').text

assert log =~ /security-insights.yml:4:\d+ security-insights-stale /
