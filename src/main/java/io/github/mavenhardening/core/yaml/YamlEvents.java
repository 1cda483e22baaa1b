package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.text.Ellipsis;
import io.github.mavenhardening.core.text.MergeConflict;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;

/** SnakeYAML's events of a file; whatever its parser throws becomes a refusal with a place. */
final class YamlEvents {

    static {
        // An escape of YAML 1.2 that SnakeYAML, of 1.1, does not know; what GitHub and pre-commit read with does.
        ScannerImpl.ESCAPE_REPLACEMENTS.put('/', "/");
    }

    private static final int MESSAGE_LIMIT = 200;

    private final SourceFile source;
    private final YamlPlaces places;
    private final Parser parser;
    private int passed;

    YamlEvents(SourceFile source, YamlPlaces places) {
        this.source = source;
        this.places = places;
        LoaderOptions options = new LoaderOptions();
        // Silent: the size was bounded when the file was read.
        options.setCodePointLimit(Integer.MAX_VALUE);
        // Not new Yaml(): it makes a constructor and a representer too, eighty classes that no event needs.
        this.parser = new ParserImpl(new CodePoints(source.text()), options);
    }

    boolean hasNext() throws UnreadableFileException {
        try {
            return parser.peekEvent() != null;
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    Event next() throws UnreadableFileException {
        Event event;
        try {
            event = parser.getEvent();
        } catch (RuntimeException e) {
            throw refused(e);
        }
        passed = event.getEndMark().getIndex();
        return event;
    }

    /** Not only of a YAMLException: a broken escape such as "\x" at the end is a NumberFormatException. */
    private UnreadableFileException refused(RuntimeException cause) {
        if (cause instanceof MarkedYAMLException marked) {
            int at = marked.getProblemMark() == null
                    ? passed
                    : marked.getProblemMark().getIndex();
            int conflict = MergeConflict.startOf(source.text());
            return conflict >= 0 && conflict <= at
                    ? refused(places.span(conflict, conflict), "an unresolved merge conflict begins here", cause)
                    : refused(places.point(at), reason(marked.getProblem()), cause);
        }
        return cause instanceof ReaderException
                ? refused(unprintable(), "it holds a control character", cause)
                : refused(places.point(passed), "cannot be parsed", cause);
    }

    private UnreadableFileException refused(Span place, String reason, RuntimeException cause) {
        UnreadableFileException refusal = new UnreadableFileException(source.at(place), "not YAML: " + reason);
        refusal.initCause(cause);
        return refusal;
    }

    /** The first character that YAML does not allow. The reader throws before anything near it is parsed. */
    private Span unprintable() {
        String text = source.text();
        int at = 0;
        while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return places.span(at, at);
    }

    private static String reason(String problem) {
        return problem == null
                ? "cannot be parsed"
                : problem.lines().findFirst().map(YamlEvents::shortened).orElse("cannot be parsed");
    }

    /** A text that is safe to put into a message, whatever its length in the file. */
    static String shortened(String text) {
        // Silent: the ellipsis says that it was cut.
        return Ellipsis.cut(text, MESSAGE_LIMIT);
    }
}
