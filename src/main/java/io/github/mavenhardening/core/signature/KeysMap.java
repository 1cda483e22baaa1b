package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.inventory.Coordinates;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which keys may sign which artifacts, in the syntax of the keys maps of pgpverify-maven-plugin. Of several lines about an artifact,
 * each one allows what it names.
 *
 * @see <a href="https://www.simplify4u.org/pgpverify-maven-plugin/keysmap-format.html">pgpverify-maven-plugin: keys map</a>
 */
public final class KeysMap {

    /** Where it lies, relative to the root of the checked repository. */
    public static final String LOCATION = ".mvn/hardening-keys.list";

    /** The public map of Maven Central's keys has some 300 KB. */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    /** What a line allows beside keys. */
    public enum Exemption {
        /** Any key. */
        ANY_KEY,
        /** No signature. */
        NO_SIGNATURE,
        /** A signature that does not hold. */
        BAD_SIGNATURE,
        /** A key that nobody has. */
        NO_KEY
    }

    private final List<KeysRule> rules;
    private final VersionRanges ranges;

    KeysMap(List<KeysRule> rules, VersionRanges ranges) {
        this.rules = List.copyOf(rules);
        this.ranges = ranges;
    }

    /**
     * Reads a map.
     *
     * @throws LockSyntaxException at the first line that is none of the syntax
     */
    public static KeysMap parse(String text, VersionRanges ranges) throws LockSyntaxException {
        return new KeysMap(new KeysMapParser(ranges).parse(text), ranges);
    }

    /** What the map says of one artifact. */
    public Optional<Permission> of(Coordinates coordinates) {
        List<KeysRule> about = new ArrayList<>();
        for (KeysRule rule : rules) {
            if (rule.isAbout(coordinates, ranges)) {
                about.add(rule);
            }
        }
        return about.isEmpty() ? Optional.empty() : Optional.of(new Permission(about));
    }

    /** What the lines about one artifact allow. */
    public static final class Permission {

        private final List<KeysRule> rules;

        Permission(List<KeysRule> rules) {
            this.rules = rules;
        }

        /** Whether a key may sign it. */
        public boolean allows(String key) {
            for (KeysRule rule : rules) {
                if (rule.exceptions().contains(Exemption.ANY_KEY) || rule.names(key)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether something else than a good signature is right. */
        public boolean allows(Exemption exemption) {
            for (KeysRule rule : rules) {
                if (rule.exceptions().contains(exemption)) {
                    return true;
                }
            }
            return false;
        }

        /** The first line of the map about it, from 1. */
        public int line() {
            return rules.get(0).line();
        }
    }
}
