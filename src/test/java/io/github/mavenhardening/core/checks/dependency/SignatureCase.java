package io.github.mavenhardening.core.checks.dependency;

import java.nio.file.Path;

/** A build with one locked file that somebody signed. */
final class SignatureCase {

    static final String KEY = "0123456789ABCDEF0123456789ABCDEF01234567";
    static final String OTHER = "F".repeat(40);
    static final String JAR = "org/example/lib/1.1/lib-1.1.jar";

    private SignatureCase() {}

    /** Without a signature. */
    static Builds unsigned(Path folder) {
        return new Builds(folder).lock(Builds.OF_ABC + "  " + JAR);
    }

    /** Signed by a key, which the artifact's releases before were too. */
    static Builds signed(Path folder, String key) {
        return signed(folder, key, Builds.OF_ABC, key);
    }

    /** Whom {@link #certified} is for. */
    static final String ISSUER = "https://issuer.example.org";

    static final String WORKFLOW = "https://github.com/example/lib/.github/workflows/release.yml@refs/tags/v1.1";

    /** With a bundle of Sigstore that is for bytes of that hash. */
    static Builds certified(Path folder, String sha256) {
        return unsigned(folder).metadata("""
                {"version": 1,
                 "files": {"%s": {"identity": "%s", "issuer": "%s", "identitySha256": "%s"}},
                 "signers": {}}
                """.formatted(JAR, WORKFLOW, ISSUER, sha256));
    }

    /** Signed by a subkey. */
    static Builds signedBySubkey(Path folder, String key, String subkey) {
        return unsigned(folder).metadata("""
                {"version": 1,
                 "files": {"%s": {"signer": "%s", "subkey": "%s", "signedSha256": "%s"}},
                 "signers": {}}
                """.formatted(JAR, key, subkey, Builds.OF_ABC));
    }

    /**
     * Signed.
     *
     * @param sha256 of the bytes that the signature is for
     * @param before the key of earlier releases
     */
    static Builds signed(Path folder, String key, String sha256, String before) {
        return unsigned(folder).metadata("""
                {"version": 1,
                 "files": {"%s": {"signer": "%s", "signedSha256": "%s"}},
                 "signers": {"org.example:lib": {"keys": ["%s"]}}}
                """.formatted(JAR, key, sha256, before));
    }
}
