package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.shell.ProgramInterpreters;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.code.AssociativeArrays;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.code.HarmlessPattern;
import io.github.mavenhardening.core.workflow.code.ShellWalk;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.TaskTexts;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows outsiders' text through a script, into the files of the runner that hold what later steps read. */
final class ScriptFlow extends ShellWalk<Taint, PrintTarget> {

    private static final Set<String> READING_IN = Set.of("source", ".");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{?!?([A-Za-z_][A-Za-z0-9_]{0,100}|[1-9@*])(.{0,200})", Pattern.DOTALL);
    /** What is left of a value is a number, or of few characters. */
    private static final Pattern CLEANING = Pattern.compile(
            "//(?:\\+\\()?\\[[!^]((?:\\[:\\w{1,10}:\\]|[^\\]\\n]){1,80})\\]\\)?(?:/.*)?\\}|@Q\\}.*|:?\\+.*");

    /** What is left of a value is its first line. */
    private static final Pattern FIRST_LINE = Pattern.compile("%%\\$'\\\\n'\\*\\}.*", Pattern.DOTALL);

    /** A variable in an arithmetic expression. */
    private static final Pattern OPERAND =
            Pattern.compile("(?<![\\w#{!])([A-Za-z_]\\w{0,100})(?![\\w(])|\\$\\{([A-Za-z_]\\w{0,100})\\}");

    private final JobState job;
    private final ShellScript read;
    private final ScriptOutput output;
    private final CommandOutput printed;
    private final ScriptSinks sinks;
    private final TestedVariables tested;
    private final AssociativeArrays associative;
    private final PrintedWords words = new PrintedWords(this);
    /** By the names of functions, the scripts that declare them and were read in. */
    private final Map<String, CalledScripts.Script> readIn = new HashMap<>();

    ScriptFlow(JobState job, ReachedStep reached, YamlScalar script) {
        this(job, reached, script, WorkTrees.folder(reached), own(reached));
    }

    ScriptFlow(JobState job, ReachedStep reached, YamlScalar script, String folder, ShellScript read) {
        super(reached, script, folder);
        this.tested = new TestedVariables(this);
        this.associative = new AssociativeArrays(script.value());
        this.read = read;
        this.job = job;
        this.output = new ScriptOutput(job, reached);
        this.printed = new CommandOutput(job, this, new ScriptQuestions(job, reached, script), words);
        this.sinks = new ScriptSinks(job, this);
    }

    void follow() {
        end(walk(read, output.standard));
    }

    /** Follows it where a container begins with it, which has variables of its own and hands it its parameters. */
    void begin(Map<String, Taint> variables, List<Optional<Taint>> parameters) {
        variables.forEach((name, taint) -> set(name, Optional.of(taint)));
        given(parameters);
        follow();
    }

    private void end(boolean isWhole) {
        // Silent: what is cut is reported with the workflow.
        if (!isWhole) {
            job.cut();
        }
        output.end();
    }

    /** Follows the script of the repository that a command calls; answers whether it is one. */
    private boolean calls(Command<Taint> command, PrintTarget target) {
        String program = written(command.program());
        Span place = spanOf(command);
        Optional<TaskTexts.Text> task = job.scripts().task(command, program, folder(), reached);
        String folder = task.isPresent() ? task.get().folder() : folder();
        if (task.isPresent()) {
            filledIn(task.get(), command);
        }
        Optional<CalledScripts.Script> called = task.isPresent()
                ? job.scripts().enter(command, task.get(), reached, place)
                : job.scripts().enter(command, program, folder, reached, place);
        if (called.isEmpty()) {
            return false;
        }
        if (called.get().isCut()) {
            job.cut();
            return true;
        }
        ReachedStep step = called.get().step();
        YamlScalar text = called.get().text();
        boolean isReadIn = READING_IN.contains(command.name());
        List<ShellNode.Word> given = called.get().given();
        if (called.get().read().isEmpty()) {
            ProgramFlow code = new ProgramFlow(job, step, text, called.get().interpreter());
            give(given, code);
            code.follow();
            output.emit(code.printed(), target, at(command.program()), shortened(command.program()));
        } else {
            ScriptFlow inner =
                    new ScriptFlow(job, step, text, folder, called.get().read().get());
            handOn(inner, command, given);
            if (isReadIn) {
                inner.take(this);
            }
            inner.end(isReadIn ? inner.walkOwn(inner.read, target) : inner.walk(inner.read, target));
            if (isReadIn) {
                take(inner);
                readIn.putAll(inner.readIn);
                for (String function : inner.declared()) {
                    readIn.put(function, called.get());
                }
            }
        }
        job.scripts().leave();
        return true;
    }

    /** Notes the variables whose text make puts into a recipe before a shell reads it. */
    private void filledIn(TaskTexts.Text task, Command<Taint> command) {
        for (String name : task.filledIn()) {
            Optional<Taint> taint = inEnvironment(name, command);
            if (taint.isPresent()) {
                job.sink(
                        Sink.Kind.CODE, reached, at(command.program()), task.path() + ": $(" + name + ")", taint.get());
            }
        }
    }

    /** Follows the function of a script that was read in, which a command calls; answers whether it is one. */
    private boolean callsFunction(Command<Taint> command, PrintTarget target) {
        CalledScripts.Script known = readIn.get(command.name());
        if (known == null) {
            return false;
        }
        CalledScripts.Script called = job.scripts().enter(known, reached, spanOf(command), command.arguments());
        if (called.isCut()) {
            job.cut();
            return true;
        }
        ShellScript read = called.read().orElseThrow();
        ScriptFlow inner = new ScriptFlow(job, called.step(), called.text(), folder(), read);
        inner.take(this);
        inner.readIn.putAll(readIn);
        handOn(inner, command, called.given());
        inner.end(inner.walk(read, command.name(), command.input(), target));
        take(inner);
        job.scripts().leave();
        return true;
    }

    private void give(List<ShellNode.Word> given, ProgramFlow program) {
        List<Optional<Taint>> carried = new ArrayList<>();
        for (ShellNode.Word word : given) {
            carried.add(carried(word));
        }
        program.give(new ProgramArguments(CommandWords.texts(given), carried));
    }

    @Override
    public PrintTarget keeping() {
        return new PrintTarget(PrintTarget.Kind.CAPTURE, "");
    }

    @Override
    public PrintTarget target(ShellNode.Word file, PrintTarget around) {
        return output.target(file, written(file), around, folder());
    }

    @Override
    public PrintTarget descriptor(String number, PrintTarget around) {
        // What does not go to the standard output is lost to the script.
        return number.equals("1") ? around : keeping();
    }

    @Override
    public Optional<Taint> document(ShellNode.Word text, ShellNode.Statement statement) {
        Optional<ShellNode.Call> call = ProgramInterpreters.reading(statement);
        if (call.isPresent()) {
            ShellNode.Word interpreter = call.get().arguments().get(0);
            sinks.filledIn(text, interpreter);
            int end = Math.min(text.to(), script.value().length());
            int start = Math.min(text.from(), end);
            ProgramFlow program = new ProgramFlow(job, reached, script, interpreter.text());
            give(call.get().arguments(), program);
            program.follow(script.value().substring(start, end), start);
            printed.note(text, program.printed());
        }
        return PrintedWords.taint(words.lines(List.of(text)));
    }

    @Override
    public Optional<Taint> file(ShellNode.Word name) {
        job.reach(reached, name.from());
        return ScriptQuestions.isEvent(name.text()) && job.events().areOpen()
                ? Optional.of(Taint.source(Taint.Kind.TEXT, at(name), Taint.ANSWER))
                : job.file(path(name), at(name)).or(() -> named(name));
    }

    /** What is read of a file that is one of those in an outsider's folder. */
    private Optional<Taint> named(ShellNode.Word name) {
        Optional<Taint> names = name.text().startsWith("$") ? carried(name) : Optional.empty();
        return names.filter(Taint::isListed)
                .map(found -> found.as(Taint.Kind.TEXT).at(at(name), JobFiles.READS));
    }

    @Override
    public Optional<Taint> given(String variable, ShellNode.Word word) {
        Optional<Taint> found = job.variable(variable, reached.frame(), Optional.of(reached.step()));
        return found.isPresent() ? found : job.builtIn(variable, at(word));
    }

    @Override
    public Optional<Taint> expanded(ShellNode.Expansion expansion, ShellNode.Word word) {
        if (expansion.text().startsWith("$((")) {
            arithmetic(expansion.text().substring("$((".length()), word);
            return Optional.empty();
        }
        Matcher matcher = VARIABLE.matcher(expansion.text());
        if (!matcher.lookingAt() || isCleaning(matcher.group(2))) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        if (name.equals("BASH_REMATCH")) {
            Optional<String> matched = tested.captured(expansion, word);
            return matched.isPresent() ? variable(matched.get(), word) : Optional.empty();
        }
        Optional<Taint> pull = pull(word);
        if (pull.isPresent()) {
            return pull;
        }
        Optional<Taint> found = variable(name, word);
        if (found.isPresent() && isHarmless(name, found.get(), word)) {
            return Optional.empty();
        }
        if (found.isPresent() && tested.isBranch(name, word)) {
            return Optional.of(found.get().as(Taint.Kind.CHECKED_BRANCH));
        }
        return found.isPresent() && FIRST_LINE.matcher(matcher.group(2)).matches()
                ? Optional.of(found.get().asLine())
                : found;
    }

    /** The branch that GitHub keeps for a pull request, where a word names it. */
    private Optional<Taint> pull(ShellNode.Word word) {
        return job.events().areForHeads() && HeadNames.isPull(word.text())
                ? Optional.of(Taint.source(Taint.Kind.WORD, at(word), HeadNames.NAMED))
                : Optional.empty();
    }

    @Override
    public Optional<Taint> expression(String text, ShellNode.Word word) {
        return pull(word).or(() -> job.expressions(text, at(word), reached));
    }

    @Override
    public Taint behind(String before, Taint taint) {
        return taint.behind(before);
    }

    @Override
    public Taint cut(Taint taint, boolean atBlanks) {
        boolean isWord =
                atBlanks || taint.kind() == Taint.Kind.WORD || taint.kind().isBranch();
        return isWord ? taint.asWord() : taint.asLine().without(Integer.MAX_VALUE);
    }

    @Override
    public Taint line(Taint taint) {
        return taint.asLine();
    }

    private static boolean isCleaning(String behind) {
        Matcher cleaning = CLEANING.matcher(behind);
        return cleaning.matches() && (cleaning.group(1) == null || HarmlessPattern.keepsHarmless(cleaning.group(1)));
    }

    @Override
    public Optional<Taint> held(String variable, ShellNode.Word word) {
        return variable(variable, word).filter(found -> !isHarmless(variable, found, word));
    }

    /** Whether the script has tested a variable for what is harmless before a word. A head that is tested is one nevertheless. */
    private boolean isHarmless(String variable, Taint found, ShellNode.Word word) {
        return !job.events().isHead(found) && tested.isHarmless(variable, found, word);
    }

    @Override
    public Optional<Taint> assigned(String name, Optional<Taint> value, ShellNode.Word word) {
        tested.assign(name, word);
        return value.isEmpty() ? value : Optional.of(value.get().at(at(word), "sets the variable " + name));
    }

    @Override
    public void test(String brackets, List<ShellNode.Word> words) {
        if (brackets.equals("[[")) {
            sinks.compared(words);
        } else {
            arithmetic(words.get(0).text(), words.get(0));
        }
    }

    /** Notes the variables of an arithmetic expression: the shell evaluates what they hold, too. */
    private void arithmetic(String text, ShellNode.Word word) {
        if (text.contains("$(") || text.contains("`") || text.contains(Fence.OPEN)) {
            return;
        }
        Matcher name = OPERAND.matcher(associative.withoutKeys(text));
        while (name.find()) {
            String variable = name.group(1) == null ? name.group(2) : name.group(1);
            Optional<Taint> found = variable(variable, word);
            if (found.isPresent() && !isHarmless(variable, found.get(), word)) {
                sinks.evaluated(word, found);
            }
        }
    }

    @Override
    public void begin(Command<Taint> command) {
        job.reach(reached, command.program().from());
        if (command.name().equals("let")) {
            for (ShellNode.Word word : command.arguments()) {
                arithmetic(word.text(), word);
            }
        }
        if (job.events().areForHeads()) {
            nameHeads(command);
        } else {
            sinks.look(command);
        }
    }

    /** Takes in which words of a command name a pull request's head. */
    private void nameHeads(Command<Taint> command) {
        for (ShellNode.Word word : command.arguments()) {
            Optional<Taint> named = word.isFilledIn() ? carried(word) : Optional.empty();
            if (named.isPresent() && named.get().kind().isName()) {
                job.nameHead(word.text());
                word.variable().ifPresent(job::nameHead);
            }
        }
    }

    @Override
    public void print(Command<Taint> command, PrintTarget target) {
        if (command.name().equals("tee")) {
            for (ShellNode.Word word : command.arguments()) {
                PrintTarget file = target(word, output.standard);
                output.emit(List.of(new PrintedLine("", command.input(), true)), file, at(word), shortened(word));
            }
        }
        if (callsFunction(command, target) || calls(command, target)) {
            return;
        }
        ShellNode.Word program = command.program();
        List<ShellNode.Word> arguments = command.arguments();
        if ((command.name().equals("cp") || command.name().equals("mv")) && arguments.size() == 2) {
            Optional<Taint> copied = file(arguments.get(0));
            PrintTarget file = target(arguments.get(1), output.standard);
            output.emit(
                    CommandOutput.unknown(copied.map(text -> text.at(at(program), "copies it to another file"))),
                    file,
                    at(program),
                    shortened(program));
        }
        if (command.name().equals("printf")
                && arguments.size() > 2
                && arguments.get(0).text().equals("-v")) {
            set(
                    arguments.get(1).text(),
                    PrintedWords.taint(words.printed("printf", arguments.subList(2, arguments.size()))));
            return;
        }
        Optional<Taint> answer = sinks.answer();
        output.emit(
                answer.isPresent() ? CommandOutput.unknown(answer) : printed.of(command),
                target,
                at(program),
                shortened(program));
    }
}
