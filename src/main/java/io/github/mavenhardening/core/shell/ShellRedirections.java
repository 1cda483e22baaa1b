package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads redirections, and here-documents once their lines come. */
final class ShellRedirections {

    /** The longest first. */
    private static final List<String> OPERATORS =
            List.of("&>>", "<<<", "<<-", "&>", ">>", ">&", ">|", "<<", "<>", "<&", ">", "<");

    private final ShellCursor cursor;
    private final ShellWords words;
    private final List<Document> open = new ArrayList<>();

    ShellRedirections(ShellCursor cursor, ShellWords words) {
        this.cursor = cursor;
        this.words = words;
    }

    /** A here-document whose lines have not come yet; they take their place in the list of redirections. */
    private record Document(List<ShellNode.Redirection> redirections, int place, ShellNode.Redirection named) {

        /** Whether a line ends it; one with blanks around its name no shell would take for its end. */
        boolean endsWith(String line, boolean isStrict) {
            String bare = isStrict ? withoutTabs(line) : line.strip();
            return bare.equals(named.target().text());
        }

        private String withoutTabs(String line) {
            int tabs = 0;
            while (named.operator().equals("<<-") && tabs < line.length() && line.charAt(tabs) == '\t') {
                tabs++;
            }
            return line.substring(tabs);
        }

        /** Whether quotes around its name keep the shell from filling anything in. */
        boolean isQuoted() {
            ShellNode.Word name = named.target();
            return name.to() - name.from() != name.text().length();
        }
    }

    /** Adds all the redirections here. */
    void readAll(List<ShellNode.Redirection> read) {
        cursor.skipBlanks();
        int start = cursor.offset();
        while (skipDescriptor()) {
            String descriptor = cursor.since(start);
            String operator = operator();
            cursor.expect(operator);
            cursor.skipBlanks();
            ShellNode.Word target = words.word();
            if (target.parts().isEmpty()) {
                cursor.fault();
            }
            ShellNode.Redirection redirection =
                    new ShellNode.Redirection(descriptor, operator, target, cursor.offset());
            if (operator.equals("<<") || operator.equals("<<-")) {
                open.add(new Document(read, read.size(), redirection));
            }
            read.add(redirection);
            cursor.skipBlanks();
            start = cursor.offset();
        }
    }

    /** Whether a redirection is here; a descriptor before it is taken. */
    private boolean skipDescriptor() {
        int start = cursor.offset();
        while (cursor.peek() >= '0' && cursor.peek() <= '9') {
            cursor.next();
        }
        if (cursor.offset() == start && cursor.peek() == '{') {
            cursor.next();
            while (ShellWords.isNamePart(cursor.peek())) {
                cursor.next();
            }
            if (!cursor.take("}")) {
                cursor.backTo(start);
                return false;
            }
        }
        boolean both = cursor.peek() == '&' && cursor.offset() > start;
        if (operator().isEmpty() || both || cursor.isAhead("<(") || cursor.isAhead(">(")) {
            cursor.backTo(start);
            return false;
        }
        return true;
    }

    private String operator() {
        if ("<>&".indexOf(cursor.peek()) >= 0) {
            for (String operator : OPERATORS) {
                if (cursor.isAhead(operator)) {
                    return operator;
                }
            }
        }
        return "";
    }

    /** Reads the here-documents that begin with this line. */
    void readDocuments() {
        List<Document> opened = List.copyOf(open);
        open.clear();
        for (Document document : opened) {
            int from = cursor.offset();
            String content = content(document);
            List<ShellNode.Part> parts = document.isQuoted()
                    ? List.of(new ShellNode.SingleQuoted(content))
                    : cursor.within(content, from, words::document);
            ShellNode.Redirection named = document.named();
            document.redirections()
                    .set(
                            document.place(),
                            new ShellNode.Redirection(
                                    named.descriptor(),
                                    named.operator(),
                                    new ShellNode.Word(parts, from, from + content.length()),
                                    named.to()));
        }
    }

    private String content(Document document) {
        return cursor.either(() -> content(document, true), () -> {
            cursor.fault();
            return content(document, false);
        });
    }

    private String content(Document document, boolean isStrict) {
        int from = cursor.offset();
        while (!cursor.isAtEnd()) {
            int start = cursor.offset();
            boolean isEnd = document.endsWith(cursor.line(), isStrict);
            int end = cursor.offset();
            boolean isLast = !cursor.take("\n");
            if (isEnd && cursor.isWhole()) {
                int next = cursor.offset();
                cursor.backTo(start);
                String content = cursor.since(from);
                cursor.skip(next - start);
                return content;
            }
            if (isLast) {
                cursor.backTo(end);
                break;
            }
        }
        cursor.fault();
        return cursor.since(from);
    }

    /** Whether here-documents are still to come. */
    boolean areOpen() {
        return !open.isEmpty();
    }
}
