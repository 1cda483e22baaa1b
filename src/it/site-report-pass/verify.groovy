// Findings stand in the site, and fail nothing.
def page = new File(basedir, 'target/site/hardening.html').text
assert page.contains('unpinned-uses')
assert page.contains('octo/action@v1')

// It is about the repository as a whole.
assert new File(basedir, 'a/target/site').isDirectory()
assert !new File(basedir, 'a/target/site/hardening.html').exists()
