package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.text.ByteOrderMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A Git configuration file's variables. Files that it includes are not read. JGit reads them too, but
 * its jar is signed, and the Java runtime's look at the signature takes longer than all else of an audit.
 *
 * @see <a href="https://git-scm.com/docs/git-config#_syntax">git-config, syntax</a>
 */
final class GitConfig {

    /** A section {@code include}, wherever it seems to begin: in a comment or a value, too. {@code includeIf} is another. */
    private static final Pattern INCLUDE = Pattern.compile("\\[include(?![a-z0-9.-])", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final Map<String, List<String>> values = new HashMap<>();
    private int at;
    private boolean broken;

    private GitConfig(String text) {
        this.text = text;
    }

    /** The variables of that text; empty when it breaks the syntax, as Git then reads none of it either. */
    static Optional<GitConfig> parse(String text) {
        GitConfig config = new GitConfig(ByteOrderMark.without(text));
        config.parse();
        return config.broken ? Optional.empty() : Optional.of(config);
    }

    /**
     * The last value of a variable; empty when it is not set, or set without a value.
     *
     * @param section without regard to case, and its subsection, with: {@code remote} and {@code origin}; the latter empty
     *     for none
     */
    Optional<String> value(String section, String subsection, String name) {
        List<String> all = values(section, subsection, name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * The first value of a variable that is a list, which an empty value begins again; empty when it is not set.
     *
     * @param section as for {@link #value}
     * @see <a href="https://git-scm.com/docs/git-config#Documentation/git-config.txt-remotenameurl">git-config: remote.name.url</a>
     */
    Optional<String> first(String section, String subsection, String name) {
        List<String> all = values(section, subsection, name);
        int start = all.lastIndexOf("") + 1;
        return start < all.size() ? Optional.of(all.get(start)) : Optional.empty();
    }

    /**
     * The values of a variable in all of a section's subsections, by subsection.
     *
     * @param section without regard to case
     */
    SortedMap<String, List<String>> bySubsection(String section, String name) {
        String prefix = lower(section) + "\n";
        String suffix = "\n" + lower(name);
        SortedMap<String, List<String>> all = new TreeMap<>();
        values.forEach((key, found) -> {
            if (key.startsWith(prefix) && key.endsWith(suffix) && key.length() > prefix.length() + suffix.length()) {
                all.put(key.substring(prefix.length(), key.length() - suffix.length()), List.copyOf(found));
            }
        });
        return all;
    }

    private List<String> values(String section, String subsection, String name) {
        return values.getOrDefault(key(lower(section), subsection, lower(name)), List.of());
    }

    /**
     * The names of a section's variables, in lower case.
     *
     * @param section without regard to case, one without a subsection
     */
    SortedSet<String> names(String section) {
        String prefix = key(lower(section), "", "");
        SortedSet<String> names = new TreeSet<>();
        for (String key : values.keySet()) {
            if (key.startsWith(prefix)) {
                names.add(key.substring(prefix.length()));
            }
        }
        return names;
    }

    /** Whether a text may include other files, or a reader that takes some detail of the syntax otherwise may think so. */
    boolean mayInclude() {
        return INCLUDE.matcher(text).find();
    }

    private void parse() {
        String section = "";
        String subsection = "";
        while (skipToContent()) {
            if (text.charAt(at) == '[') {
                at++;
                section = lower(word("."));
                subsection = subsection();
            } else {
                String name = lower(word(""));
                broken |= name.isEmpty() || section.isEmpty();
                variable(key(section, subsection, name));
            }
            if (broken) {
                return;
            }
        }
    }

    /** Goes to the next section or variable; whether there is one. */
    private boolean skipToContent() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || c == ';') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private String word(String more) {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at), more)) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isWord(char c, String more) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || more.indexOf(c) >= 0;
    }

    /** What stands in quotes behind the section's name, with backslashes taken away, and the closing bracket. */
    private String subsection() {
        StringBuilder name = new StringBuilder();
        skipBlanks();
        if (take('"')) {
            while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                name.append(text.charAt(at++));
            }
            broken |= !take('"');
        }
        broken |= !take(']');
        return name.toString();
    }

    private void variable(String key) {
        skipBlanks();
        if (take('=')) {
            values.computeIfAbsent(key, unset -> new ArrayList<>()).add(content());
        } else {
            broken |= at < text.length() && "\r\n#;".indexOf(text.charAt(at)) < 0;
            values.remove(key);
        }
    }

    /** A value up to the line's end or a comment; blanks around it go, those in quotes stay, a backslash continues it. */
    private String content() {
        skipBlanks();
        StringBuilder value = new StringBuilder();
        int length = 0;
        boolean quoted = false;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at++);
            if (c == '"') {
                quoted = !quoted;
                length = value.length();
            } else if (c == '\\') {
                escaped(value);
                length = value.length();
            } else if (!quoted && (c == '#' || c == ';')) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                value.append(c);
                length = quoted || !Character.isWhitespace(c) ? value.length() : length;
            }
        }
        broken |= quoted;
        return value.substring(0, length);
    }

    private void escaped(StringBuilder value) {
        if (take('\r') && at < text.length() && text.charAt(at) != '\n') {
            broken = true;
        }
        char c = at < text.length() ? text.charAt(at++) : '\n';
        switch (c) {
            case '\n' -> {
                // The value goes on in the next line.
            }
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'b' -> value.append('\b');
            case '"', '\\' -> value.append(c);
            default -> broken = true;
        }
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private boolean take(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private static String key(String section, String subsection, String name) {
        return section + "\n" + subsection + "\n" + name;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
