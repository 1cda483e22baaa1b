package io.github.mavenhardening.core.workflow.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the simple commands of a POSIX shell script with their redirections. Groups and loops whose output is redirected as a
 * whole are not followed.
 */
final class PosixWrites {

    private static final Set<String> TARGETS = Set.of("GITHUB_ENV", "GITHUB_PATH");
    private static final Set<String> PRINTERS = Set.of("echo", "printf");
    private static final Set<String> KEYWORDS =
            Set.of("do", "then", "else", "elif", "if", "while", "until", "!", "{", "time");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,200}=.*");
    private static final Set<String> ENDS = Set.of("}", "done", "fi", "esac", ")");

    private final Set<String> found = new TreeSet<>();
    private final List<ShellToken> words = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private boolean isPiped;
    private boolean hasInput;
    private boolean isInputLiteral = true;

    private PosixWrites() {}

    /** The variables whose files the script writes what is not literal to. */
    static Set<String> in(String script) {
        PosixWrites writes = new PosixWrites();
        String awaited = "";
        for (ShellToken token : ShellLexer.tokens(script)) {
            if (token.isOperator()) {
                if (token.isRedirection()) {
                    awaited = token.text();
                } else {
                    writes.endCommand(token.text().equals("|"));
                    awaited = "";
                }
            } else if (!awaited.isEmpty()) {
                writes.redirect(awaited, token);
                awaited = "";
            } else {
                writes.words.add(token);
            }
        }
        writes.endCommand(false);
        return writes.found;
    }

    private void redirect(String operator, ShellToken target) {
        if (operator.contains(">")) {
            addTarget(target, targets);
        } else {
            hasInput = true;
            isInputLiteral = operator.startsWith("<<") && !target.isDynamic();
        }
    }

    private void endCommand(boolean pipes) {
        judge();
        words.clear();
        targets.clear();
        hasInput = false;
        isInputLiteral = true;
        isPiped = pipes;
    }

    private void judge() {
        int first = 0;
        while (first < words.size() && isPrefix(words.get(first))) {
            first++;
        }
        if (first == words.size() || ENDS.contains(words.get(first).text())) {
            return;
        }
        String name = words.get(first).text();
        List<ShellToken> arguments = words.subList(first + 1, words.size());
        boolean literalInput = hasInput && isInputLiteral && !isPiped;
        if (name.equals("tee") && (isPiped || hasInput) && !literalInput) {
            for (ShellToken argument : arguments) {
                addTarget(argument, found);
            }
        }
        boolean literal = PRINTERS.contains(name)
                ? areLiteral(arguments)
                : name.equals("cat") && arguments.isEmpty() && literalInput;
        if (!literal) {
            found.addAll(targets);
        }
    }

    private static void addTarget(ShellToken word, Collection<String> names) {
        Optional<String> variable = word.variable();
        if (variable.isPresent() && TARGETS.contains(variable.get())) {
            names.add(variable.get());
        }
    }

    private static boolean areLiteral(List<ShellToken> words) {
        for (ShellToken word : words) {
            if (word.isDynamic()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrefix(ShellToken word) {
        return KEYWORDS.contains(word.text()) || ASSIGNMENT.matcher(word.text()).matches();
    }
}
