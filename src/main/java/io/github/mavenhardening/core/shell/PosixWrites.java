package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which files of the runner a POSIX shell script writes to, by redirections of commands, groups and loops among them. */
final class PosixWrites {

    /** The file's path as the {@code github} context has it. */
    static final String EXPRESSION = "(?i)\\$\\{\\{\\s{0,9}github\\.(env|path)\\s{0,9}\\}\\}";

    private static final Set<String> TARGETS = Set.of("GITHUB_ENV", "GITHUB_PATH");
    private static final Pattern FROM_CONTEXT = Pattern.compile(EXPRESSION);
    private static final Set<String> COPIERS = Set.of("cp", "mv", "install");
    private static final Set<String> PRINTERS = Set.of("echo", "printf");
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

    private PosixWrites() {}

    /** The variables whose files the statements write what is not literal to, sorted. */
    static Set<String> in(List<ShellNode.Statement> statements) {
        PosixWrites writes = new PosixWrites();
        writes.print(statements, false);
        return writes.found;
    }

    /** The variable that holds the same path as that member of the {@code github} context. */
    static String ofContext(String name) {
        return "GITHUB_" + name.toUpperCase(Locale.ROOT);
    }

    /** Whether one of the statements prints what is not literal. */
    private boolean print(List<ShellNode.Statement> statements, boolean isPiped) {
        boolean prints = false;
        for (ShellNode.Statement statement : statements) {
            prints |= prints(statement, isPiped);
        }
        return prints;
    }

    /** Whether what is not literal is printed to where the statement's group prints. */
    private boolean prints(ShellNode.Statement statement, boolean isPiped) {
        boolean prints =
                statement.command().isPresent() && prints(statement.command().get(), statement.redirections(), isPiped);
        boolean isElsewhere = false;
        for (ShellNode.Redirection redirection : statement.redirections()) {
            isElsewhere |= redirection.isOutput();
            if (prints && redirection.isWrite()) {
                addTarget(redirection.target());
            }
        }
        return prints && !isElsewhere;
    }

    private boolean prints(ShellNode.Command command, List<ShellNode.Redirection> redirections, boolean isPiped) {
        if (command instanceof ShellCompound compound) {
            return print(compound.statements(), isPiped);
        }
        if (command instanceof ShellNode.Chain chain) {
            if (!chain.isPipeline()) {
                return print(chain.statements(), isPiped);
            }
            boolean prints = prints(chain.statements().get(0), isPiped);
            for (ShellNode.Statement next :
                    chain.statements().subList(1, chain.statements().size())) {
                prints = prints(next, true);
            }
            return prints;
        }
        return command instanceof ShellNode.Call call && prints(call.arguments(), redirections, isPiped);
    }

    private boolean prints(List<ShellNode.Word> words, List<ShellNode.Redirection> redirections, boolean isPiped) {
        List<String> texts = new ArrayList<>();
        for (ShellNode.Word word : words) {
            texts.add(word.text());
        }
        int first = 0;
        int next = afterPrefix(texts, first);
        boolean wrapped = false;
        while (next > first) {
            wrapped |= Wrappers.isOne(texts.get(first));
            first = next;
            next = afterPrefix(texts, first);
        }
        if (first == words.size()) {
            // A wrapper that nothing follows is the command itself: "env A=b" prints the environment.
            return wrapped;
        }
        String name = texts.get(first);
        List<ShellNode.Word> arguments = words.subList(first + 1, words.size());
        if (COPIERS.contains(name) && arguments.size() > 1) {
            addTarget(arguments.get(arguments.size() - 1));
        }
        return !SILENT.contains(name) && prints(name, arguments, redirections, isPiped);
    }

    private boolean prints(
            String name, List<ShellNode.Word> arguments, List<ShellNode.Redirection> redirections, boolean isPiped) {
        boolean hasInput = false;
        boolean isInputLiteral = true;
        for (ShellNode.Redirection redirection : redirections) {
            if (!redirection.isWrite()) {
                hasInput = true;
                isInputLiteral =
                        redirection.isDocument() && !redirection.target().isFilledIn();
            }
        }
        boolean literalInput = hasInput && isInputLiteral && !isPiped;
        if (name.equals("tee") && (isPiped || hasInput) && !literalInput) {
            for (ShellNode.Word argument : arguments) {
                addTarget(argument);
            }
        }
        boolean literal = PRINTERS.contains(name)
                ? areLiteral(arguments)
                : name.equals("cat") && arguments.isEmpty() && literalInput;
        return !literal;
    }

    private static boolean areLiteral(List<ShellNode.Word> words) {
        for (ShellNode.Word word : words) {
            if (word.isFilledIn()) {
                return false;
            }
        }
        return true;
    }

    private void addTarget(ShellNode.Word word) {
        Optional<String> variable = word.variable();
        Matcher expression = FROM_CONTEXT.matcher(word.text());
        if (variable.isPresent() && TARGETS.contains(variable.get())) {
            found.add(variable.get());
        } else if (word.isFilledIn() && expression.matches()) {
            found.add(ofContext(expression.group(1)));
        }
    }

    /** The index after an assignment or a wrapper; the same index where a command begins, or nothing is left. */
    private static int afterPrefix(List<String> words, int index) {
        if (index == words.size()) {
            return index;
        }
        return ASSIGNMENT.matcher(words.get(index)).matches() ? index + 1 : Wrappers.skip(words, index);
    }
}
