package io.github.mavenhardening.core.insights;

import java.util.Optional;

/**
 * The releases of the Security Insights specification.
 *
 * @see <a href="https://github.com/ossf/security-insights">ossf/security-insights</a>
 */
public enum SpecRelease {
    V1_0_0("1.0.0"),
    V2_0_0("2.0.0"),
    V2_1_0("2.1.0"),
    V2_2_0("2.2.0");

    private final String version;

    SpecRelease(String version) {
        this.version = version;
    }

    /** Its number as {@code schema-version} has it. */
    public String version() {
        return version;
    }

    /** The newest one. */
    public static SpecRelease latest() {
        return V2_2_0;
    }

    /** The release of exactly that number. */
    public static Optional<SpecRelease> of(String version) {
        for (SpecRelease release : values()) {
            if (release.version.equals(version)) {
                return Optional.of(release);
            }
        }
        return Optional.empty();
    }
}
