package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.baseline.Baseline;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The gate's files by kind: those that decide what is verified, or who may change that. */
public enum GateFile {
    POLICY("this plugin's policy"),
    ZIZMOR("zizmor's configuration, which this plugin obeys"),
    BASELINE("the findings that are known and fail no build"),
    LOCK("the lock"),
    METADATA("the lock's metadata"),
    FORGE("what the forge's settings are compared by"),
    SIGNERS("who may sign what the build uses"),
    MAVEN("what Maven reads before it builds"),
    OWNERS("who must review what");

    private static final String FOLDER = ".mvn/";
    private static final List<String> POLICIES = List.of(".mvn/hardening.yml", ".github/hardening.yml");
    private static final List<String> OF_ZIZMOR =
            List.of(".github/zizmor.yml", ".github/zizmor.yaml", "zizmor.yml", "zizmor.yaml");
    private static final List<String> OF_SIGNERS = List.of(
            ".mvn/hardening-keyring.asc",
            ".mvn/hardening-keyring.gpg",
            ".mvn/hardening-keys.list",
            ".mvn/hardening-identities.list");
    private static final List<String> OF_OWNERS =
            List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

    private final String title;

    GateFile(String title) {
        this.title = title;
    }

    /** What such a file is, after its name. */
    public String title() {
        return title;
    }

    /**
     * The kind of a file of the repository; empty for a file that is none of the gate's.
     *
     * @param policies the files that this run's policy and baseline were read from, which may be others than the usual
     */
    public static Optional<GateFile> of(String path, Collection<String> policies) {
        if (OF_ZIZMOR.contains(path)) {
            return Optional.of(ZIZMOR);
        }
        if (path.equals(Baseline.LOCATION) || (policies.contains(path) && path.endsWith(".json"))) {
            return Optional.of(BASELINE);
        }
        if (POLICIES.contains(path) || policies.contains(path)) {
            return Optional.of(POLICY);
        }
        if (OF_OWNERS.contains(path)) {
            return Optional.of(OWNERS);
        }
        if (path.startsWith(".mvn/checksums/")) {
            return Optional.of(LOCK);
        }
        if (path.equals(".mvn/hardening-lock.json")) {
            return Optional.of(METADATA);
        }
        if (path.equals(".mvn/hardening-forge.json")) {
            return Optional.of(FORGE);
        }
        return OF_SIGNERS.contains(path) ? Optional.of(SIGNERS) : maven(path);
    }

    /** Maven reads the {@code .mvn} of the folder that it runs in, which need not be the root; the wrapper lies beside it. */
    private static Optional<GateFile> maven(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean reads = path.startsWith(FOLDER)
                || path.contains("/" + FOLDER)
                || name.equals("mvnw")
                || name.equals("mvnw.cmd");
        return reads ? Optional.of(MAVEN) : Optional.empty();
    }
}
