package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.workflow.Shell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the simple commands of a script, those of substitutions included. Nothing is run, and no variable is followed.
 * PowerShell and cmd are read as far as they are like a POSIX shell: commands, words, pipes.
 */
public final class ShellScript {

    /** The longest script that is read, in characters: commands take a hundred times as much room as their text. */
    static final int LENGTH_LIMIT = 256 * 1024;

    /** How deep substitutions may nest. */
    private static final int DEPTH_LIMIT = 100;

    /** How many characters of substitutions are read, by the length of the script and at least. */
    private static final int INNER_TIMES = 4;

    private static final int INNER_LEAST = 50_000;

    /** With fewer substitutions a script is read as a whole whatever is in them. */
    private static final int SHALLOW = 4;

    private static final Set<String> KEYWORDS = Set.of(
            "do", "then", "else", "elif", "if", "fi", "while", "until", "done", "esac", "!", "{", "}", "call", "@call");
    private static final Set<String> SHELLS = Set.of("sh", "bash");
    private static final Pattern BUILD_WRAPPER = Pattern.compile("(?:.*[/\\\\])?(?:mvnw|gradlew)");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:\\$env:)?([A-Za-z_][A-Za-z0-9_]{0,200})=(.*)", Pattern.DOTALL);

    private final String script;
    private final int shift;
    private final int depth;
    private final Found found;
    private final List<ShellToken> words = new ArrayList<>();
    private int pipeline;

    /** What is read of a script, those of its substitutions among it. */
    private static final class Found {
        private final List<ShellCommand> commands = new ArrayList<>();
        /** How many characters of scripts within scripts are read: each is a part of those around it. */
        private int inner;

        private boolean whole = true;

        Found(int inner) {
            this.inner = inner;
        }
    }

    private ShellScript(String script, int shift, int depth, int pipeline, Found found) {
        this.script = script;
        this.shift = shift;
        this.depth = depth;
        this.pipeline = pipeline;
        this.found = found;
    }

    /** The commands of a script in that shell's syntax, in the order of the text; empty for a shell that is not read. */
    public static List<ShellCommand> commands(String script, Shell shell) {
        List<ShellCommand> commands = found(cut(script), shell).commands;
        Collections.sort(commands);
        return List.copyOf(commands);
    }

    /** Whether all of a script is read, for it is no longer, and what it holds no deeper, than can be. */
    public static boolean isWhole(String script, Shell shell) {
        if (shell == Shell.PYTHON || shell == Shell.OTHER) {
            return true;
        }
        // Silent: this is who says so.
        return script.length() <= LENGTH_LIMIT && (!mayBeDeep(script) || found(script, shell).whole);
    }

    /** Whether it has so many substitutions that some may not be read. */
    private static boolean mayBeDeep(String script) {
        int begins = 0;
        for (int i = 0; i < script.length() && begins < SHALLOW; i++) {
            char c = script.charAt(i);
            begins += c == '`' || (c == '$' && script.startsWith("(", i + 1)) ? 1 : 0;
        }
        return begins == SHALLOW;
    }

    /** A script as far as it is read. */
    static String cut(String script) {
        // Silent: isWhole says so.
        return script.length() > LENGTH_LIMIT ? script.substring(0, LENGTH_LIMIT) : script;
    }

    private static Found found(String script, Shell shell) {
        return switch (shell) {
            case POSIX -> read(script);
            case POWERSHELL -> read(windows(script, '`'));
            case CMD -> read(windows(script, '^'));
            case PYTHON, OTHER -> new Found(0);
        };
    }

    /** Made alike to a POSIX script, every character in its place. PowerShell's backtick escapes whatever follows it. */
    private static String windows(String script, char lineContinuation) {
        StringBuilder text = new StringBuilder(script.replace('\\', '/'));
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c == lineContinuation && (c == '`' || text.charAt(i + 1) == '\n')) {
                text.setCharAt(i, '\\');
            }
        }
        return text.toString();
    }

    private static Found read(String script) {
        Found found = new Found(Math.max(INNER_LEAST, INNER_TIMES * script.length()));
        new ShellScript(script, 0, 0, 0, found).read();
        return found;
    }

    private int read() {
        boolean target = false;
        ShellToken before = null;
        for (ShellToken token : ShellLexer.tokens(script)) {
            boolean substitutes = token.isOperator() && token.text().equals("(") && isRead(before, token);
            if (substitutes) {
                // What stands in <( ) flows into the command before it, so both are one pipeline.
                end(false);
            } else if (token.isOperator() && !token.isRedirection()) {
                end(!token.isPipe());
            } else if (!token.isOperator() && !target) {
                words.add(token);
            }
            target = token.isRedirection() && !token.text().contains("<<");
            before = token;
        }
        end(true);
        return pipeline;
    }

    /** Whether a bracket opens right behind a {@code <}. */
    private static boolean isRead(ShellToken before, ShellToken bracket) {
        return before != null && before.isOperator() && before.text().equals("<") && before.to() == bracket.from();
    }

    private void end(boolean endsPipeline) {
        Map<String, String> assignments = new LinkedHashMap<>();
        int first = skip(assignments);
        List<ShellToken> own = List.copyOf(words.subList(first, words.size()));
        List<ShellToken> all = List.copyOf(words);
        words.clear();
        int mine = pipeline;
        if (!own.isEmpty()) {
            List<String> texts = new ArrayList<>(own.size());
            for (ShellToken word : own) {
                texts.add(word.text());
            }
            if (texts.size() > 1
                    && SHELLS.contains(texts.get(0))
                    && BUILD_WRAPPER.matcher(texts.get(1)).matches()) {
                texts.remove(0);
            }
            found.commands.add(new ShellCommand(
                    texts,
                    assignments,
                    mine,
                    shift + all.get(start(first, all)).from(),
                    shift + own.get(own.size() - 1).to()));
        }
        pipeline = endsPipeline ? mine + 1 : mine;
        for (ShellToken word : all) {
            substitutions(word);
        }
    }

    /** Where the command begins: the assignments right before it are part of it. */
    private static int start(int first, List<ShellToken> all) {
        int start = first;
        while (start > 0 && assignment(all.get(start - 1).text()).isPresent()) {
            start--;
        }
        return start;
    }

    private int skip(Map<String, String> assignments) {
        int from = -1;
        int at = 0;
        while (at > from && at < words.size()) {
            from = at;
            String word = words.get(at).text();
            Optional<Matcher> assignment = assignment(word);
            if (assignment.isPresent()) {
                assignments.put(assignment.get().group(1), assignment.get().group(2));
                at++;
            } else if (KEYWORDS.contains(word.toLowerCase(Locale.ROOT))) {
                at++;
            } else if (isPowerShellAssignment(at)) {
                at += 2;
            } else if (word.equals("function")) {
                at = Math.min(at + 2, words.size());
            } else {
                at = Wrappers.skip(words, at);
            }
        }
        return at;
    }

    /** {@code $x = command}, which no other shell has. */
    private boolean isPowerShellAssignment(int at) {
        return words.get(at).text().startsWith("$")
                && at + 1 < words.size()
                && words.get(at + 1).text().equals("=");
    }

    private static Optional<Matcher> assignment(String word) {
        if (word.indexOf('=') < 0) {
            return Optional.empty();
        }
        Matcher matcher = ASSIGNMENT.matcher(word);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    /** The commands in a word's substitutions; their pipelines get numbers of their own. */
    private void substitutions(ShellToken word) {
        // Silent: what is deeper is noted as not whole.
        if (!word.isDynamic() || word.isVerbatim()) {
            return;
        }
        String raw = word.isDocument() ? word.text() : script.substring(word.from(), word.to());
        int start = shift + (word.isDocument() ? word.document() : word.from());
        for (Substitution part : Substitution.of(raw, !word.isDocument())) {
            found.inner -= part.to() - part.from();
            if (found.inner < 0 || depth == DEPTH_LIMIT) {
                found.whole = false;
                return;
            }
            String inner = raw.substring(part.from(), part.to());
            pipeline = new ShellScript(inner, start + part.from(), depth + 1, pipeline + 1, found).read() + 1;
        }
    }
}
