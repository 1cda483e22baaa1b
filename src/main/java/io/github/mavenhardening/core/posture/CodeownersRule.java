package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Location;
import java.util.List;

/**
 * One rule of a CODEOWNERS file.
 *
 * @param pattern as written, without GitLab's {@code !}
 * @param owners who owns what matches; nobody when empty, which takes back an earlier rule
 * @param location where it stands
 * @param syntax whose pattern it is
 * @param excludes whether what matches has no owner in this section, whatever other rules say; GitLab alone has that
 */
public record CodeownersRule(
        String pattern, List<String> owners, Location location, CodeownersSyntax syntax, boolean excludes) {

    public CodeownersRule {
        owners = List.copyOf(owners);
    }

    /** Whether the rule speaks of that path. */
    public boolean matches(String path) {
        return syntax.matches(pattern, path);
    }
}
