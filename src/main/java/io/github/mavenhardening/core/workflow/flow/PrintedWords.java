package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words of a script as {@code echo} and {@code printf} print them, line by line. */
final class PrintedWords {

    private final ShellWalk<Taint, PrintTarget> walk;

    PrintedWords(ShellWalk<Taint, PrintTarget> walk) {
        this.walk = walk;
    }

    /** What {@code echo} or {@code printf} prints. */
    List<PrintedLine> printed(String program, List<ShellNode.Word> arguments) {
        List<ShellNode.Word> words = new ArrayList<>();
        for (ShellNode.Word word : arguments) {
            if (!(words.isEmpty() && word.text().matches("-[neE]{1,3}"))) {
                words.add(word);
            }
        }
        if (program.equals("echo")) {
            return lines(words);
        }
        boolean quotes = !words.isEmpty() && words.get(0).text().matches(".*%[qd].*");
        return quotes ? List.of() : formatted(words);
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

    /** What {@code printf} prints: its values stand where its first word says. */
    private List<PrintedLine> formatted(List<ShellNode.Word> words) {
        List<PrintedLine> lines = lines(words);
        if (words.size() < 2) {
            return lines;
        }
        Optional<Taint> taint = taint(lines);
        List<PrintedLine> formatted = new ArrayList<>();
        for (String text : words.get(0).text().replace("\\n", "\n").split("\n", -1)) {
            boolean filled = text.contains("%");
            String name =
                    text.startsWith("%s") && words.size() > 2 ? words.get(1).text() + text.substring(2) : text;
            formatted.add(new PrintedLine(name, filled ? taint : Optional.empty(), filled && text.equals("%s")));
        }
        return formatted;
    }

    /** Words as they are printed, with a space between them. */
    List<PrintedLine> lines(List<ShellNode.Word> words) {
        Lines lines = new Lines();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                lines.text(" ");
            }
            for (ShellNode.Part part : words.get(i).parts()) {
                lines.part(part, words.get(i));
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

        private void part(ShellNode.Part part, ShellNode.Word word) {
            if (part instanceof ShellNode.DoubleQuoted quoted) {
                for (ShellNode.Part inner : quoted.parts()) {
                    part(inner, word);
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
                    taint = behind(walk.carried(part, word));
                }
                text.append(part.plain().replace('\n', ' '));
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
