package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys map, which keys may sign which artifacts, in the syntax of the keys maps of pgpverify-maven-plugin. Of several
 * lines about an artifact, each one allows what it names. Names and versions are compared in any case, as that plugin does.
 *
 * @see <a href="https://www.simplify4u.org/pgpverify-maven-plugin/keysmap-format.html">pgpverify-maven-plugin: keys map</a>
 */
public final class KeysMap {

    /** Where it lies, relative to the root of the checked repository. */
    public static final String LOCATION = ".mvn/hardening-keys.list";

    /** The public map of Maven Central's keys has some 70 KB. */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    private final Map<String, List<KeysRule>> ofOneGroup = new HashMap<>();
    private final List<KeysRule> ofSeveralGroups = new ArrayList<>();

    private KeysMap(List<KeysRule> rules) {
        for (KeysRule rule : rules) {
            Optional<String> group = rule.artifacts().group().single();
            if (group.isPresent()) {
                ofOneGroup
                        .computeIfAbsent(group.get(), name -> new ArrayList<>())
                        .add(rule);
            } else {
                ofSeveralGroups.add(rule);
            }
        }
    }

    /**
     * Reads a map.
     *
     * @throws LockSyntaxException at the first place that is none of the syntax
     */
    public static KeysMap parse(String text, VersionRanges ranges) throws LockSyntaxException {
        return new KeysMap(new KeysMapParser(ranges).parse(text));
    }

    /** What the map says of one artifact; empty when it does not speak of it. */
    public Optional<Permission> of(Coordinates coordinates) {
        SortedMap<Integer, KeysRule> about = new TreeMap<>();
        String group = coordinates.groupId().toLowerCase(Locale.ROOT);
        collect(ofOneGroup.getOrDefault(group, List.of()), coordinates, about);
        collect(ofSeveralGroups, coordinates, about);
        return about.isEmpty() ? Optional.empty() : Optional.of(new Permission(List.copyOf(about.values())));
    }

    private static void collect(List<KeysRule> rules, Coordinates coordinates, SortedMap<Integer, KeysRule> about) {
        for (KeysRule rule : rules) {
            Optional<KeysRule> said = rule.about(coordinates);
            if (said.isPresent()) {
                about.put(rule.line(), said.get());
            }
        }
    }

    /** What the lines about one artifact allow. */
    public static final class Permission {

        private final List<KeysRule> rules;

        Permission(List<KeysRule> rules) {
            this.rules = rules;
        }

        /**
         * Whether a key may sign it.
         *
         * @param key a fingerprint in upper-case hexadecimal digits
         */
        public boolean allows(String key) {
            for (KeysRule rule : rules) {
                if (rule.exceptions().contains(Exemption.ANY_KEY) || rule.names(key)) {
                    return true;
                }
            }
            return false;
        }

        /**
         * Whether a key may sign it that signs by a subkey: a map may name either.
         *
         * @param key the fingerprint of the primary key
         * @param signingKey the fingerprint of the key that made the signature
         */
        public boolean allows(String key, String signingKey) {
            return allows(key) || allows(signingKey);
        }

        /**
         * Whether the signature may be of a key that was revoked, and of which there is no public key any more: what a map marks
         * with {@code !0x}.
         *
         * @param key a fingerprint, or an id of 16 digits where the signature says no more
         */
        public boolean allowsUnavailable(String key) {
            for (KeysRule rule : rules) {
                if (rule.namesUnavailable(key)) {
                    return true;
                }
            }
            return false;
        }

        /**
         * Whether a signature that does not hold, or cannot be verified, is right all the same. Each exemption forgives what
         * it is named for and nothing else.
         */
        public boolean forgives(SignatureResult result) {
            if (result instanceof SignatureResult.UnknownKey unknown) {
                boolean known = allows(Exemption.NO_KEY);
                for (String key : unknown.keys().split(" ", -1)) {
                    known |= allowsUnavailable(key);
                }
                return known;
            }
            boolean revoked = result instanceof SignatureResult.Invalid invalid
                    && invalid.cause() == SignatureResult.Cause.KEY_REVOKED
                    && (allowsUnavailable(invalid.key()) || allowsUnavailable(invalid.signingKey()));
            return revoked || allows(Exemption.BAD_SIGNATURE);
        }

        /** Whether there has to be a signature that was verified: not where the map says that none can be. */
        public boolean demandsSignature() {
            for (KeysRule rule : rules) {
                if (!rule.unavailable().isEmpty()) {
                    return false;
                }
            }
            return !allows(Exemption.NO_SIGNATURE) && !allows(Exemption.NO_KEY) && !allows(Exemption.BAD_SIGNATURE);
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
