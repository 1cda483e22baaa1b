package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.signature.VersionRanges;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/** Ranges as Maven understands them. */
public final class MavenRanges implements VersionRanges {

    @Override
    public boolean contains(String range, String version) {
        try {
            return VersionRange.createFromVersionSpec(range).containsVersion(new DefaultArtifactVersion(version));
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
