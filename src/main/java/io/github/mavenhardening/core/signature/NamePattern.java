package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.source.Glob;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A group, an artifact's id or a packaging as a keys map writes it, in any case: an asterisk stands for any characters, and a
 * name that ends with {@code .*} is also of what stands before.
 */
final class NamePattern {

    private static final String ANY = "*";
    private static final Pattern NAME = Pattern.compile("[a-z0-9._*-]+");
    private static final String BELOW = ".*";

    private final String text;
    private final Glob glob;

    private NamePattern(String text) {
        this.text = text;
        this.glob = Glob.of(text, false);
    }

    /** Nothing stands for any name; empty when the text can be no pattern of a name. */
    static Optional<NamePattern> of(String written) {
        String text = written.isEmpty() ? ANY : written.toLowerCase(Locale.ROOT);
        return NAME.matcher(text).matches() ? Optional.of(new NamePattern(text)) : Optional.empty();
    }

    boolean matches(String name) {
        if (text.equals(ANY)) {
            return true;
        }
        String known = name.toLowerCase(Locale.ROOT);
        boolean itself = text.endsWith(BELOW) && known.equals(text.substring(0, text.length() - BELOW.length()));
        return itself || glob.matches(known);
    }

    /** The one name that it is about, in lower case; empty when there can be several. */
    Optional<String> single() {
        return text.contains(ANY) ? Optional.empty() : Optional.of(text);
    }
}
