package io.github.mavenhardening.core.posture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Folders with so many files of a kind, in them and below, that a report of each would hide all else.
 *
 * @param files how many are in a folder or below it, by its path
 */
public record CrowdedFolders(Map<String, Integer> files) {

    /** So many are still reported one by one. */
    public static final int LIMIT = 10;

    public CrowdedFolders {
        files = Map.copyOf(files);
    }

    /** The folders of those files. */
    public static CrowdedFolders of(List<String> paths) {
        Map<String, Integer> files = new HashMap<>();
        for (String path : paths) {
            for (String folder = parent(path); !folder.isEmpty(); folder = parent(folder)) {
                files.merge(folder, 1, Integer::sum);
            }
        }
        return new CrowdedFolders(files);
    }

    /** The innermost crowded folder that a file is in, never the root; empty when there is none. */
    public Optional<String> of(String path) {
        for (String folder = parent(path); !folder.isEmpty(); folder = parent(folder)) {
            // Silent: the limit decides how files are counted, and leaves none out.
            if (files.getOrDefault(folder, 0) > LIMIT) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
