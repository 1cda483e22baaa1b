package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads redirections, and here documents once their lines come. */
final class ShellRedirections {

    /** The longest first. */
    private static final List<String> OPERATORS =
            List.of("&>>", "<<<", "<<-", "&>", ">>", ">&", ">|", "<<", "<>", "<&", ">", "<");

    private final ShellCursor cursor;
    private final ShellWords words;
    private final List<Here> open = new ArrayList<>();

    ShellRedirections(ShellCursor cursor, ShellWords words) {
        this.cursor = cursor;
        this.words = words;
    }

    /** A here document whose lines have not come yet; they take their place in the list of redirections. */
    private record Here(
            List<ShellNode.Redirection> redirections, int place, String operator, String delimiter, boolean quoted) {}

    /** Adds all the redirections here. */
    void readAll(List<ShellNode.Redirection> read) throws ShellSyntaxException {
        cursor.skipBlanks();
        while (skipDescriptor()) {
            String operator = operator();
            cursor.expect(operator);
            cursor.skipBlanks();
            ShellNode.Word target = words.word();
            if (target.parts().isEmpty()) {
                throw new ShellSyntaxException("there is no target");
            }
            if (operator.equals("<<") || operator.equals("<<-")) {
                open.add(here(read, operator, target));
            }
            read.add(new ShellNode.Redirection(operator, target));
            cursor.skipBlanks();
        }
    }

    /** Whether a redirection is here; a descriptor before it is taken. */
    private boolean skipDescriptor() throws ShellSyntaxException {
        int start = cursor.at();
        while (cursor.peek() >= '0' && cursor.peek() <= '9') {
            cursor.next();
        }
        if (cursor.at() == start && cursor.peek() == '{') {
            cursor.next();
            while (ShellWords.isNamePart(cursor.peek())) {
                cursor.next();
            }
            if (!cursor.take("}")) {
                cursor.moveTo(start);
                return false;
            }
        }
        boolean both = cursor.peek() == '&' && cursor.at() > start;
        if (operator().isEmpty() || both || cursor.isAhead("<(") || cursor.isAhead(">(")) {
            cursor.moveTo(start);
            return false;
        }
        return true;
    }

    private String operator() {
        for (String operator : OPERATORS) {
            if (cursor.isAhead(operator)) {
                return operator;
            }
        }
        return "";
    }

    private Here here(List<ShellNode.Redirection> read, String operator, ShellNode.Word delimiter) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (ShellNode.Part part : delimiter.parts()) {
            if (part instanceof ShellNode.Literal literal) {
                quoted |= literal.text().indexOf('\\') >= 0;
                text.append(literal.text().replace("\\", ""));
            } else if (part instanceof ShellNode.SingleQuoted single) {
                quoted = true;
                text.append(single.text());
            } else if (part instanceof ShellNode.DoubleQuoted both) {
                quoted = true;
                both.parts().forEach(it -> text.append(it instanceof ShellNode.Literal literal ? literal.text() : ""));
            }
        }
        return new Here(read, read.size(), operator, text.toString(), quoted);
    }

    /** Reads the here documents that begin with this line. */
    void readHereDocuments() throws ShellSyntaxException {
        List<Here> opened = List.copyOf(open);
        open.clear();
        for (Here here : opened) {
            String content = content(here);
            ShellNode.Word word = here.quoted()
                    ? new ShellNode.Word(List.of(new ShellNode.Literal(content)))
                    : ShellParser.parseHereDocument(content);
            here.redirections().set(here.place(), new ShellNode.Redirection(here.operator(), word));
        }
    }

    private String content(Here here) throws ShellSyntaxException {
        StringBuilder content = new StringBuilder();
        while (!cursor.isAtEnd()) {
            String line = cursor.line();
            if (here.operator().equals("<<-")) {
                line = line.replaceFirst("^\t+", "");
            }
            boolean last = !cursor.take("\n");
            if (line.equals(here.delimiter())) {
                return content.toString();
            }
            content.append(line).append('\n');
            if (last) {
                break;
            }
        }
        throw new ShellSyntaxException("a here document does not end");
    }

    /** All must have come by the end. */
    void close() throws ShellSyntaxException {
        if (!open.isEmpty()) {
            throw new ShellSyntaxException("a here document does not begin");
        }
    }
}
