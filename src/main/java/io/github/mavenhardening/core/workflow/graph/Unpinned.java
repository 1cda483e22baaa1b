package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.finding.Location;
import java.util.List;

/**
 * An unpinned action, workflow or image.
 *
 * @param text as written
 * @param place where
 * @param path the calls that lead to it, the outermost first
 * @param isLoose whether not even a tag says which it is
 */
public record Unpinned(String text, Location place, List<Location> path, boolean isLoose) {

    public Unpinned {
        path = List.copyOf(path);
    }
}
