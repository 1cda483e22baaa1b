package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.code.ShellWalk;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a script as {@code echo} and {@code printf} print them, line by line. */
final class PrintedWords {

    /** Where a format takes a value. */
    private static final Pattern CONVERSION =
            Pattern.compile("(?<!%)(?:%%){0,9}%[-+ #0]{0,5}[\\d*]{0,9}(?:\\.[\\d*]{0,9})?([a-zA-Z])");

    private final ShellWalk<Taint, PrintTarget> walk;

    PrintedWords(ShellWalk<Taint, PrintTarget> walk) {
        this.walk = walk;
    }

    /** What {@code echo} or {@code printf} prints. */
    List<PrintedLine> printed(String program, List<ShellNode.Word> arguments) {
        boolean isEcho = program.equals("echo");
        boolean unescapes = !isEcho;
        List<ShellNode.Word> words = new ArrayList<>();
        for (ShellNode.Word word : arguments) {
            if (!(words.isEmpty() && word.text().matches("-[neE]{1,3}|--"))) {
                words.add(word);
            } else {
                unescapes |= word.text().contains("e");
            }
        }
        if (!isEcho && words.size() > 1) {
            return formatted(words);
        }
        List<PrintedLine> lines = lines(words, isEcho && !walk.setsSeparators());
        return unescapes ? unescaped(lines) : lines;
    }

    private static List<PrintedLine> unescaped(List<PrintedLine> lines) {
        List<PrintedLine> found = new ArrayList<>();
        for (PrintedLine line : lines) {
            found.add(new PrintedLine(line.text(), line.taint().map(Taint::unescaped), line.isUnknown()));
        }
        return found;
    }

    /** The first that one of the lines brings. */
    static Optional<Taint> taint(List<PrintedLine> lines) {
        for (PrintedLine line : lines) {
            if (line.taint().isPresent()) {
                return line.taint();
            }
        }
        return Optional.empty();
    }

    /** What {@code printf} prints: its values stand where its first word says, which is used again where there are more. */
    private List<PrintedLine> formatted(List<ShellNode.Word> words) {
        Optional<Taint> ofFormat = walk.carried(words.get(0)).map(Taint::unescaped);
        String format = CommandWords.raw(words.get(0)).replace("\\n", "\n");
        int values = 0;
        Matcher counted = CONVERSION.matcher(format);
        while (counted.find()) {
            values++;
        }
        List<PrintedLine> formatted = new ArrayList<>();
        int value = 0;
        for (String line : format.split("\n", -1)) {
            StringBuilder text = new StringBuilder();
            Optional<Taint> taint = ofFormat;
            boolean unknown = false;
            int read = 0;
            Matcher conversion = CONVERSION.matcher(line);
            while (conversion.find()) {
                text.append(line.substring(read, conversion.start()));
                read = conversion.end();
                value++;
                boolean isText =
                        conversion.group(1).equals("s") || conversion.group(1).equals("b");
                for (int i = value; isText && taint.isEmpty() && i < words.size(); i += values) {
                    taint = walk.carried(words.get(i));
                    taint = conversion.group(1).equals("b") ? taint.map(Taint::unescaped) : taint;
                    taint = taint.isEmpty() || text.isEmpty()
                            ? taint
                            : Optional.of(taint.get().behind(text.toString()));
                }
                if (isText && value < words.size()) {
                    unknown |= text.toString().isBlank() && words.get(value).isFilledIn();
                    text.append(walk.written(words.get(value)).replace('\n', ' '));
                }
            }
            formatted.add(new PrintedLine(text + line.substring(read), taint, unknown));
        }
        return formatted;
    }

    /** Words as they are printed, with a space between them. */
    List<PrintedLine> lines(List<ShellNode.Word> words) {
        return lines(words, false);
    }

    /** The same; what is not quoted may be cut into words, so that no line break is left of it. */
    private List<PrintedLine> lines(List<ShellNode.Word> words, boolean areCut) {
        Lines lines = new Lines(areCut);
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                lines.text(" ");
            }
            for (ShellNode.Part part : words.get(i).parts()) {
                lines.part(part, words.get(i), false);
            }
        }
        return lines.done();
    }

    /** Cuts words into lines. */
    private final class Lines {
        private final List<PrintedLine> done = new ArrayList<>();
        private StringBuilder text = new StringBuilder();
        private Optional<Taint> taint = Optional.empty();
        private boolean unknown;
        private final boolean areCut;

        private Lines(boolean areCut) {
            this.areCut = areCut;
        }

        private void part(ShellNode.Part part, ShellNode.Word word, boolean isQuoted) {
            if (part instanceof ShellNode.DoubleQuoted quoted) {
                for (ShellNode.Part inner : quoted.parts()) {
                    part(inner, word, true);
                }
            } else if (part instanceof ShellNode.Literal || part instanceof ShellNode.SingleQuoted) {
                String plain = part.plain();
                if (taint.isEmpty() && plain.contains(Fence.OPEN)) {
                    taint = behind(walk.expression(plain, word));
                }
                text(plain);
            } else {
                unknown |= text.toString().isBlank();
                if (taint.isEmpty()) {
                    Optional<Taint> found = walk.carried(part, word);
                    taint = behind(areCut && !isQuoted ? found.map(Taint::asLine) : found);
                }
                text.append(walk.written(part.plain()).replace('\n', ' '));
            }
        }

        private Optional<Taint> behind(Optional<Taint> found) {
            return found.isEmpty() || text.isEmpty()
                    ? found
                    : Optional.of(found.get().behind(text.toString()));
        }

        private void text(String plain) {
            String[] parts = plain.split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    end();
                }
                text.append(parts[i]);
            }
        }

        private void end() {
            done.add(new PrintedLine(text.toString(), taint, unknown));
            text = new StringBuilder();
            taint = Optional.empty();
            unknown = false;
        }

        private List<PrintedLine> done() {
            end();
            return done;
        }
    }
}
