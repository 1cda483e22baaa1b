def log = new File(basedir, 'build.log').text
// What is wider than the log stands on several lines. Maven 3.10 writes a failure's line as an error.
def builds = log.split(/(?m)^\[(?:INFO|ERROR)\] (?:\u001B\[[\dm;]+)*BUILD /)
assert builds.size() >= 5
def ran = { int build, String module -> builds[build].contains("Tests of $module run") }

// The gate has spoken in the root, all modules are built, and the build has failed by what was found.
[0, 1].each { build ->
    assert ['fail-at-end-fail', 'a', 'b'].every { ran(build, it) }
    assert builds[build].contains('FAILED: 1 finding of severity high')
    assert builds[build].contains('The build goes on, and fails at its end (hardening.failAtEnd)')
    assert builds[build + 1].startsWith('FAILURE')
    assert builds[build + 1].readLines().any { it.startsWith('[ERROR]') && it.contains('1 finding of severity high') }
}

// Without the extension nobody would hear of it: it fails at once and says so.
assert !ran(2, 'a') && !ran(2, 'b')
assert builds[2].contains('The build fails now, and not at its end (hardening.failAtEnd): this build does not have the plugin as an extension')
assert builds[3].startsWith('FAILURE')

assert ran(3, 'b')
assert builds[4].startsWith('SUCCESS')
