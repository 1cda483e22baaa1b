package io.github.mavenhardening.core.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rules of GitLab that are about a branch or a tag, by its name or by a pattern in which a star stands for anything.
 *
 * @see <a href="https://docs.gitlab.com/user/project/repository/branches/protected/">Protected branches</a>
 */
public final class ProtectedRefs {

    private ProtectedRefs() {}

    /** Those of the rules that are about a name. */
    public static <T> List<T> of(Map<String, T> rules, String name) {
        List<T> fitting = new ArrayList<>();
        for (Map.Entry<String, T> rule : rules.entrySet()) {
            if (fits(rule.getKey(), name)) {
                fitting.add(rule.getValue());
            }
        }
        return fitting;
    }

    /** Whether a name fits a pattern. Each part between stars is looked for behind the one before it. */
    public static boolean fits(String pattern, String name) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(name);
        }
        if (!name.startsWith(pattern.substring(0, star))) {
            return false;
        }
        int from = star;
        for (int next = pattern.indexOf('*', star + 1); next >= 0; next = pattern.indexOf('*', star + 1)) {
            String part = pattern.substring(star + 1, next);
            int found = name.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
            star = next;
        }
        String end = pattern.substring(star + 1);
        return name.length() - from >= end.length() && name.endsWith(end);
    }
}
