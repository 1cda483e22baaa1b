package io.github.mavenhardening.maven.inventory;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Scans a POM's text once and keeps some of its elements. It understands the XML that nearly all POMs are written in, and says
 * so where it meets other: a document type, sections, instructions; references, carriage returns and letters beyond ASCII in what is
 * kept; tags that do not match.
 */
final class PomScanner {

    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

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

    private final String text;

    /** The names of the open elements as places in the text, each with its end. */
    private final int[] starts = new int[MAX_DEPTH];

    private final int[] ends = new int[MAX_DEPTH];

    /** The open elements; null for those that are passed over. */
    private final Xpp3Dom[] open = new Xpp3Dom[MAX_DEPTH];

    private final Set<String> ofProject = new HashSet<>();
    private int at;
    private int depth;

    /** Where the text before the next tag begins. */
    private int content;

    private PomScanner(String text) {
        this.text = text;
    }

    /** The root element with what is kept of it; empty for a text that it takes more to understand. */
    static Optional<Xpp3Dom> scan(String text) {
        PomScanner scanner = new PomScanner(text);
        return scanner.isUnderstood() ? Optional.of(scanner.open[0]) : Optional.empty();
    }

    private boolean isUnderstood() {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            content = BYTE_ORDER_MARK.length();
        }
        if (text.startsWith("<?xml ", content)) {
            content = text.indexOf("?>", content) + 2;
        }
        for (at = text.indexOf('<', content); at >= 0; at = text.indexOf('<', at)) {
            boolean understood = text.startsWith(COMMENT, at) ? comment() : tag();
            if (!understood) {
                return false;
            }
        }
        return depth == 0 && open[0] != null && isBlank(content, text.length());
    }

    private boolean comment() {
        int end = text.indexOf(COMMENT_END, at + COMMENT.length());
        boolean between = isBetweenTags();
        at = end + COMMENT_END.length();
        content = at;
        return between && end >= 0;
    }

    private boolean tag() {
        boolean closes = text.startsWith("/", at + 1);
        int name = closes ? at + 2 : at + 1;
        int nameEnd = endOfName(name);
        int end = closes ? text.indexOf('>', nameEnd) : endOfTag(nameEnd);
        if (nameEnd == name || end < 0) {
            return false;
        }
        boolean understood = closes ? close(name, nameEnd) && isBlank(nameEnd, end) : open(name, nameEnd);
        boolean empty = !closes && text.charAt(end - 1) == '/';
        at = end + 1;
        content = at;
        return understood && (!empty || close(name, nameEnd));
    }

    /** The end of a tag's name; its start where it is none, or has a prefix. */
    private int endOfName(int start) {
        for (int end = start; end < text.length(); end++) {
            char c = text.charAt(end);
            if (c <= ' ' || c == '>' || c == '/') {
                return end;
            }
            if (c == '<' || c == '!' || c == '?' || c == ':' || c == '&') {
                return start;
            }
        }
        return start;
    }

    /** The place of the bracket that closes the tag; one in an attribute's quotes does not. */
    private int endOfTag(int from) {
        for (int end = from; end < text.length(); end++) {
            char c = text.charAt(end);
            if (c == '>') {
                return end;
            }
            if (c == '"' || c == '\'') {
                end = text.indexOf(c, end + 1);
                if (end < 0) {
                    return -1;
                }
            }
        }
        return -1;
    }

    private boolean open(int name, int nameEnd) {
        // Silent: Maven's reader reads what is not understood here.
        if (depth == MAX_DEPTH || !isBetweenTags()) {
            return false;
        }
        starts[depth] = name;
        ends[depth] = nameEnd;
        if (depth == 0) {
            boolean first = open[0] == null;
            open[0] = new Xpp3Dom("project");
            depth = 1;
            return first && text.substring(name, nameEnd).equals("project");
        }
        Xpp3Dom parent = open[depth - 1];
        open[depth] = null;
        boolean once = parent == null || addTo(parent, text.substring(name, nameEnd));
        depth++;
        return once;
    }

    /** Whether the parent may have such a child. */
    private boolean addTo(Xpp3Dom parent, String name) {
        if (!mayHave(parent, name)) {
            return false;
        }
        Set<String> kept = KEPT.get(parent.getName());
        if (kept == null || kept.contains(name)) {
            open[depth] = new Xpp3Dom(name);
            parent.addChild(open[depth]);
        }
        return true;
    }

    private boolean mayHave(Xpp3Dom parent, String name) {
        if (depth == 1) {
            return ofProject.add(name);
        }
        if (open[depth - 2].getName().equals(PROPERTIES) || TEXTS.contains(parent.getName())) {
            return false;
        }
        String item = ITEMS.get(parent.getName());
        return item != null ? item.equals(name) : parent.getName().equals(PROPERTIES) || parent.getChild(name) == null;
    }

    private boolean close(int name, int nameEnd) {
        int length = nameEnd - name;
        boolean matches = depth > 0
                && ends[depth - 1] - starts[depth - 1] == length
                && text.regionMatches(starts[depth - 1], text, name, length);
        if (!matches) {
            return false;
        }
        depth--;
        Xpp3Dom closed = open[depth];
        if (closed == null) {
            return true;
        }
        if (closed.getChildCount() > 0) {
            return isBlank(content, at);
        }
        closed.setValue(text.substring(content, at).trim());
        return isPlain(closed.getValue());
    }

    /** Whether nothing but space stands before the next tag, where it matters. */
    private boolean isBetweenTags() {
        boolean passedOver = depth > 0 && open[depth - 1] == null;
        return passedOver || isBlank(content, at);
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '&' || c == '\r' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
