package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Builds the located tree from SnakeYAML's events. Not from its nodes: those forget where an alias stands, and put up with
 * duplicate keys and recursion.
 */
final class YamlComposer {

    /** How deep collections may nest. */
    static final int DEPTH_LIMIT = 100;

    /** How many nodes a document may have once every alias is unfolded. */
    static final long SIZE_LIMIT = 1_000_000;

    private final SourceFile source;
    private final List<YamlProblem> problems = new ArrayList<>();
    private final List<YamlScalar> scalars = new ArrayList<>();
    private final Map<String, Sized> anchors = new HashMap<>();
    private Iterator<Event> events;
    private int depth;

    /** A node with the number of nodes it unfolds to; no node while its anchor is still open. */
    private record Sized(YamlNode node, long size, Span site) {}

    YamlComposer(SourceFile source) {
        this.source = source;
    }

    YamlDocument compose() throws UnreadableFileException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            events = new Yaml(options).parse(new StringReader(source.text())).iterator();
            Optional<YamlNode> root = document();
            root = root.filter(node -> !(node instanceof YamlScalar scalar && scalar.isNull()));
            return new YamlDocument(source, root, YamlComments.of(source, scalars), problems);
        } catch (MarkedYAMLException e) {
            throw unreadable(e);
        } catch (YAMLException e) {
            throw new UnreadableFileException(source.at(source.span(0, 0)), "not YAML: " + firstLine(e.getMessage()));
        }
    }

    private Optional<YamlNode> document() throws UnreadableFileException {
        Optional<YamlNode> root = Optional.empty();
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                problems.add(new YamlProblem(
                        YamlProblem.Kind.SEVERAL_DOCUMENTS,
                        "a second document begins here; only the first is read",
                        span(event)));
                drain();
            } else if (event instanceof NodeEvent) {
                root = Optional.of(node(event).node());
            }
        }
        return root;
    }

    /** Reads the rest, so that a syntax error in it is seen too. */
    private void drain() {
        while (events.hasNext()) {
            events.next();
        }
    }

    private Sized node(Event event) throws UnreadableFileException {
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, new Sized(null, 0, span(event)));
        }
        Sized sized;
        if (event instanceof ScalarEvent scalar) {
            sized = scalar(scalar);
        } else {
            if (++depth > DEPTH_LIMIT) {
                throw new UnreadableFileException(
                        source.at(span(event)), "collections nest deeper than " + DEPTH_LIMIT);
            }
            sized = event instanceof MappingStartEvent ? mapping(event) : sequence((SequenceStartEvent) event);
            depth--;
        }
        if (sized.size() > SIZE_LIMIT) {
            throw new UnreadableFileException(
                    source.at(span(event)), "its aliases unfold to more than " + SIZE_LIMIT + " values");
        }
        if (anchor != null) {
            anchors.put(anchor, sized);
        }
        return sized;
    }

    private Sized alias(AliasEvent event) throws UnreadableFileException {
        Sized target = anchors.get(event.getAnchor());
        Span site = span(event);
        if (target == null) {
            throw new UnreadableFileException(source.at(site), "the alias names no anchor before it");
        }
        if (target.node() == null) {
            throw new UnreadableFileException(source.at(site), "the alias leads to itself");
        }
        return new Sized(target.node(), target.size(), site);
    }

    private Sized scalar(ScalarEvent event) {
        YamlScalar.Style style = switch (event.getScalarStyle()) {
            case SINGLE_QUOTED -> YamlScalar.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> YamlScalar.Style.DOUBLE_QUOTED;
            case LITERAL -> YamlScalar.Style.LITERAL;
            case FOLDED -> YamlScalar.Style.FOLDED;
            default -> YamlScalar.Style.PLAIN;
        };
        int start = contentStart(event);
        int end = Math.max(start, offset(event.getEndMark().getIndex()));
        if (style == YamlScalar.Style.LITERAL || style == YamlScalar.Style.FOLDED) {
            end = trimmed(start, end);
        }
        Span span = source.span(start, end);
        YamlScalar scalar = new YamlScalar(event.getValue(), style, Optional.ofNullable(event.getTag()), span, source);
        scalars.add(scalar);
        return new Sized(scalar, 1, span);
    }

    private Sized mapping(Event start) throws UnreadableFileException {
        int from = contentStart((NodeEvent) start);
        Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
        long size = 1;
        int end = from;
        Event event = events.next();
        while (!event.is(Event.ID.MappingEnd)) {
            Sized key = node(event);
            Sized value = node(events.next());
            size += key.size() + value.size();
            end = Math.max(end, Math.max(key.site().end(), value.site().end()));
            addEntry(entries, key, value);
            event = events.next();
        }
        Span span = source.span(from, flowEnd(event, from, end));
        return new Sized(new YamlMapping(List.copyOf(entries.values()), span), size, span);
    }

    private void addEntry(Map<String, YamlMapping.Entry> entries, Sized key, Sized value) {
        if (!(key.node() instanceof YamlScalar name)) {
            problems.add(new YamlProblem(
                    YamlProblem.Kind.COMPLEX_KEY, "a key that is not a plain text is not read", key.site()));
            return;
        }
        if (name.isUntyped() && name.value().equals("<<")) {
            problems.add(new YamlProblem(
                    YamlProblem.Kind.MERGE_KEY,
                    "the merge key << is not part of YAML 1.2 and is not expanded",
                    key.site()));
        }
        YamlMapping.Entry entry = new YamlMapping.Entry(name, value.node(), value.site());
        YamlMapping.Entry earlier = entries.remove(name.value());
        if (earlier != null) {
            problems.add(new YamlProblem(
                    YamlProblem.Kind.DUPLICATE_KEY,
                    "the key '" + name.value() + "' stands here again, after line "
                            + earlier.key().span().line(),
                    key.site()));
        }
        entries.put(name.value(), entry);
    }

    private Sized sequence(SequenceStartEvent start) throws UnreadableFileException {
        int from = contentStart(start);
        List<YamlSequence.Item> items = new ArrayList<>();
        long size = 1;
        int end = from;
        Event event = events.next();
        while (!event.is(Event.ID.SequenceEnd)) {
            Sized item = node(event);
            size += item.size();
            end = Math.max(end, item.site().end());
            items.add(new YamlSequence.Item(item.node(), item.site()));
            event = events.next();
        }
        Span span = source.span(from, flowEnd(event, from, end));
        return new Sized(new YamlSequence(items, span), size, span);
    }

    /** A flow collection ends at its bracket, a block one at its last child: its own end mark runs to the next token. */
    private int flowEnd(Event endEvent, int from, int lastChild) {
        char first = from < source.text().length() ? source.text().charAt(from) : ' ';
        boolean flow = (first == '{' || first == '[')
                && endEvent.getEndMark().getIndex() > endEvent.getStartMark().getIndex();
        return flow ? offset(endEvent.getEndMark().getIndex()) : lastChild;
    }

    /** Where a value begins once its anchor and tag, at which SnakeYAML's mark stands, are passed. */
    private int contentStart(NodeEvent event) {
        String text = source.text();
        int at = offset(event.getStartMark().getIndex());
        while (at < text.length() && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            at = afterBlanksAndComments(at);
        }
        return Math.min(
                at,
                Math.max(
                        offset(event.getEndMark().getIndex()),
                        offset(event.getStartMark().getIndex())));
    }

    private int afterBlanksAndComments(int from) {
        String text = source.text();
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    private int trimmed(int start, int end) {
        int at = end;
        while (at > start && Character.isWhitespace(source.text().charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private Span span(Event event) {
        int start = offset(event.getStartMark().getIndex());
        return source.span(start, Math.max(start, offset(event.getEndMark().getIndex())));
    }

    private int offset(int codePoint) {
        return source.offsetOfCodePoint(codePoint);
    }

    private UnreadableFileException unreadable(MarkedYAMLException e) {
        int at = e.getProblemMark() == null ? 0 : offset(e.getProblemMark().getIndex());
        return new UnreadableFileException(source.at(source.span(at, at)), "not YAML: " + firstLine(e.getProblem()));
    }

    private static String firstLine(String message) {
        return message == null
                ? "cannot be parsed"
                : message.lines().findFirst().orElse("cannot be parsed");
    }
}
