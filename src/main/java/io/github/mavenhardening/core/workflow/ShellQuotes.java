package io.github.mavenhardening.core.workflow;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shell quoting: where in a script's text the shell expands variables. */
public final class ShellQuotes {

    /** Here-documents and here-strings: what stands in them follows rules of its own. */
    private static final Pattern DOCUMENT = Pattern.compile("(?<!<)<<-?\\s{0,9}[^<\\s-]|@['\"]\\s{0,9}\n");

    private final Shell shell;
    /** The offsets at which a variable is read, documents left aside. */
    private final BitSet read = new BitSet();
    /** Those of them that are in double quotes. */
    private final BitSet quoted = new BitSet();
    /** Where the first document begins; what follows is not analysed. */
    private final int documents;

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
        char escape = shell == Shell.POWERSHELL ? '`' : '\\';
        char quote = 0;
        boolean comment = false;
        for (int i = 0; i < script.length(); i++) {
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
            read.set(i + 1, !comment && quote != '\'');
            quoted.set(i + 1, !comment && quote == '"');
        }
    }
}
