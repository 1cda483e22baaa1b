package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.step.Agents;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What commands of a script do with outsiders' text that harms: run it, take it for an option, ask an address of it. */
final class ScriptSinks {

    private static final Set<String> SHELLS = Set.of("bash", "sh", "zsh", "dash", "ksh");
    /** Programs of which an option runs commands, reads or writes any file, or decides what is asked of whom and with which rights. */
    private static final Set<String> OPTIONS = Set.of(
            "git",
            "tar",
            "curl",
            "wget",
            "find",
            "rsync",
            "ssh",
            "scp",
            "zip",
            "7z",
            "man",
            "sort",
            "make",
            "cmake",
            "mvn",
            "mvnw",
            "gradle",
            "gradlew",
            "pip",
            "pip3",
            "pytest",
            "tox",
            "npm",
            "go",
            "cargo",
            "rake",
            "helm",
            "terraform",
            "ansible-playbook",
            "ffmpeg",
            "gh",
            "dotnet");

    /** Those that hand to a program what stands behind its name. */
    private static final Set<String> OPTIONS_FIRST =
            Set.of("bash", "sh", "python", "python3", "node", "ruby", "perl", "php", "docker", "podman");

    private static final Set<String> CONTAINERS = Set.of("run", "exec", "create");
    /** Options of a container whose value is the next word. */
    private static final Pattern VALUED = Pattern.compile(
            "-[eluvwpm]|--(?:name|env|env-file|volume|mount|workdir|user|network|publish|entrypoint|platform|label|memory|cpus|add-host)");

    /** Programs that run the command among their words, and are none that every script knows. */
    private static final Set<String> RUNNERS = Set.of(
            "docker",
            "podman",
            "nerdctl",
            "docker-compose",
            "kubectl",
            "oc",
            "su",
            "runuser",
            "flock",
            "chroot",
            "unshare",
            "nsenter",
            "parallel",
            "xargs",
            "gosu",
            "doas");

    private static final Set<String> PACKAGE_RUNNERS =
            Set.of("npx", "bunx", "npm", "pnpm", "yarn", "bun", "uvx", "pipx");

    private static final Pattern VERSION = Pattern.compile("(?<=.)@[^/]{0,60}$");
    private static final Pattern COMPARISON = Pattern.compile("-(?:eq|ne|lt|le|gt|ge)");
    private static final Pattern COMMAND_OPTION = Pattern.compile("-[a-z]{0,4}c");
    private static final Pattern PUT_IN = Pattern.compile("(?:-I|--replace=)(.{1,20})");
    private static final Pattern LIST_OF_FILES = Pattern.compile("-[a-zA-Z]{0,8}T|--files-from");
    private static final Set<String> PROGRAMS = Set.of("sed", "gsed", "awk", "gawk", "mawk");

    private final JobState job;
    private final ShellWalk<Taint, PrintTarget> walk;

    ScriptSinks(JobState job, ShellWalk<Taint, PrintTarget> walk) {
        this.job = job;
        this.walk = walk;
    }

    /** Takes in a command. */
    void look(ShellWalk.Command<Taint> command) {
        String name = command.name();
        ShellNode.Word program = command.program();
        List<ShellNode.Word> arguments = command.arguments();
        Optional<Taint> input = command.input();
        Optional<ShellNode.Word> code = Optional.empty();
        if ((SHELLS.contains(name) || name.equals("source") || name.equals("."))
                && !arguments.isEmpty()
                && !CommandWords.isOption(arguments.get(0))) {
            runs(arguments.get(0), job.written(walk.path(arguments.get(0))));
        } else if (program.text().startsWith("./")) {
            runs(program, job.written(walk.path(program)));
        }
        if (name.equals("eval") || name.equals("ssh")) {
            for (int i = 0; i < arguments.size() && code.isEmpty(); i++) {
                code = expanded(arguments.get(i)).isPresent() ? Optional.of(arguments.get(i)) : Optional.empty();
            }
        } else if (RUNNERS.contains(name)) {
            for (int i = 0; i + 1 < arguments.size() && code.isEmpty(); i++) {
                String inner = arguments.get(i).text();
                code = code(inner.substring(inner.lastIndexOf('/') + 1), arguments.subList(i + 1, arguments.size()));
            }
            code = name.equals("su") || name.equals("runuser") ? code("sh", arguments) : code;
        } else if (SHELLS.contains(name) || ProgramInterpreters.has(name)) {
            code = code(name, arguments);
            boolean reads = SHELLS.contains(name);
            for (ShellNode.Word word : arguments) {
                reads &= word.text().matches("-[seux]{0,4}");
            }
            if (reads && input.isPresent()) {
                job.sink(Sink.Kind.CODE, walk.reached, walk.at(program), name, input.get());
            }
        }
        asks(name, program, arguments, input);
        for (int i = 0; PACKAGE_RUNNERS.contains(name) && i + 1 < arguments.size(); i++) {
            String inner = VERSION.matcher(arguments.get(i).text()).replaceFirst("");
            asks(
                    inner.substring(inner.lastIndexOf('/') + 1),
                    program,
                    arguments.subList(i + 1, arguments.size()),
                    input);
        }
        if (name.equals("xargs") && input.isPresent() && buildsCode(arguments)) {
            job.sink(Sink.Kind.CODE, walk.reached, walk.at(program), name, input.get());
        }
        if (code.isPresent()) {
            runs(code.get(), expanded(code.get()));
        }
        if (PROGRAMS.contains(name)) {
            program(arguments);
        } else {
            if (OPTIONS.contains(name)) {
                options(arguments);
            } else if (OPTIONS_FIRST.contains(name)) {
                options(arguments.subList(0, firstOperand(arguments)));
            }
            requests(name, arguments, input);
        }
        if (name.equals("tar")) {
            listed(arguments, input);
        }
    }

    /** The word that a shell or an interpreter is given as its program, where a text of an outsider is in it. */
    private Optional<ShellNode.Word> code(String name, List<ShellNode.Word> arguments) {
        if (!SHELLS.contains(name) && !ProgramInterpreters.has(name)) {
            return Optional.empty();
        }
        for (int i = 0; i + 1 < arguments.size(); i++) {
            boolean is = SHELLS.contains(name)
                    ? COMMAND_OPTION.matcher(arguments.get(i).text()).matches()
                    : ProgramInterpreters.takesProgram(name, arguments.get(i).text());
            if (is && expanded(arguments.get(i + 1)).isPresent()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** Notes an address that a command asks, where an outsider words its host. */
    private void requests(String name, List<ShellNode.Word> arguments, Optional<Taint> input) {
        for (ShellNode.Word word : Requests.hosts(name, arguments)) {
            Optional<Taint> taint = expanded(word);
            if (taint.isPresent() && taint.get().isHost()) {
                job.sink(Sink.Kind.HOST, walk.reached, walk.at(word), ShellWalk.shortened(word), taint.get());
                return;
            }
        }
        if (input.isPresent() && input.get().isHost() && Requests.readsHosts(name, arguments)) {
            job.sink(Sink.Kind.HOST, walk.reached, walk.at(arguments.get(0)), name, input.get());
        }
    }

    /** Notes that a word is run, or what it names is, where a text of an outsider is there. */
    private void runs(ShellNode.Word word, Optional<Taint> taint) {
        if (taint.isPresent()) {
            job.sink(Sink.Kind.CODE, walk.reached, walk.at(word), ShellWalk.shortened(word), taint.get());
        }
    }

    /** What an agent is asked by a command. */
    private void asks(String name, ShellNode.Word program, List<ShellNode.Word> arguments, Optional<Taint> input) {
        if (!Agents.isRun(name, CommandWords.texts(arguments))) {
            return;
        }
        Optional<Taint> asked = input;
        for (int i = 0; i < arguments.size(); i++) {
            ShellNode.Word word = arguments.get(i);
            asked = asked.isPresent() ? asked : walk.carried(word);
            boolean isFile =
                    i > 0 && Agents.takesFile(name, arguments.get(i - 1).text());
            asked = asked.isPresent() || !isFile ? asked : walk.file(word);
            int equals = word.text().indexOf('=');
            if (asked.isEmpty()
                    && equals > 0
                    && Agents.takesFile(name, word.text().substring(0, equals))) {
                asked = job.file(
                        WorkTrees.within(walk.folder(), walk.written(word.text().substring(equals + 1))),
                        walk.at(word));
            }
        }
        if (asked.isPresent()) {
            job.sink(Sink.Kind.PROMPT, walk.reached, walk.at(program), name, asked.get());
            return;
        }
        String words = walk.written(String.join(" ", CommandWords.texts(arguments)));
        // Silent: of more files the first are looked for.
        job.written().entrySet().stream()
                .limit(NamedFiles.LIMIT)
                .filter(file -> NamedFiles.isNamed(file.getKey(), words))
                .findFirst()
                .ifPresent(file ->
                        job.sink(Sink.Kind.FILE, walk.reached, walk.at(program), file.getKey(), file.getValue()));
    }

    /** Whether {@code xargs} puts what it reads into a program of a shell: the word behind {@code -c}, not one after it. */
    private static boolean buildsCode(List<ShellNode.Word> arguments) {
        String mark = "{}";
        boolean hasShell = false;
        for (int i = 0; i < arguments.size(); i++) {
            String text = arguments.get(i).text();
            boolean isLast = i + 1 == arguments.size();
            Matcher putIn = PUT_IN.matcher(text);
            if (hasShell && COMMAND_OPTION.matcher(text).matches()) {
                return isLast || arguments.get(i + 1).text().contains(mark);
            }
            if (!hasShell && putIn.matches()) {
                mark = putIn.group(1);
            } else if (!hasShell && text.equals("-I") && !isLast) {
                mark = arguments.get(i + 1).text();
            }
            hasShell |= SHELLS.contains(text.substring(text.lastIndexOf('/') + 1));
        }
        return false;
    }

    /** Notes a list of files for {@code tar}, which takes its lines for options, too, unless an option says that they are names. */
    private void listed(List<ShellNode.Word> arguments, Optional<Taint> input) {
        if (CommandWords.anyMatches(CommandWords.texts(arguments), "--verbatim-files-from|--null")) {
            return;
        }
        for (int i = 0; i + 1 < arguments.size(); i++) {
            ShellNode.Word list = arguments.get(i + 1);
            if (LIST_OF_FILES.matcher(arguments.get(i).text()).matches()) {
                Optional<Taint> taint = list.text().equals("-")
                        ? input
                        : list.substitutions().isEmpty() ? job.written(walk.path(list)) : walk.carried(list);
                if (taint.isPresent() && taint.get().begins(false)) {
                    job.sink(Sink.Kind.ARGUMENT, walk.reached, walk.at(list), ShellWalk.shortened(list), taint.get());
                    return;
                }
            }
        }
    }

    /** Notes what a comparison of numbers evaluates: {@code a[$(command)]} runs the command. */
    void compared(List<ShellNode.Word> words) {
        for (int i = 1; i + 1 < words.size(); i++) {
            if (COMPARISON.matcher(words.get(i).text()).matches()) {
                for (ShellNode.Word side : List.of(words.get(i - 1), words.get(i + 1))) {
                    evaluated(side, expanded(side));
                }
            }
        }
    }

    /** Notes a text that the shell evaluates as an arithmetic expression; names of branches have no brackets. */
    void evaluated(ShellNode.Word word, Optional<Taint> taint) {
        if (taint.isPresent()
                && taint.get().kind() != Taint.Kind.BRANCH
                && taint.get().start().isEmpty()) {
            runs(word, taint);
        }
    }

    /** A value that is filled into the program of {@code sed} or {@code awk}. */
    private void program(List<ShellNode.Word> arguments) {
        boolean takes = false;
        boolean given = false;
        boolean skips = false;
        for (ShellNode.Word word : arguments) {
            String text = word.text();
            if (skips) {
                skips = false;
                continue;
            }
            boolean isProgram = takes || (!given && !text.startsWith("-"));
            if (isProgram && !text.startsWith("-")) {
                given = true;
                Optional<Taint> taint = expanded(word);
                if (taint.isPresent()) {
                    job.sink(Sink.Kind.ARGUMENT, walk.reached, walk.at(word), ShellWalk.shortened(word), taint.get());
                    return;
                }
            }
            takes = text.equals("-e") || text.equals("--expression");
            // Its operand is a value, a separator or a file.
            skips = text.equals("-v") || text.equals("-F") || text.equals("-f");
            given |= text.equals("-f");
        }
    }

    /** Where the name of the program stands that a command hands its further words to, as far as it is written in the script. */
    private static int firstOperand(List<ShellNode.Word> arguments) {
        boolean runsContainer =
                !arguments.isEmpty() && CONTAINERS.contains(arguments.get(0).text());
        for (int i = runsContainer ? 1 : 0; i < arguments.size(); i++) {
            ShellNode.Word word = arguments.get(i);
            if (runsContainer && VALUED.matcher(word.text()).matches()) {
                i++;
            } else if (!word.text().startsWith("-") && !word.isFilledIn()) {
                return i;
            }
        }
        return arguments.size();
    }

    /** Notes the first text that stands where the command takes it for an option. */
    private void options(List<ShellNode.Word> arguments) {
        boolean takesValue = false;
        for (ShellNode.Word word : arguments) {
            if (word.text().equals("--")) {
                return;
            }
            Optional<Taint> taint = takesValue ? splitting(word) : leading(word);
            if (taint.isPresent() && taint.get().kind() != Taint.Kind.BRANCH) {
                job.sink(Sink.Kind.ARGUMENT, walk.reached, walk.at(word), ShellWalk.shortened(word), taint.get());
                return;
            }
            takesValue = word.text().matches("--?[A-Za-z][\\w-]{0,40}");
        }
    }

    /** The text that makes words more of the value of an option, as the shell splits it. */
    private Optional<Taint> splitting(ShellNode.Word word) {
        for (ShellNode.Part part : word.parts()) {
            boolean splits = part instanceof ShellNode.Expansion || part instanceof ShellNode.Substitution;
            Optional<Taint> found = splits && !isExpression(part) ? walk.carried(part, word) : Optional.empty();
            if (found.isPresent() && found.get().kind() != Taint.Kind.WORD) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The text that a word begins with, or that the shell splits into words. */
    private Optional<Taint> leading(ShellNode.Word word) {
        StringBuilder before = new StringBuilder();
        for (ShellNode.Part part : word.parts()) {
            boolean splits = part instanceof ShellNode.Expansion || part instanceof ShellNode.Substitution;
            boolean begins = before.isEmpty()
                    && part instanceof ShellNode.DoubleQuoted quoted
                    && !quoted.parts().isEmpty()
                    && !(quoted.parts().get(0) instanceof ShellNode.Literal);
            if (splits || begins) {
                Optional<Taint> found = part instanceof ShellNode.DoubleQuoted quoted
                        ? walk.carried(quoted.parts().get(0), word)
                        : walk.carried(part, word);
                // GitHub's expressions in scripts are reported by the check of expressions in code. What follows other
                // text begins no word, unless the shell splits it.
                if (found.isPresent()
                        && !isExpression(part)
                        && found.get().behind(before.toString()).begins(splits)) {
                    return found;
                }
            }
            before.append(part.plain());
        }
        return Optional.empty();
    }

    private static boolean isExpression(ShellNode.Part part) {
        return part.plain().contains(Fence.OPEN);
    }

    /** What the shell, not GitHub, fills in. */
    private Optional<Taint> expanded(ShellNode.Word word) {
        return word.text().contains(Fence.OPEN) ? Optional.empty() : walk.carried(word);
    }
}
