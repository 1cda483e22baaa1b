package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.workflow.EnvironmentScope;
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
 * What a script holds: its statements, and of those the simple commands, those of substitutions included. Nothing is run. In the commands of a POSIX shell, variables
 * whose values are written are filled in ({@link ShellVariables}); the statements stay as written. PowerShell and
 * cmd are read as far as they are like a POSIX shell: commands, words, pipes.
 *
 * @param statements empty for a shell that is not read
 * @param commands in the order of the text; empty for a shell that is not read
 * @param texts where PowerShell has a text in quotes and no command
 * @param outer the variables that the commands were asked for and the script does not set
 * @param isWhole whether all of the script is read, for it is no longer, and what it holds no deeper, than can be
 */
public record ShellScript(
        List<ShellNode.Statement> statements,
        List<ShellCommand> commands,
        Set<Integer> texts,
        Set<String> outer,
        boolean isWhole) {

    /** The longest script that is read, in characters: commands take a hundred times as much room as their text. */
    public static final int LENGTH_LIMIT = 256 * 1024;

    private static final Set<String> KEYWORDS = Set.of(
            "do", "then", "else", "elif", "if", "fi", "while", "until", "done", "esac", "!", "{", "}", "call", "@call");
    private static final Set<String> SHELLS = Set.of("sh", "bash");
    private static final Pattern BUILD_WRAPPER = Pattern.compile("(?:.*[/\\\\])?(?:mvnw|gradlew)");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:\\$env:)?([A-Za-z_][A-Za-z0-9_]{0,200})=(.*)", Pattern.DOTALL);

    public ShellScript {
        statements = List.copyOf(statements);
        commands = List.copyOf(commands);
        texts = Set.copyOf(texts);
        outer = Set.copyOf(outer);
    }

    /** A script in that shell's syntax. */
    public static ShellScript of(String script, Shell shell) {
        if (shell == Shell.PYTHON || shell == Shell.OTHER) {
            return new ShellScript(List.of(), List.of(), Set.of(), Set.of(), true);
        }
        ShellParser.Parsed parsed = parse(script, shell);
        // Silent: isWhole says so.
        ShellVariables variables = new ShellVariables(parsed.statements(), EnvironmentScope.NONE);
        List<ShellCommand> commands = commands(parsed.statements(), variables);
        Set<Integer> texts = shell == Shell.POWERSHELL ? PowerShellTexts.of(script, commands) : Set.of();
        return new ShellScript(
                parsed.statements(),
                without(texts, commands),
                texts,
                variables.outer(),
                parsed.isWhole() && script.length() <= LENGTH_LIMIT);
    }

    /** Whether what the script runs may be other commands in that environment. */
    public boolean isFilledIn(EnvironmentScope environment) {
        for (String name : outer) {
            if (environment.isSet(name)) {
                return true;
            }
        }
        return false;
    }

    /** The commands where the script is run in that environment. */
    public List<ShellCommand> commands(EnvironmentScope environment) {
        return isFilledIn(environment)
                ? without(texts, commands(statements, new ShellVariables(statements, environment)))
                : commands;
    }

    /**
     * The commands where the script is run in that environment, without those of functions that nothing calls.
     *
     * @param given the first word that it is given; empty where it is given none, or none that is known
     */
    public List<ShellCommand> commands(EnvironmentScope environment, Optional<String> given) {
        Map<String, List<ShellCommand>> functions = functions();
        return functions.isEmpty()
                ? commands(environment)
                : CalledFunctions.of(commands(environment), functions, ownCommands(), given);
    }

    private static List<ShellCommand> without(Set<Integer> texts, List<ShellCommand> commands) {
        commands.removeIf(command -> texts.contains(command.from()));
        return commands;
    }

    /** The commands that run when another script reads it in: those outside of its functions. */
    public List<ShellCommand> ownCommands() {
        List<ShellNode.Statement> own = new ArrayList<>();
        for (ShellNode.Statement statement : statements) {
            if (function(statement).isEmpty()) {
                own.add(statement);
            }
        }
        return commands(own, new ShellVariables(statements, EnvironmentScope.NONE));
    }

    /** By the name of each function that it declares, the commands of that. */
    public Map<String, List<ShellCommand>> functions() {
        Map<String, List<ShellCommand>> functions = new LinkedHashMap<>();
        for (ShellNode.Statement statement : statements) {
            Optional<String> name = function(statement);
            if (name.isPresent()) {
                functions.put(
                        name.get(),
                        commands(List.of(statement), new ShellVariables(List.of(statement), EnvironmentScope.NONE)));
            }
        }
        return functions;
    }

    /** What it gives to variables, as far as that is written, where it runs nothing. */
    public List<String> assigned() {
        Commands read = new Commands(new ShellVariables(statements, EnvironmentScope.NONE));
        read.statements(statements, read.pipelines++);
        return read.assigned;
    }

    private static Optional<String> function(ShellNode.Statement statement) {
        return statement.command().orElse(null) instanceof ShellCompound.Function function
                ? Optional.of(function.name())
                : Optional.empty();
    }

    private static List<ShellCommand> commands(List<ShellNode.Statement> statements, ShellVariables variables) {
        Commands read = new Commands(variables);
        read.statements(statements, read.pipelines++);
        Collections.sort(read.found);
        return read.found;
    }

    /** What a script of a shell that is read holds, as far as it is read. */
    static ShellParser.Parsed parse(String script, Shell shell) {
        // Silent: isWhole says so.
        String text = script.length() > LENGTH_LIMIT ? script.substring(0, LENGTH_LIMIT) : script;
        return switch (shell) {
            case POWERSHELL -> ShellParser.parse(windows(text, '`'), false);
            case CMD -> ShellParser.parse(windows(text, '^'), false);
            default -> ShellParser.parse(text);
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

    /** Collects the commands of statements. */
    private static final class Commands {

        private final List<ShellCommand> found = new ArrayList<>();
        /** What variables are given where nothing is run. */
        private final List<String> assigned = new ArrayList<>();

        private final ShellVariables variables;
        private int pipelines;
        /** Whether what is read may be left out, or done over again. */
        private boolean isBranch;

        private boolean isInFunction;

        Commands(ShellVariables variables) {
            this.variables = variables;
        }

        /** The first statement is part of a pipeline that leads to it, or from it. */
        private void statements(List<ShellNode.Statement> statements, int pipeline) {
            int number = pipeline;
            for (ShellNode.Statement statement : statements) {
                statement(statement, number);
                number = pipelines++;
            }
        }

        private void statement(ShellNode.Statement statement, int pipeline) {
            ShellNode.Command command = statement.command().orElse(null);
            if (command instanceof ShellNode.Call call) {
                call(call, statement.redirections(), pipeline);
            } else if (command instanceof ShellCompound compound) {
                words(compound.words(), pipeline);
                compound(compound, pipeline);
            } else if (command instanceof ShellNode.Chain chain) {
                boolean around = isBranch;
                isBranch = true;
                if (chain.isPipeline()) {
                    for (ShellNode.Statement each : chain.statements()) {
                        statement(each, pipeline);
                    }
                } else {
                    statements(chain.statements(), pipeline);
                }
                isBranch = around;
            }
            redirections(statement, pipeline);
        }

        private void compound(ShellCompound compound, int pipeline) {
            boolean around = isBranch;
            if (compound instanceof ShellCompound.Function && !isInFunction) {
                isInFunction = true;
                variables.enter(compound);
                isBranch = false;
                for (ShellNode.Statement body : compound.statements()) {
                    // The braces around a function's statements form no branch.
                    if (body.command().orElse(null) instanceof ShellCompound braces) {
                        words(braces.words(), pipeline);
                        statements(braces.statements(), pipeline);
                        redirections(body, pipeline);
                    } else {
                        statement(body, pipeline);
                    }
                }
                variables.leave();
                isInFunction = false;
            } else {
                isBranch = true;
                variables.open();
                statements(compound.statements(), pipeline);
                variables.close();
            }
            isBranch = around;
        }

        private void redirections(ShellNode.Statement statement, int pipeline) {
            for (ShellNode.Redirection redirection : statement.redirections()) {
                word(redirection.target(), pipeline);
            }
        }

        private void words(List<ShellNode.Word> words, int pipeline) {
            for (ShellNode.Word word : words) {
                word(word, pipeline);
            }
        }

        /** The commands in a word; their pipelines get numbers of their own, unless what they print is read as a file. */
        private void word(ShellNode.Word word, int pipeline) {
            for (ShellNode.Substitution substitution : word.substitutions()) {
                boolean around = isBranch;
                isBranch = true;
                statements(substitution.statements(), substitution.isInput() ? pipeline : pipelines++);
                isBranch = around;
            }
        }

        private void call(ShellNode.Call call, List<ShellNode.Redirection> redirections, int pipeline) {
            Map<String, String> assignments = new LinkedHashMap<>();
            for (ShellNode.Assignment assignment : call.assigned()) {
                assignments.put(assignment.name(), variables.text(assignment.value()));
                word(assignment.value(), pipeline);
            }
            words(call.arguments(), pipeline);
            List<ShellNode.Word> own = new ArrayList<>(call.arguments().size());
            List<String> texts = new ArrayList<>(call.arguments().size());
            int left = call.arguments().size();
            for (ShellNode.Word word : call.arguments()) {
                left--;
                if (isFile(word)) {
                    // What follows is an argument of what flows in: bash <(curl …) report runs no file 'report'.
                    if (left > 0 && word.substitutions().get(0).isInput()) {
                        own.add(word);
                        texts.add("/dev/stdin");
                    }
                } else {
                    for (String text : call.declared().isEmpty() ? variables.fill(word) : List.of(word.text())) {
                        own.add(word);
                        texts.add(text);
                    }
                }
            }
            variables.follow(call, isBranch);
            int first = skip(texts, assignments);
            if (first == texts.size()) {
                assigned.addAll(assignments.values());
                return;
            }
            int start = start(first, texts);
            int from = start == 0 && !call.assigned().isEmpty()
                    ? call.assigned().get(0).from()
                    : own.get(start).from();
            int to = own.get(own.size() - 1).to();
            List<String> words = new ArrayList<>(texts.subList(first, texts.size()));
            String output = "";
            for (ShellNode.Redirection redirection : redirections) {
                if (isFile(redirection)) {
                    output = variables.text(redirection.target());
                }
                if (redirection.isDocument()) {
                    words.add(redirection.target().text());
                    to = Math.max(to, redirection.to());
                }
            }
            if (words.size() > 1
                    && SHELLS.contains(words.get(0))
                    && BUILD_WRAPPER.matcher(words.get(1)).matches()) {
                words.remove(0);
            }
            found.add(new ShellCommand(words, assignments, pipeline, from, to, output));
        }

        /** Whether what is printed goes to a file; {@code >&} names a descriptor, or a file. */
        private static boolean isFile(ShellNode.Redirection redirection) {
            return switch (redirection.operator()) {
                case ">", ">>", ">|", "&>", "&>>" -> redirection.isOutput();
                case ">&" -> redirection.isOutput() && !redirection.isDescriptor();
                default -> false;
            };
        }

        private static boolean isFile(ShellNode.Word word) {
            return word.onlyPart().orElse(null) instanceof ShellNode.Substitution substitution && substitution.isFile();
        }
    }

    /** Where the command begins: the assignments right before it are part of it. */
    private static int start(int first, List<String> words) {
        int start = first;
        while (start > 0 && assignment(words.get(start - 1)).isPresent()) {
            start--;
        }
        return start;
    }

    private static int skip(List<String> words, Map<String, String> assignments) {
        int from = -1;
        int at = 0;
        while (at > from && at < words.size()) {
            from = at;
            String word = words.get(at);
            Optional<Matcher> assignment = assignment(word);
            if (assignment.isPresent()) {
                assignments.put(assignment.get().group(1), assignment.get().group(2));
                at++;
            } else if (KEYWORDS.contains(word.toLowerCase(Locale.ROOT))) {
                at++;
            } else if (isPowerShellAssignment(words, at)) {
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
    private static boolean isPowerShellAssignment(List<String> words, int at) {
        return words.get(at).startsWith("$")
                && at + 1 < words.size()
                && words.get(at + 1).equals("=");
    }

    private static Optional<Matcher> assignment(String word) {
        if (word.indexOf('=') < 0) {
            return Optional.empty();
        }
        Matcher matcher = ASSIGNMENT.matcher(word);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
