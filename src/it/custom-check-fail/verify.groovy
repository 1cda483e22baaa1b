def log = new File(basedir, 'build.log').text

assert log =~ /\.github\/workflows\/ci\.yml:\d+:\d+ example-unnamed-workflow The workflow has no name/
