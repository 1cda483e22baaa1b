package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.finding.Location;
import java.util.List;
import java.util.Optional;

/**
 * A file that is a Security Insights file by its name.
 *
 * @param path its path in the repository
 * @param content what it says; empty when it could not be read
 * @param defects why it could not be read, or what readers disagree on; empty when all is well
 */
public record InsightsFile(String path, Optional<SecurityInsights> content, List<Defect> defects) {

    public InsightsFile {
        defects = List.copyOf(defects);
    }

    /** Whether it could be read and all readers read the same. */
    public boolean isReadable() {
        return content.isPresent();
    }

    /** Whether it could be read and is a 2.x. */
    public boolean isTwo() {
        return content.isPresent() && content.get().version().isTwo();
    }

    /** The file's name without its folder. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The file's folder; empty for the root. */
    public String folder() {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    /**
     * What keeps a file from being read.
     *
     * @param reason in words for the user, without the path
     */
    public record Defect(Location location, String reason) {}
}
