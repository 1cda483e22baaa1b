package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All checks there are, by id. Immutable. */
public final class Checks {

    /** The id of the check that tells of files which no other check could look at, or only in part. */
    public static final String UNREADABLE_WORKFLOW = "unreadable-workflow";

    private final SortedMap<String, Check> byId;

    private Checks(SortedMap<String, Check> byId) {
        this.byId = Collections.unmodifiableSortedMap(byId);
    }

    /**
     * The checks that a class loader offers, ours and third parties'.
     *
     * @throws IllegalStateException when one cannot be created, or as {@link #of(List)}; the message names its class
     */
    public static Checks load(ClassLoader loader) {
        List<Check> checks = new ArrayList<>();
        try {
            for (Check check : ServiceLoader.load(Check.class, loader)) {
                checks.add(check);
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            // A linkage error comes from a jar that was built against another version of this plugin.
            throw new IllegalStateException("a check cannot be loaded: " + e.getMessage(), e);
        }
        return of(checks);
    }

    /**
     * Those checks.
     *
     * @throws IllegalStateException when one lacks its metadata, has an id that is not kebab-case, or two share an id
     */
    public static Checks of(List<? extends Check> checks) {
        SortedMap<String, Check> byId = new TreeMap<>();
        for (Check check : checks) {
            String id = check.info().id();
            if (!isKebabCase(id)) {
                throw new IllegalStateException(check.getClass().getName() + ": the id '" + id + "' is not kebab-case");
            }
            Check other = byId.put(id, check);
            if (other != null) {
                throw new IllegalStateException(
                        "two checks have the id " + id + ": " + other.getClass().getName() + " and "
                                + check.getClass().getName());
            }
        }
        return new Checks(byId);
    }

    /** Ids stand in policies, ignore comments, URLs of documentation and SARIF. */
    private static boolean isKebabCase(String id) {
        char before = '-';
        for (int i = 0; i < id.length(); i++) {
            char letter = id.charAt(i);
            boolean digit = letter >= '0' && letter <= '9';
            if (letter == '-' ? before == '-' : digit ? i == 0 : letter < 'a' || letter > 'z') {
                return false;
            }
            before = letter;
        }
        return before != '-';
    }

    /** Every check's id. */
    public Set<String> ids() {
        return byId.keySet();
    }

    /** Every check, sorted by id. */
    public List<Check> all() {
        return List.copyOf(byId.values());
    }

    /** The checks of that kind, sorted by id. */
    public <C extends Check> List<C> of(Class<C> kind) {
        List<C> found = new ArrayList<>();
        for (Check check : byId.values()) {
            if (kind.isInstance(check)) {
                found.add(kind.cast(check));
            }
        }
        return List.copyOf(found);
    }

    /** Those among them that have one of these ids. */
    public Checks only(Collection<String> ids) {
        SortedMap<String, Check> some = new TreeMap<>();
        for (String id : ids) {
            Check check = byId.get(id);
            if (check != null) {
                some.put(id, check);
            }
        }
        return new Checks(some);
    }

    /** The check of that id; empty when there is none. */
    public Optional<Check> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The check of that id.
     *
     * @throws IllegalArgumentException when there is none; the message names the nearest
     */
    public Check named(String id) {
        Check check = byId.get(id);
        if (check == null) {
            throw new IllegalArgumentException("There is no check '" + id + "'" + NearestName.hint(id, byId.keySet()));
        }
        return check;
    }
}
