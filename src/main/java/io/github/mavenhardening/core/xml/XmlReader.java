package io.github.mavenhardening.core.xml;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the XML of build files in one pass over the text. A document type declaration is refused: no build file needs
 * one, and what it can do (entities that grow, files that are fetched) nobody wants.
 *
 * @see <a href="https://www.w3.org/TR/xml/">Extensible Markup Language (XML) 1.0</a>
 */
public final class XmlReader {

    private static final int MAX_DEPTH = 200;

    private final SourceFile file;
    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private XmlReader(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** An element whose end has not been met. */
    private static final class Open {
        private final String name;
        private final Span span;
        private final Map<String, String> attributes;
        private final List<XmlElement> children = new ArrayList<>(0);
        private String text = "";
        /** Made where the text has several parts. */
        private StringBuilder parts;

        private int textStart = -1;
        private int textEnd = -1;

        Open(String name, Span span, Map<String, String> attributes) {
            this.name = name;
            this.span = span;
            this.attributes = attributes;
        }

        XmlElement close(SourceFile file) {
            Span textSpan = textStart < 0 ? span : file.span(textStart, textEnd);
            String all = parts == null ? text : parts.toString();
            return new XmlElement(name, span, attributes, all.strip(), textSpan, children);
        }

        void append(String part) {
            if (text.isEmpty()) {
                text = part;
            } else if (!part.isEmpty()) {
                parts = parts == null ? new StringBuilder(text) : parts;
                parts.append(part);
            }
        }
    }

    /**
     * Reads a file.
     *
     * @return its root element
     * @throws UnreadableFileException when it is not well-formed as far as elements go, too deep, or has a document type
     */
    public static XmlElement read(SourceFile file) throws UnreadableFileException {
        return new XmlReader(file).document();
    }

    private XmlElement document() throws UnreadableFileException {
        while (at < text.length()) {
            if (text.charAt(at) != '<') {
                characters();
            } else if (text.startsWith("<!--", at)) {
                at = endOf("-->", at + 4);
            } else if (text.startsWith("<![CDATA[", at)) {
                cdata();
            } else if (text.startsWith("<?", at)) {
                at = endOf("?>", at + 2);
            } else if (text.startsWith("<!", at)) {
                throw refused(at, "it has a document type declaration");
            } else if (text.startsWith("</", at)) {
                XmlElement root = endTag();
                if (root != null) {
                    return root;
                }
            } else {
                XmlElement root = startTag();
                if (root != null) {
                    return root;
                }
            }
        }
        throw refused(text.length(), open.isEmpty() ? "it has no element" : "<" + open.peek().name + "> is not closed");
    }

    private void characters() throws UnreadableFileException {
        int end = text.indexOf('<', at);
        end = end < 0 ? text.length() : end;
        if (!open.isEmpty()) {
            add(at, end, XmlEntities.resolve(text.substring(at, end)));
        }
        at = end;
    }

    private void cdata() throws UnreadableFileException {
        int start = at + "<![CDATA[".length();
        int after = endOf("]]>", start);
        if (!open.isEmpty()) {
            add(start, after - 3, text.substring(start, after - 3));
        }
        at = after;
    }

    private void add(int start, int end, String value) {
        int first = start;
        int last = end;
        while (first < last && text.charAt(first) <= ' ') {
            first++;
        }
        while (last > first && text.charAt(last - 1) <= ' ') {
            last--;
        }
        Open element = open.peek();
        element.append(value);
        if (first < last) {
            element.textStart = element.textStart < 0 ? first : element.textStart;
            element.textEnd = last;
        }
    }

    private XmlElement startTag() throws UnreadableFileException {
        int end = tagEnd(at + 1);
        boolean empty = text.charAt(end - 1) == '/';
        String name = name(at + 1, empty ? end - 1 : end);
        Open element = new Open(name, file.span(at, end + 1), attributes(nameEnd(at + 1, end), end));
        at = end + 1;
        if (empty) {
            return closed(element);
        }
        if (open.size() == MAX_DEPTH) {
            throw refused(at, "its elements are nested more than " + MAX_DEPTH + " deep");
        }
        open.push(element);
        return null;
    }

    private XmlElement endTag() throws UnreadableFileException {
        int end = tagEnd(at + 2);
        String name = name(at + 2, end);
        if (open.isEmpty() || !open.peek().name.equals(name)) {
            throw refused(at, "</" + name + "> closes nothing");
        }
        at = end + 1;
        return closed(open.pop());
    }

    /** The root once it is closed; null while elements are open. */
    private XmlElement closed(Open element) {
        XmlElement done = element.close(file);
        if (open.isEmpty()) {
            return done;
        }
        open.peek().children.add(done);
        return null;
    }

    /** The offset of the {@code >} that ends a tag; one within a quoted attribute does not. */
    private int tagEnd(int from) throws UnreadableFileException {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i;
            }
        }
        throw refused(from - 1, "a tag is not closed");
    }

    private String name(int start, int end) throws UnreadableFileException {
        int stop = nameEnd(start, end);
        if (stop == start) {
            throw refused(start, "a tag has no name");
        }
        String name = text.substring(start, stop);
        return name.substring(name.indexOf(':') + 1);
    }

    private int nameEnd(int start, int end) {
        int stop = start;
        while (stop < end && text.charAt(stop) > ' ') {
            stop++;
        }
        return stop;
    }

    /** What stands between a tag's name and its end, as far as it has the form of attributes. */
    private Map<String, String> attributes(int start, int end) {
        int equals = indexOf('=', start, end);
        if (equals < 0) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        int from = start;
        while (equals >= 0) {
            int open = equals + 1;
            while (open < end && text.charAt(open) <= ' ') {
                open++;
            }
            char quote = text.charAt(open);
            int close = quote == '"' || quote == '\'' ? indexOf(quote, open + 1, end) : -1;
            if (close < 0) {
                return attributes;
            }
            String name = text.substring(from, equals).strip();
            attributes.put(name, XmlEntities.resolve(text.substring(open + 1, close)));
            from = close + 1;
            equals = indexOf('=', from, end);
        }
        return attributes;
    }

    /**
     * The offset of a character between two others; -1 where there is none. Most tags have no attribute, and what follows them
     * is long.
     */
    private int indexOf(char wanted, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private int endOf(String mark, int from) throws UnreadableFileException {
        int found = text.indexOf(mark, from);
        if (found < 0) {
            throw refused(at, "'" + mark + "' is missing");
        }
        return found + mark.length();
    }

    private UnreadableFileException refused(int offset, String reason) {
        return new UnreadableFileException(file.at(file.span(offset, offset)), reason);
    }
}
