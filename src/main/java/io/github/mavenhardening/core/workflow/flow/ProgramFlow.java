package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.code.CodeList;
import io.github.mavenhardening.core.workflow.code.GivenParameters;
import io.github.mavenhardening.core.workflow.code.ModelCalls;
import io.github.mavenhardening.core.workflow.code.NamedPatterns;
import io.github.mavenhardening.core.workflow.code.PowerShellSinks;
import io.github.mavenhardening.core.workflow.code.ProgramBlock;
import io.github.mavenhardening.core.workflow.code.ProgramLanguage;
import io.github.mavenhardening.core.workflow.code.ProgramLoops;
import io.github.mavenhardening.core.workflow.code.ProgramSinks;
import io.github.mavenhardening.core.workflow.code.ProgramWalk;
import io.github.mavenhardening.core.workflow.code.Requests;
import io.github.mavenhardening.core.workflow.code.StartedPrograms;
import io.github.mavenhardening.core.workflow.code.SubshellCalls;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows outsiders' text through scripts of JavaScript, Python, PowerShell, Ruby and Perl, line by line: what is read of the event, of the
 * environment, of outsiders' files and of the forge's answers, names that stand for it, and outputs that are set to it.
 */
final class ProgramFlow extends ProgramWalk<Taint> {

    /** A folder in which the commands of later steps are looked for. */
    private static final SoughtPattern ADDS_PATH = SoughtPattern.of("\\baddPath\\((.*)", "addPath(");

    private static final SoughtPattern RETURN = SoughtPattern.of("\\s{0,80}return\\s(.*)", "return");
    /** More calls of one statement are not followed. */
    private static final int MOST_CALLS = 100;

    /** A command of PowerShell that brings code which its words name. */
    private static final SoughtPattern CHECKS_OUT = SoughtPattern.of(
            "(?:^|[\\s(;&|])(?:git|gh|Invoke-WebRequest|iwr)\\s", "git", "gh", "Invoke-WebRequest", "iwr");

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w{1,100})");

    private static final Pattern CALL =
            Pattern.compile("\\b([A-Za-z_][\\w-]{0,100})(?:(?:\\.|\\]::)new\\b)?\\s?(?:[( ]|$)");
    private final JobState job;
    private final boolean hasSubshells;
    private final ReachedStep reached;
    private final YamlScalar script;
    private final ProgramExpressions expressions;
    private final ProgramOutputs outputs;
    private final List<PrintedLine> printed = new ArrayList<>();
    private Optional<ProgramArguments> arguments = Optional.empty();
    /** Whether the function that is followed brings an outsider's text. */
    private boolean brings;

    private Optional<Pattern> calls = Optional.empty();
    private StartedPrograms started = new StartedPrograms("");
    private Optional<ProgramDispatch> dispatch = Optional.empty();
    private final NamedPatterns patterns = new NamedPatterns();
    private final ProgramAssignments assignments;

    /** @param interpreter the name of the program that runs it, as far as that matters; else empty text */
    ProgramFlow(JobState job, ReachedStep reached, YamlScalar script, String interpreter) {
        super(ProgramLanguage.likely(interpreter));
        this.hasSubshells = SubshellCalls.are(interpreter);
        this.job = job;
        this.reached = reached;
        this.script = script;
        this.expressions = new ProgramExpressions(job, reached, names, hasSubshells);
        this.assignments = new ProgramAssignments(job.events(), names, expressions, patterns);
        this.outputs = new ProgramOutputs(job, reached);
        this.names.haveCommits = job.events().areForHeads();
    }

    /** Takes in its arguments. */
    void give(ProgramArguments given) {
        arguments = Optional.of(given);
        expressions.give(given);
        if (given.any().isPresent()) {
            names.setOutside("argv", given.any().get());
            names.setOutside("ARGV", given.any().get());
        }
    }

    /** Takes in the inputs of the action whose program it is, by their names in lower case. */
    void give(Map<String, Taint> inputs) {
        expressions.give(inputs);
    }

    void follow() {
        follow(script.value(), 0);
    }

    /** Follows a program that stands in the script from that place on. */
    void follow(String program, int start) {
        calls = ProgramSinks.named(program);
        started = new StartedPrograms(program);
        dispatch = ProgramDispatch.in(program, job, reached);
        if (arguments.isPresent()) {
            arguments.get().declare(program).forEach(names::setOutside);
        }
        walk(program, start);
        outputs.end();
    }

    @Override
    public boolean isAsked(String text) {
        return names.in(text, arguments).isPresent();
    }

    @Override
    public Optional<Taint> brought(ProgramBlock.Statement last) {
        return returning(last.text, place(last));
    }

    private Optional<Taint> returning(String text, Location place) {
        return of(text, place).map(taint -> taint.at(place, "returns it from a function"));
    }

    /** What it prints, as far as an outsider words it. */
    List<PrintedLine> printed() {
        return List.copyOf(printed);
    }

    /**
     * Goes through the functions that are called with an outsider's text, which their parameters stand for then; answers which of
     * them bring nothing of it.
     */
    private Set<String> called(String line, Location place) {
        Matcher call = CALL.matcher(line);
        int left = MOST_CALLS;
        Set<String> harmless = new HashSet<>();
        Set<String> others = new HashSet<>();
        while (call.find()) {
            if (functions().has(call.group(1)) && left-- > 0) {
                boolean isHarmless = called(call.group(1), line.substring(call.end()), place);
                (isHarmless ? harmless : others).add(call.group(1));
            }
        }
        harmless.removeAll(others);
        if (left < 0) {
            // Silent: what is cut is reported with the workflow.
            job.cut();
        }
        return harmless;
    }

    /** Goes through one of them; answers whether it was read, and brings nothing of what it is given. */
    private boolean called(String name, String rest, Location place) {
        boolean mayRun =
                of(rest, place).isPresent() || isHanded(rest) || (functions().isMethod(name) && names.haveObjects());
        Optional<ProgramBlock> function = mayRun ? functions().called(name) : Optional.empty();
        if (functions().isSpent()) {
            // Silent: what is cut is reported with the workflow.
            job.cut();
        }
        if (function.isEmpty()) {
            return false;
        }
        Map<String, Taint> texts = new LinkedHashMap<>();
        GivenParameters.of(rest, function.get(), language).forEach((parameter, word) -> {
            of(word, place).ifPresent(text -> texts.put(parameter, text.at(place, "hands it to a function")));
            if (isHanded(word)) {
                arguments.get().handOn(parameter);
            }
        });
        boolean brought = brings;
        brings = false;
        enter(function.get(), texts);
        boolean isHarmless = !brings && !language.bringsLast() && !functions().mayBringMore(function.get());
        brings = brought;
        return isHarmless;
    }

    /** Whether what was parsed of the arguments stands in a text as a whole. */
    private boolean isHanded(String text) {
        return arguments.isPresent() && arguments.get().areIn(text);
    }

    /** What a program of one line prints. */
    Optional<Taint> printed(String program, Location place) {
        return of(program, place);
    }

    private Location place(ProgramBlock.Statement statement) {
        int begin = begin(statement);
        int end = Math.min(
                statement.from + statement.text.length(), script.value().length());
        return reached.at(script.spanOf(begin, Math.max(begin, end)));
    }

    private int begin(ProgramBlock.Statement statement) {
        return Math.max(0, Math.min(statement.from, script.value().length()));
    }

    @Override
    public void line(ProgramBlock.Statement statement) {
        int begin = begin(statement);
        Location place = place(statement);
        boolean declares = statement.block.isPresent() && statement.block.get().kind == ProgramBlock.Kind.FUNCTION;
        Set<String> harmless = declares ? Set.of() : called(statement.call, place);
        String line = functions().left(statement.text, harmless);
        String call = functions().left(statement.call, harmless);
        job.reach(reached, begin);
        if (job.events().areForHeads() && CHECKS_OUT.isIn(line)) {
            nameHeads(line);
        }
        if (dispatch.isPresent()) {
            dispatch.get().line(line, place, names.members, text -> of(text, place));
        }
        // The files that the runner reads are looked at below.
        expressions
                .written(line)
                .ifPresent(file ->
                        of(line, place).ifPresent(text -> job.setFile(file, text.at(place, "writes it to a file"))));
        print(line, place);
        Requests.asked(line)
                .ifPresent(address -> of(address, place)
                        .filter(text -> text.behind(Requests.start(address)).isHost())
                        .ifPresent(text -> sink(Sink.Kind.HOST, line, place, text)));
        if (!onlySays(statement)) {
            expressions.test(line);
        }
        assignments.matched(line, place);
        ProgramLoops.in(line, language == ProgramLanguage.POWERSHELL)
                .forEach((name, list) -> expressions.each(name, list, place));
        assignments.within(line, place);
        patterns.note(line);
        Optional<String> code = run(call);
        code.flatMap(command -> of(command, place)).ifPresent(text -> sink(Sink.Kind.CODE, line, place, text));
        if (code.isEmpty()) {
            started.note(line);
            // What stands behind the name of a program does not name one.
            started.of(call)
                    .flatMap(program -> of(program, place))
                    .filter(text -> text.start().isEmpty())
                    .ifPresent(text -> sink(Sink.Kind.CODE, line, place, text));
        }
        for (String word : GivenArguments.in(call)) {
            of(word, place)
                    .filter(text -> !text.kind().isBranch() && text.begins(false))
                    .ifPresent(text -> sink(Sink.Kind.ARGUMENT, line, place, text));
        }
        Matcher searched = ADDS_PATH.in(line);
        if (searched.find()) {
            of(searched.group(1), place)
                    .ifPresent(text -> job.sink(Sink.Kind.CODE, reached, place, "GITHUB_PATH", text));
        }
        if (arguments.isPresent()) {
            arguments.get().parse(line);
        }
        new StartedFiles(job, reached, script).follow(line, begin, text -> of(text, place), this::start);
        ofEnvironment(line)
                .forEach((name, variable) -> job.variable(variable, reached.frame(), Optional.of(reached.step()))
                        .ifPresent(text -> names.set(name, text.at(place, "sets a name to it"))));
        if (expressions.names(line, place)) {
            return;
        }
        Matcher returned = RETURN.in(line);
        expressions.note(line);
        if (outputs.opens(line)) {
            return;
        }
        if (outputs.sets(line, place, text -> of(text, place))) {
            return;
        }
        String below = call.substring(Math.min(line.length(), call.length()));
        Optional<String> object = names.members.opens(line);
        if (object.isPresent()) {
            names.set(object.get(), below, stepping("sets a member to it", place));
            return;
        }
        Optional<String> function = declared();
        if (returned.matches() && function.isPresent()) {
            // Its name stands for what it brings.
            if (isHanded(returned.group(1))) {
                arguments.get().returnedBy(function.get());
            }
            if (returned.group(1).strip().equals("{")) {
                names.members.set(function.get(), below, stepping("sets a member to it", place));
            }
            expressions.returned(function.get(), returned.group(1));
            returning(returned.group(1), place).ifPresent(text -> names.setOutside(function.get(), text));
        } else if (returned.matches()) {
            brings |= isInFunction() && of(call, place).isPresent();
            boolean isObject = returned.group(1).strip().equals("{");
            for (String value : isObject ? CodeList.parts(below) : List.of(returned.group(1))) {
                if (!isObject || names.haveCommits || !isMemberThatIsNoText(value.strip())) {
                    returned(value, place);
                }
            }
        } else {
            if (taker().isPresent() && statement.block.isEmpty()) {
                of(call, place).ifPresent(text -> names.set(taker().get(), text.at(place, "sets a name to it")));
            }
            boolean isCondition =
                    statement.block.isPresent() && statement.block.get().chooses();
            int assigns = line.indexOf('=') + 1;
            assignments.take(
                    isCondition ? line.substring(0, assigns) : line,
                    isCondition ? call.substring(0, assigns) : call,
                    place);
            ModelCalls.answered(line, call)
                    .ifPresent(name -> of(call, place).ifPresent(text -> names.set(name, text.answered(place))));
        }
    }

    private void start(CalledScripts.Script called, ProgramArguments given) {
        ProgramFlow inner = new ProgramFlow(job, called.step(), called.text(), called.interpreter());
        inner.give(given);
        inner.follow();
    }

    private void sink(Sink.Kind kind, String line, Location place, Taint text) {
        job.sink(kind, reached, place, ProgramSinks.shortened(line), text);
    }

    /** Takes in which variables of a command of PowerShell name a pull request's head. */
    private void nameHeads(String line) {
        Matcher variable = VARIABLE.matcher(line);
        while (variable.find()) {
            if (names.get(variable.group(1))
                    .filter(named -> named.kind().isName())
                    .isPresent()) {
                job.nameHead(variable.group(1));
            }
        }
    }

    /** What a line hands to a shell, or to another program as code. */
    private Optional<String> run(String call) {
        if (hasSubshells) {
            return SubshellCalls.executed(call);
        }
        Optional<String> found =
                language == ProgramLanguage.POWERSHELL ? PowerShellSinks.executed(call) : Optional.empty();
        return found.isPresent() ? found : ProgramSinks.executed(call, calls);
    }

    /** Keeps what a line prints. */
    private void print(String line, Location place) {
        Optional<String> text = ProgramSinks.printed(line);
        Optional<Taint> taint = text.isPresent() ? of(text.get(), place) : Optional.empty();
        if (taint.isPresent()) {
            String name = ProgramOutputs.name(text.get());
            printed.add(new PrintedLine(name.isEmpty() ? "" : name + "=", taint, true));
        }
    }

    private void returned(String text, Location place) {
        if (isInFunction()) {
            return;
        }
        expressions
                .whole(text, place)
                .ifPresent(taint -> job.setOutput(reached, "result", taint.at(place, "returns it as a result")));
    }

    private static boolean isMemberThatIsNoText(String line) {
        return line.endsWith(".number") || line.endsWith(".id") || line.endsWith(".sha");
    }

    private Function<String, Optional<Taint>> stepping(String step, Location place) {
        return text -> of(text, place).map(taint -> taint.at(place, step));
    }

    private Optional<Taint> of(String text, Location place) {
        return expressions.of(text, place);
    }
}
