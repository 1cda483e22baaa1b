package io.github.mavenhardening.core.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of references: {@code *}, {@code owner/*}, {@code owner/repo} (without path), {@code owner/repo/*} (with any
 * path or none), {@code owner/repo/path}, the last two also with {@code @ref}. The natural order is by how much a pattern
 * says, most first. Owners and repositories are compared without regard to case, paths and refs with it.
 *
 * @param text as written
 * @see <a href="https://docs.zizmor.sh/audits/#unpinned-uses-configuration">zizmor: patterns</a>
 */
public record UsesPattern(
        String text,
        Kind kind,
        Optional<String> owner,
        Optional<String> repository,
        Optional<String> path,
        Optional<String> ref)
        implements Comparable<UsesPattern> {

    /** What {@link #parse} takes, as a regular expression. */
    public static final String EXPRESSION =
            "^(\\*|[A-Za-z0-9_-]{1,100}/(\\*|[A-Za-z0-9_.-]{1,100}(/\\*|(/[^@*\\s]{1,500})?" + "(@[^*\\s]{1,300})?)))$";

    /** What a text must be that {@link #parse} takes, after "must". */
    public static final String MUST =
            "be *, owner/*, owner/repo, owner/repo/*, owner/repo/path or one of the last with @ref";

    private static final Pattern SYNTAX =
            Pattern.compile("([\\w-]{1,100})/([\\w.-]{1,100}|\\*)(?:/([^@*\\s]{1,500}|\\*))?(?:@([^*\\s]{1,300}))?");
    private static final Comparator<UsesPattern> ORDER =
            Comparator.comparing(UsesPattern::kind).thenComparing(UsesPattern::text);

    /** The forms, those that say most first. */
    public enum Kind {
        EXACT_REF,
        EXACT_PATH,
        EXACT_REPOSITORY,
        IN_REPOSITORY,
        IN_OWNER,
        ANY
    }

    /** The pattern of a text; empty when it is none. */
    public static Optional<UsesPattern> parse(String text) {
        if (text.equals("*")) {
            return Optional.of(new UsesPattern(
                    text, Kind.ANY, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        }
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> owner = Optional.of(matcher.group(1));
        Optional<String> repository = Optional.of(matcher.group(2)).filter(name -> !name.equals("*"));
        Optional<String> path = Optional.ofNullable(matcher.group(3));
        Optional<String> ref = Optional.ofNullable(matcher.group(4));
        boolean anyPath = path.filter("*"::equals).isPresent();
        boolean wildcard = repository.isEmpty() || anyPath;
        if ((repository.isEmpty() && path.isPresent()) || (wildcard && ref.isPresent())) {
            return Optional.empty();
        }
        Kind kind = kindOf(repository.isPresent(), path.isPresent(), anyPath, ref.isPresent());
        return Optional.of(new UsesPattern(text, kind, owner, repository, path.filter(p -> !anyPath), ref));
    }

    private static Kind kindOf(boolean repository, boolean path, boolean anyPath, boolean ref) {
        if (!repository) {
            return Kind.IN_OWNER;
        }
        if (ref) {
            return Kind.EXACT_REF;
        }
        if (anyPath) {
            return Kind.IN_REPOSITORY;
        }
        return path ? Kind.EXACT_PATH : Kind.EXACT_REPOSITORY;
    }

    /**
     * A text that this pattern has in common with the references of its kind that match it: to look it up among many. A reference
     * matches a pattern if, and only if, the pattern's key is among {@linkplain #keysOf the reference's}.
     */
    public String key() {
        return key(
                kind,
                owner.orElse(""),
                repository.orElse(""),
                kind == Kind.EXACT_REF || kind == Kind.EXACT_PATH ? path.orElse("") : "",
                ref.orElse(""));
    }

    /** The keys of all patterns that match a reference, those that say most first. */
    public static List<String> keysOf(Uses.Repository uses) {
        String path = uses.path().orElse("");
        List<String> keys = new ArrayList<>();
        if (uses.ref().isPresent()) {
            keys.add(key(
                    Kind.EXACT_REF,
                    uses.owner(),
                    uses.name(),
                    path,
                    uses.ref().get().name()));
        }
        keys.add(
                uses.path().isPresent()
                        ? key(Kind.EXACT_PATH, uses.owner(), uses.name(), path, "")
                        : key(Kind.EXACT_REPOSITORY, uses.owner(), uses.name(), "", ""));
        keys.add(key(Kind.IN_REPOSITORY, uses.owner(), uses.name(), "", ""));
        keys.add(key(Kind.IN_OWNER, uses.owner(), "", "", ""));
        keys.add(key(Kind.ANY, "", "", "", ""));
        return keys;
    }

    /** A pattern's key and those of the patterns that fit whatever it fits, those that say most first. */
    public static List<String> keysAround(String key) {
        String[] parts = key.split("\0", -1);
        String slug = parts[1];
        String path = parts[2].isEmpty() ? "" : "/" + parts[2];
        List<String> keys = new ArrayList<>(List.of(key));
        for (String wider : List.of(slug + path, slug + "/*", slug.substring(0, slug.indexOf('/') + 1) + "*", "*")) {
            parse(wider)
                    .map(UsesPattern::key)
                    .filter(other -> !keys.contains(other))
                    .ifPresent(keys::add);
        }
        return keys;
    }

    private static String key(Kind kind, String owner, String repository, String path, String ref) {
        String slug = (owner + "/" + repository).toLowerCase(Locale.ROOT);
        return String.join("\0", kind.name(), slug, path, ref);
    }

    @Override
    public int compareTo(UsesPattern other) {
        return ORDER.compare(this, other);
    }
}
