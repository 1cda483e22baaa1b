package io.github.mavenhardening.core.workflow;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shell quoting: where in a script's text the shell expands variables. */
public final class ShellQuotes {

    /** Here-documents and here-strings: what stands in them follows rules of its own. */
    private static final Pattern DOCUMENT = Pattern.compile("(?<!<)<<-?\\s{0,9}[^<\\s-]|@['\"]\\s{0,9}\n");

    /** Stands for {@code $'}, in which a backslash keeps the quote from closing. */
    private static final char ESCAPED = 'e';

    private final Shell shell;
    /** The offsets at which a variable is read, documents left aside. */
    private final BitSet read = new BitSet();
    /** Those of them that are in double quotes. */
    private final BitSet quoted = new BitSet();
    /** Where the first document begins; what follows is not analysed. */
    private final int documents;

    /** Quotes, parentheses and backticks that are open; what is in parentheses within quotes has quotes of its own. */
    private final StringBuilder open = new StringBuilder();

    /** Whether a backtick is among them; there is one at most. */
    private boolean substitutes;

    private boolean comment;

    ShellQuotes(String script, Shell shell) {
        // Silent: no limit of what is read, but the end of it where there is no document.
        this.shell = shell;
        boolean mayHaveDocument = script.contains("<<") || script.indexOf('@') >= 0;
        Matcher document = DOCUMENT.matcher(script);
        this.documents = mayHaveDocument && document.find() ? document.end() : Integer.MAX_VALUE;
        if (shell != Shell.CMD) {
            read(script);
        }
    }

    /** Whether a variable at an offset of a script is read for certain: not in single quotes, a comment or a document. */
    public static boolean expandAt(Step.RunScript run, int offset, Shell shell, Definitions definitions) {
        return of(run, shell, definitions).expandAt(offset);
    }

    /** Whether an offset of a script, at which a variable is read, is in double quotes. */
    public static boolean isQuotedAt(Step.RunScript run, int offset, Shell shell, Definitions definitions) {
        return of(run, shell, definitions).quoted.get(offset);
    }

    private static ShellQuotes of(Step.RunScript run, Shell shell, Definitions definitions) {
        Optional<ShellQuotes> known = definitions.known(ShellQuotes.class, run);
        return known.isPresent() && known.get().shell == shell
                ? known.get()
                : definitions.keep(
                        ShellQuotes.class, run, new ShellQuotes(run.script().value(), shell));
    }

    boolean expandAt(int offset) {
        return shell == Shell.CMD || (offset < documents && read.get(offset));
    }

    private void read(String script) {
        read.set(0);
        for (int i = 0; i < script.length(); i++) {
            i = comment ? afterComment(script, i) : after(script, i);
            read.set(i + 1, !comment && top() != '\'' && top() != ESCAPED);
            quoted.set(i + 1, !comment && top() == '"');
        }
    }

    private int afterComment(String script, int at) {
        comment = script.charAt(at) != '\n';
        return at;
    }

    /** Takes in a character, and answers the offset of the last one that goes with it. */
    private int after(String script, int at) {
        char c = script.charAt(at);
        char top = top();
        char next = at + 1 < script.length() ? script.charAt(at + 1) : 0;
        if (top == '\'' || top == ESCAPED) {
            if (c == '\'') {
                pop();
            }
            return top == ESCAPED && c == '\\' ? at + 1 : at;
        }
        if (c == (shell == Shell.POWERSHELL ? '`' : '\\')) {
            return at + 1;
        }
        if (c == '$' && next == '(') {
            open.append('(');
            return at + 1;
        }
        if (c == '"') {
            quote(top);
        } else if (c == '`') {
            substitute();
        } else if (top != '"') {
            code(script, at, c);
        }
        return at;
    }

    private void quote(char top) {
        if (top == '"') {
            pop();
        } else {
            open.append('"');
        }
    }

    /** A backtick ends what one began, with all that was left open in it. */
    private void substitute() {
        if (substitutes) {
            open.setLength(open.lastIndexOf("`"));
        } else {
            open.append('`');
        }
        substitutes = !substitutes;
    }

    private void code(String script, int at, char c) {
        if (c == '\'') {
            boolean isEscaped = shell != Shell.POWERSHELL && at > 0 && script.charAt(at - 1) == '$';
            open.append(isEscaped ? ESCAPED : '\'');
        } else if (c == '(') {
            open.append('(');
        } else if (c == ')' && top() == '(') {
            pop();
        } else if (c == '#') {
            comment = at == 0 || Character.isWhitespace(script.charAt(at - 1));
        }
    }

    private char top() {
        return open.isEmpty() ? 0 : open.charAt(open.length() - 1);
    }

    private void pop() {
        open.setLength(open.length() - 1);
    }
}
