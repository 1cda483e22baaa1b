package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** How deep collections may nest, those that aliases lead to included. */
    static final int DEPTH_LIMIT = 100;

    /** How many values a document may have once every alias is unfolded; a long text counts as several. */
    static final long SIZE_LIMIT = 1_000_000;

    /**
     * How many of them a short document may have, and how many more for each of its characters: many small files must not cost
     * what one huge file does. Without aliases a value takes two characters at least, as people write it some twenty.
     */
    private static final long SIZE_BASE = 2_000;

    private static final long SIZE_A_CHARACTER = 2;

    /** The characters of a text that count as one more value: many aliases of a huge text are as bad as many values. */
    private static final int TEXT_UNIT = 128;

    private final SourceFile source;
    private final YamlPlaces places;
    private final List<YamlProblem> problems = new ArrayList<>();
    private final List<YamlScalar> scalars = new ArrayList<>();
    private final Map<String, Part> anchors = new HashMap<>();
    private final YamlEvents events;
    private final long sizeLimit;
    private int depth;

    /**
     * A node where it is used.
     *
     * @param node null while its anchor is still open
     * @param size the number of values that it unfolds to
     * @param height how many collections nest in it, itself included
     * @param site the alias where it is one, else the node's own span
     */
    private record Part(YamlNode node, long size, int height, Span site) {}

    YamlComposer(SourceFile source) {
        // Silent: a document beyond the limit is refused by an exception.
        this.source = source;
        this.places = new YamlPlaces(source);
        this.events = new YamlEvents(source, places);
        this.sizeLimit = Math.min(
                SIZE_LIMIT, SIZE_BASE + SIZE_A_CHARACTER * source.text().length());
    }

    /** Reads all of it; empty where it holds nothing. */
    Optional<YamlNode> compose() throws UnreadableFileException {
        Optional<YamlNode> root = document();
        Collections.sort(problems);
        return root.orElse(null) instanceof YamlScalar scalar && scalar.isNull() ? Optional.empty() : root;
    }

    /** What can be read in more than one way, in the order of the text. */
    List<YamlProblem> problems() {
        return problems;
    }

    /** Every scalar, keys included, each once. */
    List<YamlScalar> scalars() {
        return scalars;
    }

    private Optional<YamlNode> document() throws UnreadableFileException {
        Optional<YamlNode> root = Optional.empty();
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                problems.add(
                        new YamlProblem("a second document begins here; only the first is read", places.span(event)));
                drain();
            } else if (event instanceof NodeEvent) {
                root = Optional.of(node(event).node());
            }
        }
        return root;
    }

    /** Reads the rest, so that a syntax error in it is seen too, and no text in it is taken for a comment. */
    private void drain() throws UnreadableFileException {
        while (events.hasNext()) {
            if (events.next() instanceof ScalarEvent scalar) {
                scalars.add(places.scalar(scalar));
            }
        }
    }

    private Part node(Event event) throws UnreadableFileException {
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, new Part(null, 0, 0, places.span(event)));
        }
        Part part = event instanceof ScalarEvent scalar ? scalar(scalar) : collection((NodeEvent) event);
        if (part.size() > sizeLimit) {
            throw unreadable(
                    places.span(event), "it holds more than " + sizeLimit + " values once its aliases are unfolded");
        }
        if (anchor != null) {
            anchors.put(anchor, part);
        }
        return part;
    }

    private Part alias(AliasEvent event) throws UnreadableFileException {
        Part target = anchors.get(event.getAnchor());
        Span site = places.span(event);
        if (target == null) {
            throw unreadable(site, "the alias names no anchor before it");
        }
        if (target.node() == null) {
            throw unreadable(site, "the alias leads to itself");
        }
        return new Part(target.node(), target.size(), target.height(), site);
    }

    private Part scalar(ScalarEvent event) {
        YamlScalar scalar = places.scalar(event);
        scalars.add(scalar);
        return new Part(scalar, 1 + scalar.value().length() / TEXT_UNIT, 0, scalar.span());
    }

    private Part collection(NodeEvent event) throws UnreadableFileException {
        depth++;
        checkDepth(depth, event);
        Part part = event instanceof MappingStartEvent start ? mapping(start) : sequence((SequenceStartEvent) event);
        depth--;
        checkDepth(part.height(), event);
        return part;
    }

    private void checkDepth(int levels, Event event) throws UnreadableFileException {
        if (levels > DEPTH_LIMIT) {
            throw unreadable(places.span(event), "collections nest deeper than " + DEPTH_LIMIT);
        }
    }

    private Part mapping(MappingStartEvent start) throws UnreadableFileException {
        int from = places.contentStart(start);
        Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
        long size = 1;
        int height = 0;
        int end = from;
        Event event = events.next();
        while (!event.is(Event.ID.MappingEnd)) {
            Part key = node(event);
            Part value = node(events.next());
            size += key.size() + value.size();
            height = Math.max(height, Math.max(key.height(), value.height()));
            end = Math.max(end, Math.max(key.site().end(), value.site().end()));
            addEntry(entries, key, value);
            event = events.next();
        }
        Span span = places.span(from, places.collectionEnd(start, event, from, end));
        YamlMapping mapping = new YamlMapping(List.copyOf(entries.values()), span, start.isFlow());
        return new Part(mapping, size, height + 1, span);
    }

    private void addEntry(Map<String, YamlMapping.Entry> entries, Part key, Part value) {
        if (!(key.node() instanceof YamlScalar name)) {
            problems.add(new YamlProblem("a key that is not a plain text is not read", key.site()));
            return;
        }
        if (name.isUntyped() && name.value().equals("<<")) {
            problems.add(new YamlProblem("the merge key << is not part of YAML 1.2 and is not expanded", key.site()));
        }
        YamlMapping.Entry entry = new YamlMapping.Entry(name, value.node(), value.site());
        YamlMapping.Entry earlier = entries.remove(name.value());
        if (earlier != null) {
            problems.add(new YamlProblem(
                    "the key '" + YamlEvents.shortened(name.value()) + "' stands here again, after line "
                            + earlier.key().span().line(),
                    key.site()));
        }
        entries.put(name.value(), entry);
    }

    private Part sequence(SequenceStartEvent start) throws UnreadableFileException {
        int from = places.contentStart(start);
        List<YamlSequence.Item> items = new ArrayList<>();
        long size = 1;
        int height = 0;
        int end = from;
        Event event = events.next();
        while (!event.is(Event.ID.SequenceEnd)) {
            Part item = node(event);
            size += item.size();
            height = Math.max(height, item.height());
            end = Math.max(end, item.site().end());
            items.add(new YamlSequence.Item(item.node(), item.site()));
            event = events.next();
        }
        Span span = places.span(from, places.collectionEnd(start, event, from, end));
        return new Part(new YamlSequence(items, span), size, height + 1, span);
    }

    private UnreadableFileException unreadable(Span span, String reason) {
        return new UnreadableFileException(source.at(span), reason);
    }
}
