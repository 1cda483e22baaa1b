package io.github.mavenhardening.core.workflow;

import java.util.Comparator;
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

    /** Whether a reference is of this pattern. */
    public boolean matches(Uses.Repository uses) {
        boolean sameOwner = owner.isEmpty() || owner.get().equalsIgnoreCase(uses.owner());
        boolean sameRepository = repository.isEmpty() || repository.get().equalsIgnoreCase(uses.name());
        boolean samePath =
                kind == Kind.ANY || kind == Kind.IN_OWNER || kind == Kind.IN_REPOSITORY || path.equals(uses.path());
        boolean sameRef = ref.isEmpty() || ref.equals(uses.ref().map(GitRef::name));
        return sameOwner && sameRepository && samePath && sameRef;
    }

    @Override
    public int compareTo(UsesPattern other) {
        return ORDER.compare(this, other);
    }
}
