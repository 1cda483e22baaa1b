package io.github.mavenhardening.core.checks.dependency;

import java.nio.file.Path;

/** A checkout in whose {@code target/node} a plugin installed a file {@code node}, and a lock for one system. */
final class InstalledCase {

    static final String SYSTEM = "linux-x86_64";

    private InstalledCase() {}

    /** What is locked: the file with {@code abc} in it, and a folder that is not there. */
    static Builds in(Path folder) {
        return new Builds(folder).metadata("""
                {"version": 1, "installed": {"target/node": {"linux-x86_64": {
                  "lib/": {"files": 120, "size": 9, "sha256": "%s"},
                  "node": {"size": 3, "sha256": "%s"}}}}}
                """.formatted("0".repeat(64), Builds.OF_ABC));
    }
}
