package io.github.mavenhardening.core.lock.change;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Licences by the words that tell them apart: POMs name one licence in many ways, {@code Apache-2.0} and {@code The Apache Software
 * License, Version 2.0} among them.
 */
final class LicenceName {

    /** Words that licences have in common. */
    private static final Set<String> COMMON =
            Set.of("the", "license", "licence", "licenses", "software", "version", "v", "public", "style", "new");

    private static final Map<String, Set<String>> SHORT = Map.ofEntries(
            Map.entry("asl", Set.of("apache")),
            Map.entry("al", Set.of("apache")),
            Map.entry("epl", Set.of("eclipse")),
            Map.entry("edl", Set.of("eclipse", "distribution")),
            Map.entry("mpl", Set.of("mozilla")),
            Map.entry("gpl", Set.of("gnu", "general")),
            Map.entry("lgpl", Set.of("gnu", "lesser", "general")),
            Map.entry("agpl", Set.of("gnu", "affero", "general")));

    private LicenceName() {}

    /** The words of each of some names. */
    static Set<SortedSet<String>> words(Collection<String> names) {
        Set<SortedSet<String>> words = new HashSet<>();
        for (String name : names) {
            words.add(words(name));
        }
        return words;
    }

    static SortedSet<String> words(String name) {
        SortedSet<String> words = new TreeSet<>();
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}0-9.]+", -1)) {
            String plain = plain(word);
            if (SHORT.containsKey(plain)) {
                words.addAll(SHORT.get(plain));
            } else if (!plain.isEmpty() && !COMMON.contains(plain)) {
                words.add(plain);
            }
        }
        return words;
    }

    /** {@code v2.0} is {@code 2}, and a full stop at the end is none of the word. */
    private static String plain(String word) {
        String plain = word;
        if (plain.length() > 1 && plain.charAt(0) == 'v' && Character.isDigit(plain.charAt(1))) {
            plain = plain.substring(1);
        }
        while (plain.endsWith(".") || plain.endsWith(".0")) {
            plain = plain.substring(0, plain.lastIndexOf('.'));
        }
        return plain;
    }
}
