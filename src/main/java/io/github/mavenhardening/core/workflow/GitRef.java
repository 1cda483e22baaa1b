package io.github.mavenhardening.core.workflow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Git ref, which follows the {@code @} of a reference: a commit, a tag or a branch. Only the commit can be recognised by its
 * form.
 *
 * @param name as written
 */
public record GitRef(String name) {

    private static final int SHA1_LENGTH = 40;
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}|[0-9a-fA-F]{64}");
    private static final Pattern ABBREVIATED = Pattern.compile("(?=[a-fA-F]{0,39}[0-9])[0-9a-fA-F]{7,39}");
    private static final Pattern VERSION =
            Pattern.compile("v?(?<major>\\d{1,9})(\\.\\d{1,9}){0,3}([-+][0-9A-Za-z.+-]{1,64})?");
    private static final Pattern FULL_VERSION = Pattern.compile("v\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}");

    /** Whether it is a full commit id, SHA-1 or SHA-256. */
    public boolean isCommit() {
        // Most are versions; their length tells.
        return name.length() >= SHA1_LENGTH && COMMIT.matcher(name).matches();
    }

    /** Whether it looks like the beginning of a commit id, which Git may resolve to something else one day. */
    public boolean isAbbreviatedCommit() {
        return ABBREVIATED.matcher(name).matches() && !isVersion();
    }

    /** Whether it looks like a version: {@code v4}, {@code 1.2.3}, {@code v2.0.0-rc.1}. */
    public boolean isVersion() {
        return VERSION.matcher(name).matches();
    }

    /** The first number of a version; empty when it does not look like one. */
    public Optional<Integer> majorVersion() {
        Matcher version = VERSION.matcher(name);
        return version.matches() ? Optional.of(Integer.valueOf(version.group("major"))) : Optional.empty();
    }

    /** Whether it is a version of three numbers, {@code v1.2.3}. */
    public boolean isFullVersion() {
        return FULL_VERSION.matcher(name).matches();
    }
}
