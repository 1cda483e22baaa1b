package io.github.mavenhardening.maven.inventory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scans a POM once and keeps some of its elements. It understands the XML that nearly all POMs are written in, and says
 * so where it meets other: a document type, sections, instructions; references, carriage returns and letters beyond ASCII in what is
 * kept; tags that do not match.
 *
 * <p>Bytes are taken for characters: names and versions are ASCII, whatever the encoding of the rest. A build reads megabytes of
 * POMs, most of it passed over and before the JVM has compiled anything; so that has a loop of its own, which does little.
 */
final class PomScanner {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] DECLARATION = ascii("<?xml ");
    private static final byte[] DECLARATION_END = ascii("?>");
    private static final byte[] COMMENT = ascii("<!--");
    private static final byte[] COMMENT_END = ascii("-->");

    /** Deeper than any real POM. */
    private static final int MAX_DEPTH = 64;

    private static final String PROPERTIES = "properties";

    private static final Set<String> OF_PROJECT = Set.of(
            "groupId",
            "artifactId",
            "version",
            "parent",
            PROPERTIES,
            "dependencyManagement",
            "repositories",
            "pluginRepositories",
            "modules",
            "profiles");

    private static final Set<String> OF_REPOSITORY = Set.of("id", "url", "releases");

    /** The children that are kept of elements by name; of others all. */
    private static final Map<String, Set<String>> KEPT = Map.of(
            "project", OF_PROJECT,
            "profile", OF_PROJECT,
            "dependency", Set.of("groupId", "artifactId", "version", "type", "scope"),
            "repository", OF_REPOSITORY,
            "pluginRepository", OF_REPOSITORY);

    /** The one name of what a list holds. */
    private static final Map<String, String> ITEMS = Map.of(
            "dependencies", "dependency",
            "repositories", "repository",
            "pluginRepositories", "pluginRepository",
            "modules", "module",
            "profiles", "profile");

    private static final Set<String> TEXTS =
            Set.of("groupId", "artifactId", "version", "type", "scope", "id", "url", "enabled", "module");

    private final byte[] text;

    /** The names of the open elements as places in the text, each with its end. */
    private final int[] starts = new int[MAX_DEPTH];

    private final int[] ends = new int[MAX_DEPTH];

    private final PomElement[] open = new PomElement[MAX_DEPTH];

    private final Set<String> ofProject = new HashSet<>();
    private int at;
    private int depth;

    /** Where the text before the next tag begins. */
    private int content;

    private PomScanner(byte[] text) {
        this.text = text;
    }

    /** The root element with what is kept of it; empty for a text that it takes more to understand. */
    static Optional<PomElement> scan(byte[] text) {
        PomScanner scanner = new PomScanner(text);
        return scanner.isUnderstood() ? Optional.of(scanner.open[0]) : Optional.empty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private boolean isUnderstood() {
        if (startsWith(BYTE_ORDER_MARK, 0)) {
            content = BYTE_ORDER_MARK.length;
        }
        if (startsWith(DECLARATION, content)) {
            content = indexOf(DECLARATION_END, content) + DECLARATION_END.length;
        }
        for (at = nextTag(content); at < text.length; at = nextTag(at)) {
            if (!tag()) {
                return false;
            }
            content = at;
        }
        return depth == 0 && open[0] != null && isBlank(content, text.length);
    }

    private boolean tag() {
        if (isEndTag()) {
            return depth > 0 && close(open[depth - 1]);
        }
        return isBlank(content, at) && (startsWith(COMMENT, at) ? comment() : open());
    }

    private boolean isEndTag() {
        return at + 1 < text.length && text[at + 1] == '/';
    }

    private boolean comment() {
        int end = indexOf(COMMENT_END, at + COMMENT.length);
        at = end + COMMENT_END.length;
        return end >= 0;
    }

    private boolean close(PomElement closed) {
        int from = content;
        int to = at;
        if (!closed.children().isEmpty()) {
            return isBlank(from, to) && endTag();
        }
        while (from < to && isSpace(text[from])) {
            from++;
        }
        while (from < to && isSpace(text[to - 1])) {
            to--;
        }
        closed.setText(string(from, to));
        return isPlain(from, to) && endTag();
    }

    private boolean open() {
        int level = depth;
        if (!startTag()) {
            return false;
        }
        String name = string(starts[level], ends[level]);
        if (level == 0) {
            boolean first = open[0] == null;
            open[0] = new PomElement(name);
            return first && name.equals("project");
        }
        PomElement parent = open[level - 1];
        if (!mayHave(parent, level, name)) {
            return false;
        }
        Set<String> kept = KEPT.get(parent.name());
        if (kept == null || kept.contains(name)) {
            open[level] = new PomElement(name);
            parent.add(open[level]);
            return true;
        }
        return passOver(level);
    }

    /** Whether the parent, which is that deep, may have such a child. */
    private boolean mayHave(PomElement parent, int level, String name) {
        if (level == 1) {
            return ofProject.add(name);
        }
        if (open[level - 2].name().equals(PROPERTIES) || TEXTS.contains(parent.name())) {
            return false;
        }
        String item = ITEMS.get(parent.name());
        return item != null ? item.equals(name) : parent.name().equals(PROPERTIES) || parent.child(name) == null;
    }

    /** Passes over what is in the element at that level: of that only the tags matter, which must match. */
    private boolean passOver(int level) {
        while (depth > level) {
            at = nextTag(at);
            boolean understood = isEndTag() ? endTag() : startsWith(COMMENT, at) ? comment() : startTag();
            if (!understood) {
                return false;
            }
        }
        return true;
    }

    /** Opens an element; an empty one is closed at once. */
    private boolean startTag() {
        int name = at + 1;
        int nameEnd = endOfName(name);
        int end = endOfTag(nameEnd);
        // Silent: Maven's reader reads what is not understood here.
        if (depth == MAX_DEPTH || nameEnd == name || end < 0) {
            return false;
        }
        starts[depth] = name;
        ends[depth] = nameEnd;
        at = end + 1;
        if (text[end - 1] != '/') {
            depth++;
        }
        return true;
    }

    /** Closes the innermost element. */
    private boolean endTag() {
        int name = at + 2;
        int start = starts[depth - 1];
        int end = name + ends[depth - 1] - start;
        if (end > text.length || !Arrays.equals(text, start, ends[depth - 1], text, name, end)) {
            return false;
        }
        while (end < text.length && isSpace(text[end])) {
            end++;
        }
        at = end + 1;
        depth--;
        return end < text.length && text[end] == '>';
    }

    /** The end of a tag's name; its start where it is none, or has a prefix. */
    private int endOfName(int start) {
        for (int end = start; end < text.length; end++) {
            byte c = text[end];
            boolean isLetter = c > '?';
            if (!isLetter) {
                if (c == '>' || c == '/' || isSpace(c)) {
                    return end;
                }
                if (c == '<' || c == '!' || c == '?' || c == ':' || c == '&') {
                    return start;
                }
            }
        }
        return start;
    }

    /** The place of the bracket that closes the tag; one in an attribute's quotes does not. */
    private int endOfTag(int from) {
        byte quote = 0;
        for (int end = from; end < text.length; end++) {
            byte c = text[end];
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return end;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        return -1;
    }

    /** The place of the next tag; the end of the text where none comes. */
    private int nextTag(int from) {
        int next = from;
        while (next < text.length && text[next] != '<') {
            next++;
        }
        return next;
    }

    private int indexOf(byte[] part, int from) {
        for (int start = from; start < text.length; start++) {
            if (startsWith(part, start)) {
                return start;
            }
        }
        return -1;
    }

    private boolean startsWith(byte[] part, int start) {
        for (int i = 0; i < part.length; i++) {
            if (start + i >= text.length || text[start + i] != part[i]) {
                return false;
            }
        }
        return true;
    }

    private String string(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isSpace(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(byte c) {
        return c >= 0 && c <= ' ';
    }

    private boolean isPlain(int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = text[i];
            if (c == '&' || c == '\r' || c < 0 || c > '~') {
                return false;
            }
        }
        return true;
    }
}
