package io.github.mavenhardening.core.checks.workflow;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as tags, comments and advisories have it, ordered as Semantic Versioning has it: by its numbers, and before the release
 * what comes before it.
 */
final class ActionVersion implements Comparable<ActionVersion> {

    private static final Pattern VERSION = Pattern.compile(
            "v?(?<numbers>\\d{1,9}(?:\\.\\d{1,9}){0,3})(?:-(?<before>[0-9A-Za-z.-]{1,64}))?(?:\\+[0-9A-Za-z.-]{1,64})?");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private static final int PARTS = 4;
    private static final int FULL = 3;

    private final int[] numbers = new int[PARTS];
    private final String[] before;

    private ActionVersion(Matcher matcher, int missing) {
        String[] given = matcher.group("numbers").split("\\.", -1);
        Arrays.fill(numbers, given.length < FULL ? missing : 0);
        for (int i = 0; i < given.length; i++) {
            numbers[i] = Integer.parseInt(given[i]);
        }
        String rest = matcher.group("before");
        before = rest == null ? new String[0] : rest.split("[-.]", -1);
    }

    /** That of an advisory: numbers that are not given are 0; empty where it is none. */
    static Optional<ActionVersion> exact(String text) {
        return of(text, 0);
    }

    /** That of a reference: {@code v4} is the newest that begins so, which its tag moves to; empty where it is none. */
    static Optional<ActionVersion> newest(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    private static Optional<ActionVersion> of(String text, int missing) {
        Matcher matcher = VERSION.matcher(text);
        return matcher.matches() ? Optional.of(new ActionVersion(matcher, missing)) : Optional.empty();
    }

    @Override
    public int compareTo(ActionVersion other) {
        int order = Arrays.compare(numbers, other.numbers);
        if (order == 0) {
            order = Boolean.compare(before.length == 0, other.before.length == 0);
        }
        for (int i = 0; order == 0 && i < Math.min(before.length, other.before.length); i++) {
            order = compare(before[i], other.before[i]);
        }
        return order == 0 ? Integer.compare(before.length, other.before.length) : order;
    }

    /** A number comes before a word. */
    private static int compare(String one, String other) {
        boolean number = NUMBER.matcher(one).matches();
        int order = Boolean.compare(NUMBER.matcher(other).matches(), number);
        if (order != 0) {
            return order;
        }
        return number ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : one.compareTo(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActionVersion version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
