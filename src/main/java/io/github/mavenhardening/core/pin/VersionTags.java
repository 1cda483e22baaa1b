package io.github.mavenhardening.core.pin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tag that says most about a commit: the one of the whole version, and not that of a major version, which moves on. */
final class VersionTags {

    /** A version, and before it the name of the part of a repository that it is of: {@code v4.2.1}, {@code setup/v1.0}. */
    private static final Pattern TAG = Pattern.compile(
            "(?<part>|[^@\\s]{1,200}[/@_-])v?(?<numbers>\\d{1,9}(?:\\.\\d{1,9}){0,3})(?<rest>[-+][0-9A-Za-z.+-]{1,64})?");

    private static final int PARTS = 4;

    private VersionTags() {}

    /** A tag that is a version. */
    private record Version(String tag, String part, List<Integer> numbers, int given, boolean release) {

        static Optional<Version> of(String tag) {
            Matcher matcher = TAG.matcher(tag);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String[] given = matcher.group("numbers").split("\\.", -1);
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < PARTS; i++) {
                numbers.add(i < given.length ? Integer.parseInt(given[i]) : 0);
            }
            boolean release =
                    matcher.group("rest") == null || matcher.group("rest").startsWith("+");
            return Optional.of(new Version(tag, matcher.group("part"), numbers, given.length, release));
        }

        static final Comparator<Version> ORDER = Comparator.comparing(Version::release)
                .thenComparing(Version::numbers, Version::compare)
                .thenComparing(Version::given)
                .thenComparing(Version::tag);

        private static int compare(List<Integer> one, List<Integer> other) {
            int order = 0;
            for (int i = 0; order == 0 && i < PARTS; i++) {
                order = one.get(i).compareTo(other.get(i));
            }
            return order;
        }
    }

    /**
     * The version tag of a commit that says most; empty where it has none. A tag of a part of the repository is answered with
     * the part's name.
     *
     * @param tags commits by the names of tags
     * @param like a tag whose part of the repository is wanted; others' tags say nothing of it
     */
    static Optional<String> best(SortedMap<String, String> tags, String commit, Optional<String> like) {
        String part = like.flatMap(Version::of).map(Version::part).orElse("");
        return tags.entrySet().stream()
                .filter(tag -> tag.getValue().equals(commit))
                .map(Map.Entry::getKey)
                .map(Version::of)
                .flatMap(Optional::stream)
                .filter(version -> version.part().equals(part))
                .max(Version.ORDER)
                .map(Version::tag);
    }

    /** Whether a tag is a version that a text names, wholly or from its beginning: {@code v4.2.1} is of {@code 4.2}. */
    static boolean isOf(String tag, String text) {
        String whole = bare(tag);
        String named = bare(text);
        return whole.equals(named) || whole.startsWith(named + ".");
    }

    private static String bare(String tag) {
        String last = tag.substring(Math.max(tag.lastIndexOf('/'), tag.lastIndexOf('@')) + 1);
        return last.startsWith("v") ? last.substring(1) : last;
    }
}
