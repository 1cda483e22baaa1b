package io.github.mavenhardening.core.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A glob as Git matches it. It is matched by walking the set of places in the text that the pattern so far can lead to:
 * the time is at most the product of both lengths, whatever the pattern.
 *
 * @see <a href="https://git-scm.com/docs/gitignore#_pattern_format">gitignore, pattern format</a>
 */
public final class Glob {

    private static final String WILD = "*?[\\";

    /** Advances a set of places. */
    private interface Step {
        void advance(boolean[] from, boolean[] to, String text);
    }

    /** What stands before the first wildcard; most paths differ there already. */
    private final String prefix;

    private final List<Step> steps;

    private final String pattern;

    private Glob(String pattern, String prefix, List<Step> steps) {
        this.pattern = pattern;
        this.prefix = prefix;
        this.steps = steps;
    }

    /**
     * Compiles a pattern.
     *
     * @param pathname whether the text is a path, in which only {@code **} goes over a slash
     */
    public static Glob of(String pattern, boolean pathname) {
        int literal = 0;
        while (literal < pattern.length() && WILD.indexOf(pattern.charAt(literal)) < 0) {
            literal++;
        }
        return new Glob(
                pattern, pattern.substring(0, literal), new Compiler(pattern.substring(literal), pathname).steps());
    }

    /** The pattern. */
    @Override
    public String toString() {
        return pattern;
    }

    /** Whether the whole text fits the pattern. */
    public boolean matches(String text) {
        if (steps.isEmpty()) {
            return text.equals(prefix);
        }
        if (!text.startsWith(prefix)) {
            return false;
        }
        String rest = text.substring(prefix.length());
        boolean[] from = new boolean[rest.length() + 1];
        boolean[] to = new boolean[rest.length() + 1];
        from[0] = true;
        for (Step step : steps) {
            Arrays.fill(to, false);
            step.advance(from, to, rest);
            boolean[] swap = from;
            from = to;
            to = swap;
        }
        return from[rest.length()];
    }

    /** One character of those that the class holds. */
    private static Step one(CharacterClass characters) {
        return (from, to, text) -> {
            for (int i = 0; i < text.length(); i++) {
                to[i + 1] = from[i] && characters.contains(text.charAt(i));
            }
        };
    }

    /** Any characters, none included. */
    private static Step any(boolean overSlashes) {
        return (from, to, text) -> {
            boolean reached = false;
            for (int i = 0; i <= text.length(); i++) {
                reached = from[i] || (reached && (overSlashes || text.charAt(i - 1) != '/'));
                to[i] = reached;
            }
        };
    }

    /** {@code **}{@code /}: nothing, or any folders. */
    private static Step folders() {
        return (from, to, text) -> {
            boolean reached = false;
            for (int i = 0; i <= text.length(); i++) {
                to[i] = from[i] || (reached && text.charAt(i - 1) == '/');
                reached |= from[i];
            }
        };
    }

    private static final class Compiler {
        private final String pattern;
        private final boolean pathname;
        private final List<Step> steps = new ArrayList<>();
        private int at;

        Compiler(String pattern, boolean pathname) {
            this.pattern = pattern;
            this.pathname = pathname;
        }

        List<Step> steps() {
            while (at < pattern.length()) {
                char c = pattern.charAt(at);
                if (c == '*') {
                    stars();
                } else if (c == '[') {
                    CharacterClass characters = CharacterClass.parse(pattern, at, pathname);
                    steps.add(one(characters));
                    at = characters.end();
                } else if (c == '?') {
                    steps.add(one(CharacterClass.anyBut(pathname ? '/' : '\0')));
                    at++;
                } else if (c == '\\') {
                    // A backslash at the end escapes nothing, and the pattern matches nothing.
                    steps.add(one(
                            at + 1 < pattern.length()
                                    ? CharacterClass.of(pattern.charAt(at + 1))
                                    : CharacterClass.nothing(at)));
                    at += 2;
                } else {
                    steps.add(one(CharacterClass.of(c)));
                    at++;
                }
            }
            return List.copyOf(steps);
        }

        private void stars() {
            int start = at;
            while (at < pattern.length() && pattern.charAt(at) == '*') {
                at++;
            }
            boolean whole = at - start > 1
                    && (start == 0 || pattern.charAt(start - 1) == '/')
                    && (at == pattern.length() || pattern.charAt(at) == '/');
            if (!pathname || !whole) {
                steps.add(any(!pathname));
            } else if (at == pattern.length()) {
                steps.add(any(true));
            } else {
                steps.add(folders());
                at++;
            }
        }
    }
}
