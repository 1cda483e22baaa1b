package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.Optional;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Turns SnakeYAML's marks, which count code points and run too far at either end, into spans of the values themselves. */
final class YamlPlaces {

    private final SourceFile source;
    private final String text;

    YamlPlaces(SourceFile source) {
        this.source = source;
        this.text = source.text();
    }

    /** From an event's start mark to its end mark. */
    Span span(Event event) {
        return span(start(event), end(event));
    }

    /** Between two offsets; empty where the second comes first. */
    Span span(int start, int end) {
        return source.span(start, Math.max(start, end));
    }

    /** The place of a code point. */
    Span point(int codePoint) {
        int at = source.offsetOfCodePoint(Math.max(0, codePoint));
        return source.span(at, at);
    }

    /** Where a value begins once its anchor and tag, at which the start mark stands, are passed. */
    int contentStart(NodeEvent event) {
        int at = start(event);
        while (at < text.length() && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
            while (at < text.length() && !isSpace(text.charAt(at))) {
                at++;
            }
            at = afterSpaceAndComments(at);
        }
        return Math.min(at, Math.max(end(event), start(event)));
    }

    /** A collection in flow style ends at its bracket; a block one at its last child, for its end mark is the next token. */
    int collectionEnd(NodeEvent startEvent, Event endEvent, int from, int lastChild) {
        char open = startEvent instanceof MappingStartEvent ? '{' : '[';
        char close = startEvent instanceof MappingStartEvent ? '}' : ']';
        int last = start(endEvent);
        // The pair `[a]: b` within brackets has a key that looks like a start, and the bracket after it like an end.
        boolean flow = charAt(from) == open && charAt(last) == close && end(endEvent) > last;
        return flow ? end(endEvent) : lastChild;
    }

    /** The scalar of an event, its span cut to what is the scalar's own. */
    YamlScalar scalar(ScalarEvent event) {
        YamlScalar.Style style = switch (event.getScalarStyle()) {
            case SINGLE_QUOTED -> YamlScalar.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> YamlScalar.Style.DOUBLE_QUOTED;
            case LITERAL -> YamlScalar.Style.LITERAL;
            case FOLDED -> YamlScalar.Style.FOLDED;
            default -> YamlScalar.Style.PLAIN;
        };
        int start = contentStart(event);
        YamlScalar scalar = new YamlScalar(
                CommonWords.shared(event.getValue()),
                style,
                Optional.ofNullable(event.getTag()),
                span(start, end(event)),
                source);
        return scalar.isBlock() ? scalar.within(span(start, blockEnd(scalar))) : scalar;
    }

    /** Where a block scalar's last line of text ends; without any, the end of its indicators. */
    private int blockEnd(YamlScalar scalar) {
        String value = scalar.value();
        int length = value.length();
        while (length > 0 && YamlText.isBreak(value.charAt(length - 1))) {
            length--;
        }
        if (length == 0) {
            return scalar.span().start() + scalar.header().length();
        }
        if (YamlText.isBlank(value.charAt(length - 1))) {
            // The last line may be all blanks, and then it takes the whole alignment to tell which of them are text.
            return scalar.spanOf(0, length).end();
        }
        int end = scalar.span().end();
        while (isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int afterSpaceAndComments(int from) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) == '#') {
                at = YamlText.lineEnd(text, at, text.length());
            } else if (isSpace(text.charAt(at))) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return YamlText.isBlank(c) || YamlText.isBreak(c);
    }

    private char charAt(int at) {
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private int start(Event event) {
        return source.offsetOfCodePoint(event.getStartMark().getIndex());
    }

    private int end(Event event) {
        return source.offsetOfCodePoint(event.getEndMark().getIndex());
    }
}
