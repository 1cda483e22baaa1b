package io.github.mavenhardening.core.workflow;

import java.util.regex.Pattern;

/** Tells where a script's text is such that the shell puts a variable's value into it. */
public final class ShellQuotes {

    /** Here-documents and here-strings: what stands in them follows rules of its own. */
    private static final Pattern DOCUMENT = Pattern.compile("(?<!<)<<-?\\s{0,9}[^<\\s-]|@['\"]\\s{0,9}\n");

    private ShellQuotes() {}

    /** Whether a variable at an offset of a script is read for certain: not in single quotes, a comment or a document. */
    public static boolean expandAt(String script, int offset, Shell shell) {
        if (shell == Shell.CMD) {
            return true;
        }
        boolean mayHaveDocument = script.contains("<<") || script.indexOf('@') >= 0;
        if (mayHaveDocument && DOCUMENT.matcher(script).region(0, offset).find()) {
            return false;
        }
        char escape = shell == Shell.POWERSHELL ? '`' : '\\';
        char quote = 0;
        boolean comment = false;
        for (int i = 0; i < offset; i++) {
            char c = script.charAt(i);
            if (comment) {
                comment = c != '\n';
            } else if (c == escape && quote != '\'') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '#') {
                comment = i == 0 || Character.isWhitespace(script.charAt(i - 1));
            }
        }
        return !comment && quote != '\'';
    }
}
