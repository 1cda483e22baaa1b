package io.github.mavenhardening.core.source;

import java.util.BitSet;
import java.util.Set;

/** The characters that one place of a {@link Glob} takes: one, any, or a set in brackets. */
final class CharacterClass {

    private static final Set<String> NAMED = Set.of(
            "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper",
            "xdigit");

    private final BitSet characters;
    private final boolean negated;
    private final int end;

    private CharacterClass(BitSet characters, boolean negated, int end) {
        this.characters = characters;
        this.negated = negated;
        this.end = end;
    }

    static CharacterClass of(char c) {
        BitSet set = new BitSet();
        set.set(c);
        return new CharacterClass(set, false, 0);
    }

    static CharacterClass anyBut(char c) {
        BitSet set = new BitSet();
        set.set(c);
        return new CharacterClass(set, true, 0);
    }

    /** Of what can match nothing; the pattern goes on at that offset. */
    static CharacterClass nothing(int end) {
        return new CharacterClass(new BitSet(), false, end);
    }

    boolean contains(char c) {
        return characters.get(c) != negated;
    }

    /** The offset in the pattern after the closing bracket. */
    int end() {
        return end;
    }

    /**
     * A set in brackets; one that does not end matches nothing.
     *
     * @param open the offset of the opening bracket
     * @param pathname whether a slash is never in it
     */
    static CharacterClass parse(String pattern, int open, boolean pathname) {
        BitSet set = new BitSet();
        int at = open + 1;
        boolean negated = at < pattern.length() && "!^".indexOf(pattern.charAt(at)) >= 0;
        at += negated ? 1 : 0;
        int first = at;
        int previous = 0;
        while (at < pattern.length() && (at == first || pattern.charAt(at) != ']')) {
            char c = pattern.charAt(at);
            int name = c == '[' && pattern.startsWith("[:", at) ? pattern.indexOf(']', at + 2) : -1;
            boolean range = c == '-' && previous != 0 && at + 1 < pattern.length() && pattern.charAt(at + 1) != ']';
            if (range) {
                at += pattern.charAt(at + 1) == '\\' ? 2 : 1;
                if (at < pattern.length() && pattern.charAt(at) >= previous) {
                    set.set(previous, pattern.charAt(at) + 1);
                }
                previous = 0;
            } else if (name > at + 2 && pattern.charAt(name - 1) == ':') {
                String named = pattern.substring(at + 2, name - 1);
                if (!NAMED.contains(named)) {
                    return nothing(pattern.length());
                }
                for (int i = 0; i < 128; i++) {
                    set.set(i, set.get(i) || isIn(named, i));
                }
                previous = 0;
                at = name;
            } else {
                at += c == '\\' ? 1 : 0;
                previous = at < pattern.length() ? pattern.charAt(at) : 0;
                set.set(previous);
            }
            at++;
        }
        if (at >= pattern.length()) {
            return nothing(pattern.length());
        }
        if (pathname) {
            set.set('/', negated);
        }
        return new CharacterClass(set, negated, at + 1);
    }

    /** Whether an ASCII character is in one of the classes that are {@link #NAMED}. */
    private static boolean isIn(String named, int c) {
        return switch (named) {
            case "alnum" -> isLower(c) || isUpper(c) || isDigit(c);
            case "alpha" -> isLower(c) || isUpper(c);
            case "blank" -> c == ' ' || c == '\t';
            case "cntrl" -> c < ' ' || c == 127;
            case "digit" -> isDigit(c);
            case "graph" -> c > ' ' && c < 127;
            case "lower" -> isLower(c);
            case "print" -> c >= ' ' && c < 127;
            case "punct" -> c > ' ' && c < 127 && !isLower(c) && !isUpper(c) && !isDigit(c);
            case "space" -> c == ' ' || (c >= '\t' && c <= '\r');
            case "upper" -> isUpper(c);
            case "xdigit" -> isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            default -> throw new IllegalArgumentException("no such class: " + named);
        };
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
