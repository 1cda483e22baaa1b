package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.PosixShells;
import io.github.mavenhardening.core.shell.ProgramInterpreters;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.code.ProgramWords;
import io.github.mavenhardening.core.workflow.code.Requests;
import io.github.mavenhardening.core.workflow.code.RunningFilters;
import io.github.mavenhardening.core.workflow.code.ShellCarrier;
import io.github.mavenhardening.core.workflow.code.ShellWalk;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.step.Agent;
import io.github.mavenhardening.core.workflow.step.Agents;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What commands of a script do with outsiders' text that harms: run it, ask an agent or an address of it. */
final class ScriptSinks {

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
            "find",
            "xargs",
            "gosu",
            "doas");

    private static final Set<String> PRINTING = Set.of("echo", "printf");

    private static final Pattern COMPARISON = Pattern.compile("-(?:eq|ne|lt|le|gt|ge)");
    private static final Pattern COMMAND_OPTION = Pattern.compile("-[a-z]{0,4}c");
    private static final Pattern PROGRAM_FILE = Pattern.compile("[^-].{0,300}\\.(?:py|[cm]?js|rb|pl|php|ps1)");
    private static final Pattern PUT_IN = Pattern.compile("(?:-I|--replace=)(.{1,20})");
    private static final Set<String> EXPORTS = Set.of("export", "declare", "typeset");
    /** Options of {@code ssh} whose value is the next word. */
    private static final Set<String> SSH_WITH_VALUE =
            Set.of("-b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w".split(" "));

    /** So much of the here-documents of a script is kept. */
    private static final int MOST_DOCUMENTS = 50_000;

    private final JobState job;
    private final ShellWalk<Taint, PrintTarget> walk;
    private final ArgumentSinks given;
    /** The here-documents of the script so far: of one, what an agent is asked may be made. */
    private final StringBuilder documents = new StringBuilder();
    /** What the last command brings, where it is an agent that an outsider's text was given to. */
    private Optional<Taint> answer = Optional.empty();

    ScriptSinks(JobState job, ShellWalk<Taint, PrintTarget> walk) {
        this.job = job;
        this.walk = walk;
        this.given = new ArgumentSinks(job, walk);
    }

    /** Takes in a command. */
    void look(ShellCarrier.Command<Taint> command) {
        String name = command.name();
        ShellNode.Word program = command.program();
        List<ShellNode.Word> arguments = command.arguments();
        Optional<Taint> input = command.input();
        answer = Optional.empty();
        if (command.document().isPresent() && documents.length() < MOST_DOCUMENTS) {
            documents.append(command.document().get().text()).append('\n');
        }
        for (ShellNode.Assignment assigned : command.assigned()) {
            sets(assigned.name(), assigned.value(), 0);
        }
        if (!mayBeGivenText(command)) {
            return;
        }
        Optional<ShellNode.Word> code = Optional.empty();
        if ((PosixShells.isOne(name) || name.equals("source") || name.equals("."))
                && !arguments.isEmpty()
                && !CommandWords.isOption(arguments.get(0))) {
            ShellNode.Word file = arguments.get(0);
            // What another command prints is a file to it.
            runs(file, file.text().startsWith("<(") ? walk.carried(file) : job.written(walk.path(file)));
        } else if (ProgramInterpreters.has(name) && !arguments.isEmpty() && isProgram(arguments.get(0))) {
            runs(arguments.get(0), job.written(walk.path(arguments.get(0))));
        } else if (program.text().indexOf('/') >= 0) {
            runs(program, job.written(walk.path(program)));
        }
        if (input.isPresent() && (reached(name, arguments) || ProgramWords.readsOne(name))) {
            job.sink(Sink.Kind.CODE, walk.reached, walk.at(program), name, input.get());
        }
        // What the text begins with is the command.
        runs(program, given.leading(program));
        if (EXPORTS.contains(name)) {
            for (ShellNode.Word word : arguments) {
                // Whoever words the name of a variable sets one by which programs run code.
                if (ArgumentSinks.isAssigned(word)) {
                    int equals = word.text().indexOf('=');
                    sets(word.text().substring(0, equals), word, equals + 1);
                } else {
                    runs(word, given.leading(word));
                }
            }
        }
        if (PosixShells.isOne(name) || ProgramInterpreters.has(name)) {
            code = code(name, arguments);
            // A here-document is followed by itself.
            boolean reads = PosixShells.isOne(name) || command.document().isEmpty();
            for (int i = 0; i < arguments.size() && reads; i++) {
                String word = arguments.get(i).text();
                reads = PosixShells.isOne(name) ? word.matches("-[eux]{0,4}s?[eux]{0,4}") : word.equals("-");
                if (reads && word.indexOf('s') > 0) {
                    // What stands behind it is for the program.
                    break;
                }
            }
            if (reads && input.isPresent()) {
                job.sink(Sink.Kind.CODE, walk.reached, walk.at(program), name, input.get());
            }
        } else if (!PRINTING.contains(name)) {
            for (int i = 0; i + 1 < arguments.size() && code.isEmpty(); i++) {
                String inner = arguments.get(i).text();
                code = code(inner.substring(inner.lastIndexOf('/') + 1), arguments.subList(i + 1, arguments.size()));
            }
            List<ShellNode.Word> programs = ProgramWords.of(name, arguments);
            for (int i = 0; i < programs.size() && code.isEmpty(); i++) {
                code = given.expanded(programs.get(i)).isPresent() ? Optional.of(programs.get(i)) : Optional.empty();
            }
        }
        answer = Agents.mayStart(name) ? asks(command) : name.equals("curl") ? model(command) : Optional.empty();
        if (name.equals("xargs") && input.isPresent() && buildsCode(arguments)) {
            job.sink(Sink.Kind.CODE, walk.reached, walk.at(program), name, input.get());
        }
        if (RunningFilters.runsInput(name, arguments)) {
            Optional<Taint> read = input;
            for (ShellNode.Word word : arguments) {
                read = read.isPresent() ? read : walk.file(word);
            }
            runs(program, read);
        }
        for (ShellNode.Word word : arguments) {
            int equals = ArgumentSinks.isAssigned(word) ? word.text().indexOf('=') : 0;
            if (equals > 0 && RunningFilters.runsVariable(name, word.text().substring(0, equals), arguments)) {
                runs(word, given.expanded(word));
            }
        }
        if (name.equals("find") && buildsCode(arguments)) {
            boolean isHere = CommandWords.isOption(arguments.get(0));
            String folder = isHere ? walk.folder() : walk.path(arguments.get(0));
            runs(program, job.file(folder, walk.at(program)).map(names -> names.as(Taint.Kind.NAMES)));
        }
        if (code.isPresent()) {
            runs(code.get(), given.expanded(code.get()));
        }
        new CommandDispatch(job, walk).look(command);
        if (!given.look(command)) {
            requests(name, arguments, input);
        }
    }

    /** Notes a variable that has programs run an outsider's text; its value stands so many characters behind its beginning. */
    private void sets(String name, ShellNode.Word value, int behind) {
        Optional<Taint> taint =
                CodeVariables.has(name) ? given.expanded(value).map(text -> text.without(behind)) : Optional.empty();
        if (taint.isPresent() && CodeVariables.runs(name, taint.get())) {
            runs(value, taint);
        }
    }

    /** Whether anything reaches a command that its script does not spell out. */
    private boolean mayBeGivenText(ShellCarrier.Command<Taint> command) {
        String name = command.name();
        boolean may = command.input().isPresent()
                || !job.written().isEmpty()
                || name.equals("curl")
                || name.equals("find")
                || Agents.mayStart(name)
                || command.program().isFilledIn();
        for (int i = 0; i < command.arguments().size() && !may; i++) {
            may = command.arguments().get(i).isFilledIn();
        }
        return may;
    }

    /** Notes what the shell fills into a program of another language that stands in a here-document. */
    void filledIn(ShellNode.Word text, ShellNode.Word program) {
        for (ShellNode.Part part : text.parts()) {
            Optional<Taint> taint = part.plain().contains(Fence.OPEN) ? Optional.empty() : walk.carried(part, text);
            if (taint.isPresent()) {
                runs(program, taint);
                return;
            }
        }
    }

    /** Whether an agent is asked about what the run is about, and has tools to read it with, in runs of outsiders. */
    private boolean readsEvent(ShellCommand agent, String words) {
        Optional<YamlScalar> script = walk.reached.step().script();
        return job.events().areOpen()
                && script.isPresent()
                && Agents.of(agent, script.get(), walk.reached.environment())
                        .filter(Agent::reachesOut)
                        .isPresent()
                && (AboutEvent.isNamed(walk.reached, words)
                        || (words.contains("$") && AboutEvent.isNamed(walk.reached, documents.toString())));
    }

    /** What an agent answers that the last command asked, where an outsider's text is in what it was asked. */
    Optional<Taint> answer() {
        return answer;
    }

    /** Whether a word names a file with a program. */
    private static boolean isProgram(ShellNode.Word word) {
        return PROGRAM_FILE.matcher(word.text()).matches();
    }

    /** Whether a command has a shell elsewhere run what it reads. */
    private static boolean reached(String name, List<ShellNode.Word> arguments) {
        List<String> words = CommandWords.texts(arguments);
        if (words.isEmpty() || !(name.equals("ssh") || RUNNERS.contains(name))) {
            return false;
        }
        int last = words.size() - (words.get(words.size() - 1).matches("-[seux]{1,4}") ? 2 : 1);
        if (last >= 0
                && PosixShells.isOne(words.get(last).substring(words.get(last).lastIndexOf('/') + 1))) {
            return true;
        }
        return name.equals("ssh") && Arguments.operands(words, SSH_WITH_VALUE).size() == 1;
    }

    /** The word that a shell or an interpreter is given as its program, where a text of an outsider is in it. */
    private Optional<ShellNode.Word> code(String name, List<ShellNode.Word> arguments) {
        if (!PosixShells.isOne(name) && !ProgramInterpreters.has(name)) {
            return Optional.empty();
        }
        for (int i = 0; i + 1 < arguments.size(); i++) {
            boolean is = PosixShells.isOne(name)
                    ? COMMAND_OPTION.matcher(arguments.get(i).text()).matches()
                    : ProgramInterpreters.takesProgram(name, arguments.get(i).text());
            if (is && given.expanded(arguments.get(i + 1)).isPresent()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** Notes an address that a command asks, where an outsider words its host. */
    private void requests(String name, List<ShellNode.Word> arguments, Optional<Taint> input) {
        for (ShellNode.Word word : Requests.hosts(name, arguments)) {
            Optional<Taint> taint = given.expanded(word);
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

    /** Notes what an agent is asked by a command, and gives what it answers then. */
    private Optional<Taint> asks(ShellCarrier.Command<Taint> command) {
        List<String> texts = new ArrayList<>(List.of(command.program().text()));
        texts.addAll(CommandWords.texts(command.arguments()));
        Optional<ShellCommand> agent =
                texts.get(0).isEmpty() ? Optional.empty() : Agents.started(new ShellCommand(texts, Map.of(), 0, 0, 0));
        if (agent.isEmpty()) {
            return Optional.empty();
        }
        String name = agent.get().name();
        ShellNode.Word program = command.program();
        List<ShellNode.Word> arguments =
                command.arguments().subList(texts.size() - agent.get().words().size(), texts.size() - 1);
        Optional<Taint> asked = command.input();
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
                        WorkPath.within(walk.folder(), walk.written(word.text().substring(equals + 1))), walk.at(word));
            }
        }
        if (asked.isPresent()) {
            job.sink(Sink.Kind.PROMPT, walk.reached, walk.at(program), name, asked.get());
            return Optional.of(asked.get().answered(walk.at(program)));
        }
        String words = walk.written(String.join(" ", CommandWords.texts(arguments)));
        if (readsEvent(agent.get(), words)) {
            Taint source = Taint.source(Taint.Kind.TEXT, walk.at(program), "may read what an outsider words");
            job.sink(Sink.Kind.PROMPT, walk.reached, walk.at(program), name, source);
            return Optional.of(source.answered(walk.at(program)));
        }
        // Silent: of more files the first are looked for.
        job.written().entrySet().stream()
                .limit(NamedFiles.LIMIT)
                .filter(file -> NamedFiles.isNamed(file.getKey(), words))
                .findFirst()
                .ifPresent(file ->
                        job.sink(Sink.Kind.FILE, walk.reached, walk.at(program), file.getKey(), file.getValue()));
        return Optional.empty();
    }

    /** What a model answers that {@code curl} asks, where an outsider's text is in what it sends, or in a file that it names. */
    private Optional<Taint> model(ShellCarrier.Command<Taint> command) {
        boolean isModel = false;
        for (ShellNode.Word word : command.arguments()) {
            isModel |= Agents.isModel(word.text());
        }
        Optional<Taint> sent = isModel ? command.input() : Optional.empty();
        for (int i = 0; isModel && sent.isEmpty() && i < command.arguments().size(); i++) {
            ShellNode.Word word = command.arguments().get(i);
            int file = word.text().indexOf('@');
            sent = walk.carried(word);
            if (sent.isEmpty() && file >= 0) {
                sent = job.file(
                        WorkPath.within(walk.folder(), walk.written(word.text().substring(file + 1))), walk.at(word));
            }
        }
        return sent.map(text -> text.answered(walk.at(command.program())));
    }

    /** Whether {@code xargs} or {@code find} puts what it reads or finds into a program of a shell: the word behind {@code -c}, not one after it. */
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
            hasShell |= PosixShells.isOne(text.substring(text.lastIndexOf('/') + 1));
        }
        return false;
    }

    /** Notes what a comparison of numbers evaluates: {@code a[$(command)]} runs the command. */
    void compared(List<ShellNode.Word> words) {
        for (int i = 1; i + 1 < words.size(); i++) {
            if (COMPARISON.matcher(words.get(i).text()).matches()) {
                for (ShellNode.Word side : List.of(words.get(i - 1), words.get(i + 1))) {
                    evaluated(side, given.expanded(side));
                }
            }
        }
    }

    /** Notes a text that the shell evaluates as an arithmetic expression; names of branches have no brackets. */
    void evaluated(ShellNode.Word word, Optional<Taint> taint) {
        if (taint.isPresent()
                && !taint.get().kind().isBranch()
                && taint.get().start().isEmpty()) {
            runs(word, taint);
        }
    }
}
