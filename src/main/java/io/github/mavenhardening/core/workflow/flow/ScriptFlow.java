package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ScriptCommands;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.Agents;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows outsiders' text through a script of a POSIX shell: variables, substitutions, pipes, files, and the files of the runner
 * that hold what later steps read. Each statement is looked at once, in the order of the text.
 */
final class ScriptFlow {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{?!?([A-Za-z_][A-Za-z0-9_]{0,100})(.{0,200})", Pattern.DOTALL);
    /** What is left of a value is a number, or of few characters. */
    private static final Pattern CLEANING = Pattern.compile("/{1,2}\\[\\^.*|@Q\\}.*");

    private static final Set<String> DECLARATIONS = Set.of("export", "declare", "local", "readonly", "typeset");
    private static final Set<String> PREFIXES =
            Set.of("sudo", "env", "time", "command", "exec", "nohup", "builtin", "!", "then", "do", "else");
    private static final Set<String> SHELLS = Set.of("bash", "sh", "zsh", "dash", "ksh");
    /** Programs of which an option runs commands, or reads or writes any file. */
    private static final Set<String> OPTIONS = Set.of(
            "git", "tar", "curl", "wget", "find", "rsync", "ssh", "scp", "zip", "man", "sort", "mvn", "pip", "npm",
            "go");

    private static final Set<String> PROGRAMS = Set.of("sed", "gsed", "awk", "gawk", "mawk");
    /** What stands before the words that a loop goes over. */
    private static final Pattern LOOP = Pattern.compile("(?:for|select)\\s{1,9}(\\w{1,100})\\s{1,9}in\\s{1,9}$");

    private static final int LOOP_LENGTH = 140;

    private final JobState job;
    private final ReachedStep reached;
    private final YamlScalar script;
    private final ScriptQuestions questions;
    private final ScriptOutput output;
    private final Map<String, Optional<Taint>> variables = new HashMap<>();
    private final IdentityHashMap<ShellNode.Substitution, Optional<Taint>> substitutions = new IdentityHashMap<>();
    /** Where the script runs, as seen from the workspace. */
    private String folder;

    ScriptFlow(JobState job, ReachedStep reached, YamlScalar script) {
        this.job = job;
        this.reached = reached;
        this.script = script;
        this.output = new ScriptOutput(job, reached);
        this.questions = new ScriptQuestions(job, reached, script);
        this.folder = job.folder(reached, (Step.RunScript) reached.step().body());
    }

    void follow() {
        ShellScript read =
                ScriptCommands.read((Step.RunScript) reached.step().body(), Shell.POSIX, reached.definitions());
        // Silent: what is cut is reported with the workflow.
        if (!read.isWhole()) {
            job.cut();
        }
        for (ShellNode.Statement statement : read.statements()) {
            run(statement, Optional.empty(), output.standard);
        }
        output.end();
    }

    private void run(ShellNode.Statement statement, Optional<Taint> given, PrintTarget around) {
        PrintTarget target = around;
        Optional<Taint> input = given;
        List<PrintedLine> document = List.of();
        for (ShellNode.Redirection redirection : statement.redirections()) {
            if (redirection.isDocument()) {
                document = lines(List.of(redirection.target()));
                input = taint(document);
                if (isOfProgram(statement)) {
                    ShellNode.Word text = redirection.target();
                    int end = Math.min(text.to(), script.value().length());
                    int start = Math.min(text.from(), end);
                    new ProgramFlow(job, reached, script).follow(script.value().substring(start, end), start);
                }
            } else if (redirection.isOutput()) {
                target = redirection.isDescriptor()
                        ? ScriptOutput.descriptor(redirection.target().text(), around)
                        : output.target(redirection.target(), around, folder);
            } else if (redirection.operator().equals("<")) {
                input = file(redirection.target());
            }
        }
        if (statement.command().isEmpty()) {
            return;
        }
        ShellNode.Command command = statement.command().get();
        if (command instanceof ShellNode.Chain chain) {
            chain(chain, input, target);
        } else if (command instanceof ShellNode.Compound compound) {
            compound(compound, input, target);
        } else if (command instanceof ShellNode.Call call) {
            call(call, input, document, target);
        }
    }

    /** Whether a statement runs a program of another language, which it may read from its input. */
    private static boolean isOfProgram(ShellNode.Statement statement) {
        return statement.command().orElse(null) instanceof ShellNode.Call call
                && !call.arguments().isEmpty()
                && ProgramFlow.INTERPRETERS.containsKey(call.arguments().get(0).text());
    }

    private void chain(ShellNode.Chain chain, Optional<Taint> given, PrintTarget target) {
        Optional<Taint> input = given;
        int last = chain.statements().size() - 1;
        for (int i = 0; i <= last; i++) {
            PrintTarget next = chain.isPipeline() && i < last ? new PrintTarget(PrintTarget.Kind.CAPTURE, "") : target;
            run(chain.statements().get(i), input, next);
            input = chain.isPipeline() ? next.taint : given;
        }
    }

    private void compound(ShellNode.Compound compound, Optional<Taint> input, PrintTarget target) {
        Optional<Taint> words = Optional.empty();
        for (ShellNode.Word word : compound.words()) {
            words = words.isPresent() ? words : taint(word);
        }
        if (words.isPresent()) {
            int to = Math.min(compound.words().get(0).from(), script.value().length());
            Matcher loop = LOOP.matcher(script.value().substring(Math.max(0, to - LOOP_LENGTH), to));
            if (loop.find()) {
                variables.put(loop.group(1), words);
            }
        }
        for (ShellNode.Statement statement : compound.statements()) {
            run(statement, input, target);
        }
    }

    private void call(ShellNode.Call call, Optional<Taint> input, List<PrintedLine> document, PrintTarget target) {
        for (ShellNode.Assignment assignment : call.assigned()) {
            Optional<Taint> value = taint(assignment.value());
            if (value.isPresent()) {
                String how = "sets the variable " + assignment.name();
                value = Optional.of(value.get().at(at(assignment.value()), how));
            }
            variables.put(
                    assignment.name().endsWith("+")
                            ? assignment.name().substring(0, assignment.name().length() - 1)
                            : assignment.name(),
                    value);
        }
        int first = 0;
        List<ShellNode.Word> words = call.arguments();
        while (first < words.size() && isPrefix(words.get(first).text(), first > 0)) {
            first++;
        }
        if (first == words.size()) {
            return;
        }
        String path = words.get(first).text();
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<ShellNode.Word> arguments = words.subList(first + 1, words.size());
        sinks(name, words.get(first), arguments, input);
        if ((name.equals("cd") || name.equals("pushd")) && !arguments.isEmpty()) {
            folder = WorkTrees.within(folder, arguments.get(0).text());
        } else if (DECLARATIONS.contains(name)) {
            declare(arguments);
        } else if (name.equals("read") || name.equals("mapfile") || name.equals("readarray")) {
            for (ShellNode.Word word : arguments) {
                if (!CommandWords.isOption(word)) {
                    variables.put(word.text(), input);
                }
            }
        } else {
            if (name.equals("tee")) {
                for (ShellNode.Word word : arguments) {
                    PrintTarget file = output.target(word, output.standard, folder);
                    output.emit(List.of(new PrintedLine("", input, true)), file, at(word), shortened(word));
                }
            }
            List<PrintedLine> printed = printed(name, words.get(first), arguments, input, document);
            output.emit(printed, target, at(words.get(first)), shortened(words.get(first)));
        }
    }

    private static boolean isPrefix(String word, boolean isInner) {
        return PREFIXES.contains(word) || (isInner && (word.startsWith("-") || word.matches("[A-Za-z_]\\w{0,100}=.*")));
    }

    private void declare(List<ShellNode.Word> arguments) {
        for (ShellNode.Word word : arguments) {
            int equals = word.text().indexOf('=');
            if (equals > 0) {
                variables.put(word.text().substring(0, equals), taint(word));
            }
        }
    }

    /** What a command prints. */
    private List<PrintedLine> printed(
            String name,
            ShellNode.Word program,
            List<ShellNode.Word> arguments,
            Optional<Taint> input,
            List<PrintedLine> document) {
        if (name.equals("echo") || name.equals("printf")) {
            List<ShellNode.Word> printed = new ArrayList<>();
            for (ShellNode.Word word : arguments) {
                if (!(printed.isEmpty() && word.text().matches("-[neE]{1,3}"))) {
                    printed.add(word);
                }
            }
            boolean quotes = name.equals("printf")
                    && !printed.isEmpty()
                    && printed.get(0).text().matches(".*%[qd].*");
            return quotes ? List.of() : name.equals("printf") ? formatted(printed) : lines(printed);
        }
        if (name.equals("cat") && !document.isEmpty()) {
            return document;
        }
        if (TextFilter.is(name)) {
            Optional<Taint> found = input;
            for (ShellNode.Word word : TextFilter.files(name, arguments)) {
                found = found.isPresent() ? found : TextFilter.takesTexts(name) ? taint(word) : file(word);
            }
            if (found.isEmpty() && name.equals("jq")) {
                found = questions.event(arguments, at(program));
            }
            return found.isEmpty() || TextFilter.cleans(name, arguments, found.get())
                    ? List.of()
                    : List.of(new PrintedLine("", found, true));
        }
        Optional<Taint> asked = questions.asked(name, arguments, folder, at(program));
        return asked.isPresent() ? List.of(new PrintedLine("", asked, true)) : List.of();
    }

    private void sinks(String name, ShellNode.Word program, List<ShellNode.Word> arguments, Optional<Taint> input) {
        Optional<ShellNode.Word> code = Optional.empty();
        if ((SHELLS.contains(name) || name.equals("source") || name.equals("."))
                && !arguments.isEmpty()
                && !CommandWords.isOption(arguments.get(0))) {
            runs(
                    arguments.get(0),
                    job.written(WorkTrees.within(folder, arguments.get(0).text())));
        } else if (program.text().startsWith("./")) {
            runs(program, job.written(WorkTrees.within(folder, program.text())));
        }
        if (name.equals("eval") || name.equals("ssh")) {
            for (int i = 0; i < arguments.size() && code.isEmpty(); i++) {
                code = expanded(arguments.get(i)).isPresent() ? Optional.of(arguments.get(i)) : Optional.empty();
            }
        } else if (SHELLS.contains(name) || ProgramFlow.INTERPRETERS.containsKey(name)) {
            String option = ProgramFlow.INTERPRETERS.getOrDefault(name, "-c");
            for (int i = 0; i + 1 < arguments.size() && code.isEmpty(); i++) {
                boolean is = SHELLS.contains(name)
                        ? arguments.get(i).text().matches("-[a-z]{0,4}c")
                        : arguments.get(i).text().equals(option);
                code = is && expanded(arguments.get(i + 1)).isPresent()
                        ? Optional.of(arguments.get(i + 1))
                        : Optional.empty();
            }
            boolean reads = SHELLS.contains(name);
            for (ShellNode.Word word : arguments) {
                reads &= word.text().matches("-[seux]{0,4}");
            }
            if (reads && input.isPresent()) {
                job.sink(Sink.Kind.CODE, reached, at(program), name, input.get());
            }
        }
        asks(name, program, arguments, input);
        if (name.equals("xargs") && input.isPresent() && buildsCode(arguments)) {
            job.sink(Sink.Kind.CODE, reached, at(program), name, input.get());
        }
        if (code.isPresent()) {
            runs(code.get(), expanded(code.get()));
        }
        if (PROGRAMS.contains(name)) {
            program(arguments);
        } else if (!(OPTIONS.contains(name) && options(arguments))) {
            requests(name, arguments, input);
        }
    }

    /** Notes an address that a command asks, where an outsider words its host. */
    private void requests(String name, List<ShellNode.Word> arguments, Optional<Taint> input) {
        for (ShellNode.Word word : Requests.hosts(name, arguments)) {
            Optional<Taint> taint = expanded(word);
            if (taint.isPresent() && taint.get().isHost()) {
                job.sink(Sink.Kind.HOST, reached, at(word), shortened(word), taint.get());
                return;
            }
        }
        if (input.isPresent() && input.get().isHost() && Requests.readsHosts(name, arguments)) {
            job.sink(Sink.Kind.HOST, reached, at(arguments.get(0)), name, input.get());
        }
    }

    /** Notes that a word is run, or what it names is, where a text of an outsider is there. */
    private void runs(ShellNode.Word word, Optional<Taint> taint) {
        if (taint.isPresent()) {
            job.sink(Sink.Kind.CODE, reached, at(word), shortened(word), taint.get());
        }
    }

    /** What an agent is asked by a command. */
    private void asks(String name, ShellNode.Word program, List<ShellNode.Word> arguments, Optional<Taint> input) {
        if (!Agents.isRun(name, CommandWords.texts(arguments))) {
            return;
        }
        Optional<Taint> asked = input;
        for (ShellNode.Word word : arguments) {
            asked = asked.isPresent() ? asked : taint(word);
        }
        if (asked.isPresent()) {
            job.sink(Sink.Kind.PROMPT, reached, at(program), name, asked.get());
        }
    }

    /** Whether {@code xargs} puts what it reads into a program of a shell. */
    private static boolean buildsCode(List<ShellNode.Word> arguments) {
        boolean hasShell = false;
        boolean fills = false;
        for (ShellNode.Word word : arguments) {
            hasShell |= SHELLS.contains(word.text());
            fills |= hasShell && word.text().contains("{}");
        }
        return fills;
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
                    job.sink(Sink.Kind.ARGUMENT, reached, at(word), shortened(word), taint.get());
                    return;
                }
            }
            takes = text.equals("-e") || text.equals("--expression");
            // Its operand is a value, a separator or a file.
            skips = text.equals("-v") || text.equals("-F") || text.equals("-f");
            given |= text.equals("-f");
        }
    }

    /** Whether a text stands where the command takes it for an option; the first is noted. */
    private boolean options(List<ShellNode.Word> arguments) {
        boolean takesValue = false;
        for (ShellNode.Word word : arguments) {
            if (word.text().equals("--")) {
                return false;
            }
            Optional<Taint> taint = takesValue ? Optional.empty() : leading(word);
            if (taint.isPresent() && taint.get().kind() != Taint.Kind.BRANCH) {
                job.sink(Sink.Kind.ARGUMENT, reached, at(word), shortened(word), taint.get());
                return true;
            }
            takesValue = word.text().matches("--?[A-Za-z][\\w-]{0,40}");
        }
        return false;
    }

    /** The text that a word begins with, or that the shell splits into words. */
    private Optional<Taint> leading(ShellNode.Word word) {
        boolean isFirst = true;
        for (ShellNode.Part part : word.parts()) {
            boolean splits = part instanceof ShellNode.Expansion || part instanceof ShellNode.Substitution;
            boolean begins = isFirst
                    && part instanceof ShellNode.DoubleQuoted quoted
                    && !quoted.parts().isEmpty()
                    && !(quoted.parts().get(0) instanceof ShellNode.Literal);
            if (splits || begins) {
                Optional<Taint> found = part instanceof ShellNode.DoubleQuoted quoted
                        ? taint(quoted.parts().get(0), word)
                        : taint(part, word);
                // GitHub's expressions in scripts are reported by the check of expressions in code. What follows other
                // text begins no word, unless the shell splits it.
                if (found.isPresent()
                        && !isExpression(part)
                        && (splits
                                || found.get().start().isEmpty()
                                || found.get().start().startsWith("-"))) {
                    return found;
                }
            }
            isFirst = false;
        }
        return Optional.empty();
    }

    private static boolean isExpression(ShellNode.Part part) {
        return part.plain().contains(Fence.OPEN);
    }

    /** What the shell, not GitHub, fills in. */
    private Optional<Taint> expanded(ShellNode.Word word) {
        return word.text().contains(Fence.OPEN) ? Optional.empty() : taint(word);
    }

    private static Optional<Taint> taint(List<PrintedLine> lines) {
        for (PrintedLine line : lines) {
            if (line.taint().isPresent()) {
                return line.taint();
            }
        }
        return Optional.empty();
    }

    /** What {@code printf} prints: its values stand where its first word says. */
    private List<PrintedLine> formatted(List<ShellNode.Word> words) {
        List<PrintedLine> lines = lines(words);
        if (words.size() < 2) {
            return lines;
        }
        Optional<Taint> taint = taint(lines);
        List<PrintedLine> formatted = new ArrayList<>();
        for (String text : words.get(0).text().replace("\\n", "\n").split("\n", -1)) {
            boolean filled = text.contains("%");
            String name =
                    text.startsWith("%s") && words.size() > 2 ? words.get(1).text() + text.substring(2) : text;
            formatted.add(new PrintedLine(name, filled ? taint : Optional.empty(), filled && text.equals("%s")));
        }
        return formatted;
    }

    /** Words as they are printed, with a space between them. */
    private List<PrintedLine> lines(List<ShellNode.Word> words) {
        Lines lines = new Lines();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                lines.text(" ");
            }
            for (ShellNode.Part part : words.get(i).parts()) {
                lines.part(part, words.get(i));
            }
        }
        return lines.done();
    }

    /** Cuts words into lines. */
    private final class Lines {
        private final List<PrintedLine> done = new ArrayList<>();
        private StringBuilder text = new StringBuilder();
        private Optional<Taint> taint = Optional.empty();
        private boolean unknown;

        private void part(ShellNode.Part part, ShellNode.Word word) {
            if (part instanceof ShellNode.DoubleQuoted quoted) {
                for (ShellNode.Part inner : quoted.parts()) {
                    part(inner, word);
                }
            } else if (part instanceof ShellNode.Literal || part instanceof ShellNode.SingleQuoted) {
                String plain = part.plain();
                if (taint.isEmpty() && plain.contains(Fence.OPEN)) {
                    taint = behind(text, expression(plain, word));
                }
                text(plain);
            } else {
                unknown |= text.toString().isBlank();
                if (taint.isEmpty()) {
                    taint = behind(text, ScriptFlow.this.taint(part, word));
                }
                text.append(part.plain().replace('\n', ' '));
            }
        }

        private void text(String plain) {
            String[] parts = plain.split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    end();
                }
                text.append(parts[i]);
            }
        }

        private void end() {
            done.add(new PrintedLine(text.toString(), taint, unknown));
            text = new StringBuilder();
            taint = Optional.empty();
            unknown = false;
        }

        private List<PrintedLine> done() {
            end();
            return done;
        }
    }

    private Optional<Taint> taint(ShellNode.Word word) {
        return first(word.parts(), word);
    }

    /** What the first of the parts brings that brings anything, behind those before it. */
    private Optional<Taint> first(List<ShellNode.Part> parts, ShellNode.Word word) {
        for (int i = 0; i < parts.size(); i++) {
            Optional<Taint> found = taint(parts.get(i), word);
            if (found.isPresent()) {
                StringBuilder before = new StringBuilder();
                for (ShellNode.Part part : parts.subList(0, i)) {
                    before.append(part.plain());
                }
                return behind(before, found);
            }
        }
        return Optional.empty();
    }

    private static Optional<Taint> behind(StringBuilder before, Optional<Taint> taint) {
        return taint.isEmpty() || before.isEmpty()
                ? taint
                : Optional.of(taint.get().behind(before.toString()));
    }

    private Optional<Taint> taint(ShellNode.Part part, ShellNode.Word word) {
        if (part instanceof ShellNode.DoubleQuoted quoted) {
            return first(quoted.parts(), word);
        }
        if (part instanceof ShellNode.Substitution substitution) {
            // It stands in a word that several readings may ask for, each of which would ask for what is nested in it
            // again.
            Optional<Taint> known = substitutions.get(substitution);
            if (known == null) {
                known = printed(substitution);
                substitutions.put(substitution, known);
            }
            return known;
        }
        String text = part.plain();
        if (text.contains(Fence.OPEN)) {
            return expression(text, word);
        }
        return part instanceof ShellNode.Expansion expansion ? variable(expansion, word) : Optional.empty();
    }

    private Optional<Taint> printed(ShellNode.Substitution substitution) {
        PrintTarget captured = new PrintTarget(PrintTarget.Kind.CAPTURE, "");
        if (substitution.text().startsWith("$(<")) {
            for (ShellNode.Statement statement : substitution.statements()) {
                for (ShellNode.Redirection redirection : statement.redirections()) {
                    if (captured.taint.isEmpty()) {
                        captured.taint = file(redirection.target());
                    }
                }
            }
        }
        for (ShellNode.Statement statement : substitution.statements()) {
            run(statement, Optional.empty(), captured);
        }
        return captured.taint;
    }

    private Optional<Taint> expression(String text, ShellNode.Word word) {
        for (ContextPath path : Fence.readsIn(text)) {
            Optional<Taint> found = job.path(path, at(word), reached.frame(), Optional.of(reached.step()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Taint> variable(ShellNode.Expansion expansion, ShellNode.Word word) {
        Matcher matcher = VARIABLE.matcher(expansion.text());
        if (!matcher.lookingAt() || CLEANING.matcher(matcher.group(2)).matches()) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        Optional<Taint> local = variables.get(name);
        if (local != null) {
            return local;
        }
        Optional<Taint> found = job.variable(name, reached.frame(), Optional.of(reached.step()));
        return found.isPresent() ? found : job.builtIn(name, at(word));
    }

    private Optional<Taint> file(ShellNode.Word word) {
        return job.file(WorkTrees.within(folder, word.text()), at(word));
    }

    private static String shortened(ShellNode.Word word) {
        String text = word.text().replace('\n', ' ');
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private Location at(ShellNode.Word word) {
        int length = script.value().length();
        int from = Math.min(word.from(), length);
        return reached.at(script.spanOf(from, Math.max(from, Math.min(word.to(), length))));
    }
}
