package io.github.mavenhardening.core.signature;

/** Maven's ranges of versions, which Maven itself knows best. */
@FunctionalInterface
public interface VersionRanges {

    /**
     * Whether a version is in a range.
     *
     * @param range as Maven writes it, {@code [1.0,2.0)}
     * @throws IllegalArgumentException when it is not a range
     */
    boolean contains(String range, String version);
}
