package io.github.mavenhardening.core.posture;

import java.util.Map;
import java.util.Optional;

/**
 * The jars of the Apache Maven Wrapper as released, by the SHA-256 of their bytes.
 *
 * @see <a href="https://maven.apache.org/tools/wrapper/">Apache Maven Wrapper</a>
 */
public final class MavenWrapper {

    private static final Map<String, String> RELEASES = Map.of(
            "46b0acdfe3da08b3f40d25bd135858b6014ee62b92883768995c946a3b446bd6", "3.1.0",
            "ff7f21f2ef81723377e3d42d06661c4e3af60cf4bdfb7579ac8f22051399942d", "3.1.1",
            "e63a53cfb9c4d291ebe3c2b0edacb7622bbc480326beaa5a0456e412f52f066a", "3.2.0",
            "360b616b24bc3557f0fce98549e102768f2367746501f7d74dad358d0ee794a2", "3.3.0",
            "7cc3215e9c7ec525d793b82ea878441cdaa5b6135f859b0ef396a93bb3c8e6e7", "3.3.1",
            "3d8f20ce6103913be8b52aef6d994e0c54705fb527324ceb9b835b338739c7a8", "3.3.2",
            "1ada66a0d65291f3b5c0e12f8860cc5d422da76c9f90313a2c0f1cd280ae8ede", "3.3.3",
            "4e2fbf6554bc8a4702cdfdd3bef464f423393d784ddbb037216320ce55d5e4e1", "3.3.4");

    private MavenWrapper() {}

    /** Whether a path is where build tools keep the jar of their wrapper, Maven's or Gradle's. */
    public static boolean isWrapper(String path) {
        return path.endsWith("maven-wrapper.jar") || path.endsWith("gradle-wrapper.jar");
    }

    /** The release whose jar has that hash; empty when none of those known has. */
    public static Optional<String> release(String sha256) {
        return Optional.ofNullable(RELEASES.get(sha256));
    }
}
