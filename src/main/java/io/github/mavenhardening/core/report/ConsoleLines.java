package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.report.ConsoleLine.Level;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Lines in the making, as wide as the terminal is and in the characters that it has. */
final class ConsoleLines {

    private static final String ELLIPSIS = "\u2026";
    private static final int ASCII = 128;
    private static final HexFormat HEX = HexFormat.of();

    private final ConsoleSettings settings;
    private final List<ConsoleLine> lines = new ArrayList<>();

    ConsoleLines(ConsoleSettings settings) {
        this.settings = settings;
    }

    /** The characters that a line of that level has room for. */
    int width(Level level) {
        return settings.terminal().columns() - level.label();
    }

    /** Adds a text as one line, however long it is. */
    void whole(Level level, String text) {
        Level heard = level == Level.ERROR && settings.reportOnly() ? Level.WARN : level;
        lines.add(new ConsoleLine(heard, settings.terminal().ascii() ? ascii(text) : text));
    }

    /** Adds a text as as many lines as it needs. */
    void wrapped(Level level, String text, String indent) {
        wrapping(level, text, indent).forEach(line -> whole(level, line));
    }

    /** Adds as much of a text as one line has room for. */
    void cut(Level level, String text) {
        whole(level, settings.verbose() ? text : WrappedText.cut(text, width(level)));
    }

    /** The lines that a text needs; one in a list of everything, which programs read. */
    List<String> wrapping(Level level, String text, String indent) {
        return settings.verbose() ? List.of(text) : WrappedText.lines(text, width(level), indent);
    }

    void addAll(ConsoleLines others) {
        lines.addAll(others.lines);
    }

    List<ConsoleLine> list() {
        return List.copyOf(lines);
    }

    private static String ascii(String text) {
        String dotted = text.replace(ELLIPSIS, "...");
        StringBuilder plain = new StringBuilder(dotted.length());
        for (int i = 0; i < dotted.length(); i++) {
            char c = dotted.charAt(i);
            if (c < ASCII) {
                plain.append(c);
            } else {
                plain.append("\\u").append(HEX.toHexDigits(c));
            }
        }
        return plain.toString();
    }
}
