package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Location;
import java.util.List;

/**
 * A comment or an exception that is to take findings back, as it was judged.
 *
 * @param place where it stands
 * @param kind "comment" or "exception"
 * @param reason why findings are taken back; may be blank
 * @param troubles why it takes nothing back, or not all that it says: predicates, sorted
 */
public record Silence(Location place, String kind, String reason, List<String> troubles) {

    public Silence {
        troubles = List.copyOf(troubles);
    }
}
