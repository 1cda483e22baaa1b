package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the commands of a POSIX shell script with their redirections, those of groups and loops among them. */
final class PosixWrites {

    private static final Set<String> TARGETS = Set.of("GITHUB_ENV", "GITHUB_PATH");
    private static final Pattern EXPRESSION = Pattern.compile(EnvironmentFile.EXPRESSION);
    private static final Set<String> COPIERS = Set.of("cp", "mv", "install");
    private static final Set<String> PRINTERS = Set.of("echo", "printf");
    private static final Set<String> KEYWORDS = Set.of("do", "then", "else", "elif", "if", "while", "until", "!", "{");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,200}=.*");

    /** Commands that print nothing, whatever they are given. */
    private static final Set<String> SILENT = Set.of(
            ":",
            "[",
            "[[",
            "break",
            "case",
            "cd",
            "chmod",
            "continue",
            "cp",
            "declare",
            "exit",
            "export",
            "false",
            "for",
            "local",
            "mkdir",
            "mv",
            "read",
            "return",
            "rm",
            "select",
            "set",
            "shift",
            "shopt",
            "sleep",
            "test",
            "touch",
            "trap",
            "true",
            "unset");

    private final Set<String> found = new TreeSet<>();
    private final OutputGroups groups = new OutputGroups();
    private final List<ShellToken> words = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private boolean isPiped;
    private boolean hasInput;
    private boolean hasOutput;
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
                    writes.endCommand(token.isPipe());
                    writes.bracket(token.text());
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
            hasOutput = true;
            addTarget(target, targets);
        } else {
            hasInput = true;
            isInputLiteral = operator.startsWith("<<") && !target.isDynamic();
        }
    }

    private void endCommand(boolean pipes) {
        boolean prints = judge();
        if (prints) {
            found.addAll(targets);
        }
        if (prints && !hasOutput && !pipes) {
            groups.print();
        }
        words.clear();
        targets.clear();
        hasInput = false;
        hasOutput = false;
        isInputLiteral = true;
        isPiped = pipes;
    }

    /** Brackets need no blanks around them, so they are operators, unlike the other words of groups. */
    private void bracket(String operator) {
        if (operator.equals("(")) {
            groups.open(operator);
        } else if (operator.equals(")")) {
            groups.close(operator);
        }
    }

    /** Whether the command, or the group that ends with it, prints what is not literal. */
    private boolean judge() {
        int first = 0;
        int next = afterPrefix(first);
        boolean wrapped = false;
        while (next > first) {
            groups.open(words.get(first).text());
            wrapped |= Wrappers.isOne(words.get(first));
            first = next;
            next = afterPrefix(first);
        }
        boolean closedPrints = groups.takeClosed();
        if (first >= words.size()) {
            // A wrapper that nothing follows is the command itself: "env A=b" prints the environment.
            return wrapped || (closedPrints && words.isEmpty());
        }
        String name = words.get(first).text();
        if (groups.close(name)) {
            return groups.takeClosed();
        }
        groups.open(name);
        List<ShellToken> arguments = words.subList(first + 1, words.size());
        if (COPIERS.contains(name) && arguments.size() > 1) {
            addTarget(arguments.get(arguments.size() - 1), found);
        }
        return !SILENT.contains(name) && prints(name, arguments);
    }

    private boolean prints(String name, List<ShellToken> arguments) {
        boolean literalInput = hasInput && isInputLiteral && !isPiped;
        if (name.equals("tee") && (isPiped || hasInput) && !literalInput) {
            for (ShellToken argument : arguments) {
                addTarget(argument, found);
            }
        }
        boolean literal = PRINTERS.contains(name)
                ? areLiteral(arguments)
                : name.equals("cat") && arguments.isEmpty() && literalInput;
        return !literal;
    }

    private static void addTarget(ShellToken word, Collection<String> names) {
        Optional<String> variable = word.variable();
        Matcher expression = EXPRESSION.matcher(word.text());
        if (variable.isPresent() && TARGETS.contains(variable.get())) {
            names.add(variable.get());
        } else if (word.isDynamic() && expression.matches()) {
            names.add(EnvironmentFile.ofContext(expression.group(1)));
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

    /** The index after a keyword, an assignment or a wrapper; the same index where a command begins, or nothing is left. */
    private int afterPrefix(int index) {
        if (index >= words.size()) {
            return index;
        }
        String word = words.get(index).text();
        if (word.equals("function")) {
            return index + 2;
        }
        return KEYWORDS.contains(word) || ASSIGNMENT.matcher(word).matches() ? index + 1 : Wrappers.skip(words, index);
    }
}
