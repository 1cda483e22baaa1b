package io.github.mavenhardening.core.pin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tag that says most about a commit: the one of the whole version, and not that of a major version, which moves on. */
final class VersionTags {

    /** A version, and before it the name of the part of a repository that it is of: {@code v4.2.1}, {@code setup/v1.0}. */
    private static final Pattern TAG = Pattern.compile(
            "(?<part>|[^@\\s]{1,200}[/@_-])v?(?<numbers>\\d{1,9}(?:\\.\\d{1,9}){0,3})(?<rest>[-+][0-9A-Za-z.+-]{1,64})?");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private static final int PARTS = 4;

    /** A version of fewer numbers is one of many, and its tag may move. */
    private static final int FULL = 3;

    private VersionTags() {}

    /** A tag that is a version. */
    private record Version(String tag, String part, List<Integer> numbers, int given, String rest) {

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
            String rest = Optional.ofNullable(matcher.group("rest")).orElse("");
            String before = rest.startsWith("-") ? rest.replaceFirst("\\+.*$", "") : "";
            return Optional.of(new Version(tag, matcher.group("part"), numbers, given.length, before));
        }

        boolean release() {
            return rest.isEmpty();
        }

        static final Comparator<Version> ORDER = Comparator.comparing(Version::release)
                .thenComparing(Version::numbers, Version::compare)
                .thenComparing(Version::given)
                .thenComparing(Version::tag);

        /**
         * Which is newer; the same for versions that differ in their build alone.
         *
         * @see <a href="https://semver.org/#spec-item-11">Semantic Versioning: precedence</a>
         */
        static final Comparator<Version> AGE = Comparator.comparing(Version::numbers, Version::compare)
                .thenComparing(Version::release)
                .thenComparing(Version::rest, Version::compareRests);

        private static int compareRests(String one, String other) {
            String[] ones = one.split("[-.]", -1);
            String[] others = other.split("[-.]", -1);
            int order = 0;
            for (int i = 0; order == 0 && i < Math.min(ones.length, others.length); i++) {
                boolean number = NUMBER.matcher(ones[i]).matches();
                // A number comes before a word.
                order = Boolean.compare(NUMBER.matcher(others[i]).matches(), number);
                if (order == 0) {
                    order = number
                            ? Long.compare(Long.parseLong(ones[i]), Long.parseLong(others[i]))
                            : ones[i].compareTo(others[i]);
                }
            }
            return order == 0 ? Integer.compare(ones.length, others.length) : order;
        }

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

    /** Whether a tag is a version. */
    static boolean isVersion(String tag) {
        return TAG.matcher(tag).matches();
    }

    /**
     * The version among the tags of one commit that says most: of the part of the repository that a comment names, else of the
     * whole repository, else of the only part; empty where none is a version, or where they are of several parts.
     */
    static Optional<String> most(Collection<String> tags, Optional<String> named) {
        SortedMap<String, Version> parts = new TreeMap<>();
        for (String tag : tags) {
            Version.of(tag).ifPresent(version -> parts.merge(version.part(), version, VersionTags::better));
        }
        String part = named.flatMap(Version::of).map(Version::part).orElse("");
        return Optional.ofNullable(parts.get(part))
                .or(() -> Optional.ofNullable(parts.get("")))
                .or(() -> parts.size() == 1 ? parts.values().stream().findFirst() : Optional.empty())
                .map(Version::tag);
    }

    private static Version better(Version one, Version other) {
        return Version.ORDER.compare(one, other) < 0 ? other : one;
    }

    /**
     * The versions that are newer than one, the newest first, of each commit the tag that says most. They are of the same part
     * of the repository, and releases where it is one.
     *
     * @param tags commits by the names of tags
     * @param present one of the tags
     * @param anyMajor whether the first number may be another
     */
    static List<String> newer(SortedMap<String, String> tags, String present, boolean anyMajor) {
        Optional<Version> from = Version.of(present);
        if (from.isEmpty()) {
            return List.of();
        }
        Version old = from.get();
        Map<String, Version> newer = new HashMap<>();
        tags.forEach((tag, commit) -> Version.of(tag)
                .filter(version -> version.part().equals(old.part()))
                .filter(version -> version.release() || !old.release())
                .filter(version -> anyMajor
                        || version.numbers().get(0).equals(old.numbers().get(0)))
                .filter(version -> Version.AGE.compare(version, old) > 0 && !commit.equals(tags.get(present)))
                .ifPresent(version -> newer.merge(commit, version, VersionTags::better)));
        return newer.values().stream()
                .sorted(Version.AGE.thenComparing(Version.ORDER).reversed())
                .map(Version::tag)
                .toList();
    }

    /**
     * Whether a tag names versions of which another is one, so that it may have moved there and on: {@code v4} and {@code v4.2.1},
     * where both are of different commits. Their numbers do not say then which is newer.
     */
    static boolean mayHaveMoved(String tag, String other) {
        Optional<Version> series = Version.of(tag).filter(version -> version.release() && version.given() < FULL);
        Optional<Version> whole = Version.of(other);
        return series.isPresent()
                && whole.isPresent()
                && series.get()
                        .numbers()
                        .subList(0, series.get().given())
                        .equals(whole.get().numbers().subList(0, series.get().given()));
    }
}
