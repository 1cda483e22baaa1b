package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.finding.LastDay;
import io.github.mavenhardening.core.finding.Location;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A comment in a file that takes findings back: {@code # hardening: ignore[id, …] expires=2027-01-31 reason}, or zizmor's
 * {@code # zizmor: ignore[id, …]}; in XML {@code <!-- hardening: ignore[id, …] reason -->}.
 *
 * @param path the file
 * @param line the line that it speaks of, 1-based
 * @param below another line that it speaks of: the next, where it stands alone on its own; empty in zizmor's spelling
 * @param checkIds the checks that it speaks to
 * @param expires the last day on which it does; empty for always
 * @param reason what follows; may be empty
 * @param inText whether it stands in the text of a value, where YAML has no comments: then it takes nothing back
 * @param place where it stands; empty in zizmor's spelling, of which nothing is found
 * @see <a href="https://docs.zizmor.sh/usage/#with-comments">zizmor: ignoring results with comments</a>
 */
public record IgnoreComment(
        String path,
        int line,
        Optional<Integer> below,
        Set<String> checkIds,
        Optional<LastDay> expires,
        String reason,
        boolean inText,
        Optional<Location> place) {

    public IgnoreComment {
        checkIds = Set.copyOf(checkIds);
    }

    /** One that speaks of one line. */
    public IgnoreComment(String path, int line, Set<String> checkIds, String reason) {
        this(path, line, Optional.empty(), checkIds, Optional.empty(), reason, false, Optional.empty());
    }

    /** The same in a text. */
    IgnoreComment asText() {
        return new IgnoreComment(path, line, Optional.empty(), checkIds, expires, reason, true, place);
    }

    /** Whether its last day is past. */
    public boolean isExpired(LocalDate today) {
        return expires.isPresent() && expires.get().isOver(today);
    }
}
