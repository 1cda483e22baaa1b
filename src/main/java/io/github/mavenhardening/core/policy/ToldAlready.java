package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one check finds where another, to which it {@linkplain io.github.mavenhardening.core.check.CheckInfo#yieldsTo() yields},
 * found something: of families that look at the same file each tells by itself what both tell once together.
 */
final class ToldAlready {

    private final List<Finding> found;
    private final Map<String, List<String>> yieldsTo = new HashMap<>();

    ToldAlready(List<Finding> found) {
        this.found = found;
    }

    /** Whether another finding tells it; none of a whole file is told by another. */
    boolean covers(Finding finding, Checks checks) {
        if (finding.primary().span().isEmpty()) {
            return false;
        }
        for (String id : othersOf(finding.checkId(), checks)) {
            for (Finding other : found) {
                if (other.checkId().equals(id) && isWithin(finding.primary(), other.primary())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Asked once a check: reading an annotation copies its lists. */
    private List<String> othersOf(String id, Checks checks) {
        List<String> known = yieldsTo.get(id);
        if (known == null) {
            Optional<Check> check = checks.byId(id);
            known = check.isPresent() ? List.of(check.get().info().yieldsTo()) : List.of();
            yieldsTo.put(id, known);
        }
        return known;
    }

    private static boolean isWithin(Location inner, Location outer) {
        return inner.path().equals(outer.path())
                && outer.span().isPresent()
                && outer.span().get().contains(inner.span().get());
    }
}
