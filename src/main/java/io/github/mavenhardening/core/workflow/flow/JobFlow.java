package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.CodeInputs;
import io.github.mavenhardening.core.workflow.CommandInputs;
import io.github.mavenhardening.core.workflow.KnownOutputs;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.checkout.Guard;
import io.github.mavenhardening.core.workflow.checkout.OutsideCode;
import io.github.mavenhardening.core.workflow.checkout.OutsideUploads;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.Agent;
import io.github.mavenhardening.core.workflow.step.Agents;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Follows outsiders' text through the steps of one job, each of which is looked at once. */
final class JobFlow implements JobState {

    private static final String ANY = "*";
    private static final String FILES = "*_files";
    /** Of a value that was parsed, members that hold no text. */
    private static final Pattern NO_TEXT = Pattern.compile(
            "(?is).*\\)[\\w.\\[\\]]{0,100}\\.(?:(?:.{0,40}_)?(?:sha|id)|number|oid|state|draft|login|merged|(?:.{0,40}_)?url)");

    private final OtherJobs others;
    private final Workflow workflow;
    private final NormalJob job;
    private final OutsiderEvents events;
    private final IdentityHashMap<Object, Frame> frames = new IdentityHashMap<>();
    /** What earlier steps set for later ones, by name in lower case. */
    private final Map<String, Taint> environment = new HashMap<>();

    private final Map<String, Taint> files = new HashMap<>();
    private final WorkTrees trees;
    private final List<Sink> sinks = new ArrayList<>();
    private Optional<ReachedStep> before = Optional.empty();
    /** What values of the workflow and the job bring, which are filled in before the first step. */
    private final IdentityHashMap<YamlScalar, Optional<Taint>> atStart = new IdentityHashMap<>();

    /** What values of the step that is looked at bring. */
    private final IdentityHashMap<YamlScalar, Optional<Taint>> inStep = new IdentityHashMap<>();

    /** Whether a step before, or a job that this one needs, fails for who has no rights. */
    private boolean isChecked;

    /** Whether a step ran something of the workspace. */
    private boolean runsWorkspace;

    /** Whether a variable of the job or of the workflow is being filled in. */
    private boolean isOfJob;

    private boolean isOfWorkflow;
    private final Map<String, Optional<Taint>> results = new HashMap<>();
    private final Map<String, Optional<Taint>> matrices = new HashMap<>();

    /** What is known of the steps that stand in one definition: their outputs, and the local actions that they use, by id. */
    private record Frame(
            Map<String, Map<String, Taint>> outputs,
            Map<String, CallPath> called,
            Map<String, Optional<Taint>> inputs,
            Map<String, Optional<Taint>> results) {

        Frame() {
            this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        }
    }

    JobFlow(OtherJobs others, Workflow workflow, NormalJob job, OutsiderEvents events) {
        this.others = others;
        this.workflow = workflow;
        this.job = job;
        this.events = events;
        this.trees =
                new WorkTrees(events.arePrivileged() ? OutsideUploads.of(workflow, others.definitions()) : List.of());
    }

    /** Looks at all steps. */
    void follow() {
        if (!events.areOpen() && !others.isGivenText(workflow)) {
            return;
        }
        if (Guard.keepsOwn(job.condition())) {
            return;
        }
        isChecked = others.isChecked(workflow, job);
        for (ReachedStep reached : JobSteps.of(job, workflow, others.definitions())) {
            enter(reached);
            if (!Guard.keepsOwn(reached.step().condition())) {
                step(reached);
            }
            isChecked |= Guard.refuses(reached.step());
            before = Optional.of(reached);
        }
    }

    /** How much was found. */
    int size() {
        int size = sinks.size() + environment.size();
        for (Frame frame : frames.values()) {
            for (Map<String, Taint> outputs : frame.outputs().values()) {
                size += outputs.size();
            }
        }
        return size;
    }

    @Override
    public void cut() {
        others.cut(workflow);
    }

    List<Sink> sinks() {
        return List.copyOf(sinks);
    }

    @Override
    public OutsiderEvents events() {
        return events;
    }

    /** The text of an output of the job. */
    Optional<Taint> output(String name) {
        Optional<Taint> known = results.get(name);
        if (known == null) {
            known = of(job.outputs().scalar(name), CallPath.ofJob(workflow), Optional.empty());
            results.put(name, known);
        }
        return known;
    }

    private Frame frame(CallPath path) {
        // All steps of the workflow itself have the same.
        Object key = path.call().isEmpty() ? path.definition() : path;
        frames.putIfAbsent(key, new Frame());
        return frames.get(key);
    }

    @SuppressWarnings("ReferenceEquality") // Another step may call the same.
    private void enter(ReachedStep reached) {
        Optional<CallPath.Call> call = reached.frame().call();
        if (call.isPresent()
                && before.isPresent()
                && before.get().step().id().isPresent()
                && before.get().step().body() instanceof Step.UsesAction action
                && action.uses() == call.get().uses()) {
            String id = key(before.get().step().id().get());
            frame(call.get().caller()).called().put(id, reached.frame());
        }
    }

    private void step(ReachedStep reached) {
        inStep.clear();
        runsWorkspace |= OutsideCode.ofWorkspace(reached).isPresent();
        Step step = reached.step();
        for (CodeInputs.Code code : CodeInputs.of(step)) {
            code(code, reached, false);
        }
        for (CodeInputs.Code command : CommandInputs.of(step)) {
            code(command, reached, true);
        }
        Optional<Agent> agent = Agents.of(step);
        if (agent.isPresent()) {
            agent(agent.get(), reached);
        }
        trees.action(reached);
        for (KnownOutputs.Output output : KnownOutputs.of(step, reached.frame().definition())) {
            known(output, reached);
        }
        if (step.body() instanceof Step.RunScript run) {
            Shell shell =
                    ScriptShell.of(run, Optional.of(job), Optional.of(workflow)).likely();
            if (shell == Shell.POSIX) {
                new ScriptFlow(this, reached, run.script()).follow();
            } else if (shell == Shell.POWERSHELL || shell == Shell.PYTHON) {
                new ProgramFlow(this, reached, run.script()).follow();
            }
            String folder = folder(reached, run);
            for (ShellCommand command : reached.commands()) {
                if (command.name().equals("cd") || command.name().equals("pushd")) {
                    folder = WorkTrees.within(folder, command.operand(0));
                }
                trees.command(command, folder, reached);
            }
        } else if (step.script().isPresent()) {
            new ProgramFlow(this, reached, step.script().get()).follow();
        }
    }

    /**
     * What an expression brings into code. What stands in the code itself is reported by the check of expressions in code.
     *
     * @param isCommand whether it only becomes part of a command, which that check does not look at
     */
    private void code(CodeInputs.Code code, ReachedStep reached, boolean isCommand) {
        for (Fence fence : Fence.of(code.scalar())) {
            for (PossibleValue value : PossibleValue.of(fence)) {
                ContextPath path = value.path().orElseThrow();
                String text = code.scalar()
                        .value()
                        .substring(value.place().from(), value.place().to());
                if ((!isCommand
                                && (path.context().equals("github")
                                        || path.context().equals("inputs")))
                        || NO_TEXT.matcher(text).matches()) {
                    continue;
                }
                Location place = reached.at(fence.span(value.place()));
                Optional<Taint> taint = path(path, place, reached.frame(), Optional.of(reached.step()));
                boolean isLiteral = taint.isPresent()
                        && (taint.get().kind() == Taint.Kind.JSON || isResult(path, text))
                        && reached.step().usesAction("actions/github-script")
                        && isValue(code.scalar().value(), fence.from());
                if (taint.isPresent()
                        && !isLiteral
                        && !(taint.get().kind().isOneLine()
                                && reached.step().run().isPresent()
                                && isComment(
                                        code.scalar().value(), value.place().from()))) {
                    sink(Sink.Kind.CODE, reached, place, "${{ " + text + " }}", taint.get());
                }
            }
        }
    }

    /** What an agent is asked, or reads by itself. Variables of its step are for it to read. */
    private void agent(Agent agent, ReachedStep reached) {
        int before = sinks.size();
        boolean isAboutEvent = agent.reads();
        List<YamlScalar> values = new ArrayList<>(agent.prompts());
        for (NamedValues.Binding binding : reached.step().env().all()) {
            binding.scalar().ifPresent(values::add);
        }
        for (YamlScalar value : values) {
            for (Fence fence : Fence.of(value)) {
                for (PossibleValue possible :
                        fence.expression().map(PossibleValue::of).orElse(List.of())) {
                    ContextPath path = possible.path().orElseThrow();
                    isAboutEvent |= path.isWithin("github.event.issue")
                            || path.isWithin("github.event.pull_request")
                            || path.isWithin("github.event.comment")
                            || path.isWithin("github.event.discussion")
                            || path.isWithin("github.event.number");
                    Location place = reached.at(fence.span(possible.place()));
                    Optional<Taint> taint = path(path, place, reached.frame(), Optional.of(reached.step()));
                    if (taint.isPresent() && sinks.size() == before) {
                        String text = value.value()
                                .substring(
                                        possible.place().from(),
                                        possible.place().to());
                        sink(Sink.Kind.PROMPT, reached, place, "${{ " + text + " }}", taint.get());
                    }
                }
            }
        }
        for (YamlScalar file : agent.files()) {
            Optional<Taint> taint = file(
                    WorkTrees.within("", reached.frame().text(file).orElse(file.value())), reached.at(file.span()));
            if (taint.isPresent() && sinks.size() == before) {
                sink(Sink.Kind.PROMPT, reached, reached.at(file.span()), file.value(), taint.get());
            }
        }
        boolean mayRead = agent.power() != Agent.Power.LIMITED || agent.reads();
        if (sinks.size() == before && isAboutEvent && mayRead && events.areOpen()) {
            Taint source = Taint.source(Taint.Kind.TEXT, reached.place(), "may read what an outsider words");
            sink(Sink.Kind.PROMPT, reached, reached.place(), agent.name(), source);
        }
    }

    /** Whether it is what an {@code actions/github-script} returned, as JSON, which is a literal of JavaScript. */
    private boolean isResult(ContextPath path, String text) {
        List<String> segments = path.segments();
        boolean isWhole = segments.size() == 4
                && segments.get(0).equals("steps")
                && segments.get(2).equals("outputs")
                && segments.get(3).equals("result")
                && !text.contains("(");
        if (isWhole) {
            for (Step step : job.liveSteps()) {
                if (step.id().isPresent() && key(step.id().get()).equals(segments.get(1))) {
                    return step.usesAction("actions/github-script")
                            && !step.uses()
                                    .orElseThrow()
                                    .with()
                                    .get("result-encoding")
                                    .isPresent();
                }
            }
        }
        return false;
    }

    /** Whether a value begins at a place of a program, and no text or template goes on there. */
    private static boolean isValue(String program, int at) {
        int line = program.lastIndexOf('\n', at) + 1;
        boolean isText = false;
        boolean isTemplate = false;
        for (int i = 0; i < at; i++) {
            char each = program.charAt(i);
            isTemplate ^= each == '`';
            isText ^= i >= line && (each == '"' || each == '\'');
        }
        return !isText && !isTemplate;
    }

    /** Whether a place of a script is in a line that is a comment, which a text of one line does not leave. */
    private static boolean isComment(String script, int at) {
        int from = script.lastIndexOf('\n', at) + 1;
        while (from < at && Character.isWhitespace(script.charAt(from))) {
            from++;
        }
        return from < at && script.charAt(from) == '#';
    }

    @Override
    public void sink(Sink.Kind kind, ReachedStep reached, Location place, String text, Taint taint) {
        boolean guarded = isChecked
                || job.environment().isPresent()
                || Guard.keepsMembers(job.condition())
                || Guard.keepsMembers(reached.step().condition());
        sinks.add(new Sink(kind, reached, place, text, taint, events.arePrivileged(), guarded));
    }

    private void known(KnownOutputs.Output output, ReachedStep reached) {
        Optional<Taint> found = ofKnown(output, reached);
        if (found.isEmpty()) {
            return;
        }
        Taint taint = found.get();
        if (!output.isVariable()) {
            setOutput(reached, output.name(), taint);
            return;
        }
        // Whoever words a file of variables sets any, also those by which the programs of later steps run code.
        if (output.name().equals(ANY) && !taint.kind().isOneLine()) {
            sink(
                    Sink.Kind.CODE,
                    reached,
                    reached.place(),
                    reached.step().uses().orElseThrow().uses().text(),
                    taint);
        }
        environment.put(output.name(), taint);
    }

    private Optional<Taint> ofKnown(KnownOutputs.Output output, ReachedStep reached) {
        NamedValues with = reached.step().uses().orElseThrow().with();
        Optional<YamlScalar> given = output.input().flatMap(with::scalar);
        if (output.meaning().equals("file")) {
            Optional<String> file = given.map(path -> reached.frame().text(path).orElse(path.value()))
                    .or(output::file);
            return file.flatMap(path -> file(WorkTrees.within("", path), reached.place()));
        }
        if (output.input().isPresent()) {
            return given.flatMap(value -> of(value, reached.frame(), Optional.of(reached.step())))
                    .map(from -> from.at(reached.place(), "hands it on as an output"));
        }
        boolean isOpen = switch (output.meaning()) {
            case "text", "title" -> events.areOpen();
            case "artifact" -> events.haveChanges() && trees.bringsArtifact(reached);
            default -> events.haveChanges();
        };
        if (!isOpen) {
            return Optional.empty();
        }
        Taint.Kind kind = switch (output.meaning()) {
            case "names" -> with.text("list-files").orElse("").equals("json") ? Taint.Kind.JSON : Taint.Kind.NAMES;
            case "branch" -> Taint.Kind.BRANCH;
            case "title" -> Taint.Kind.LINE;
            default -> Taint.Kind.TEXT;
        };
        // The action is known to read it, so that it has come one step already.
        Taint source = Taint.source(kind, reached.place(), "reads what an outsider words");
        return Optional.of(source.at(
                reached.place(), (output.isVariable() ? "has it as variable " : "has it as output ") + output.name()));
    }

    @Override
    public void setOutput(ReachedStep reached, String name, Taint taint) {
        if (reached.step().id().isPresent()) {
            String id = key(reached.step().id().get());
            Map<String, Map<String, Taint>> outputs = frame(reached.frame()).outputs();
            outputs.putIfAbsent(id, new HashMap<>());
            outputs.get(id).putIfAbsent(name.toLowerCase(Locale.ROOT), taint);
        }
    }

    @Override
    public void setVariable(String name, Taint taint) {
        environment.put(name.toLowerCase(Locale.ROOT), taint);
    }

    @Override
    public void setFile(String name, Taint taint) {
        files.put(name, taint);
    }

    @Override
    public String folder(ReachedStep reached, Step.RunScript run) {
        Optional<YamlScalar> folder = run.workingDirectory();
        if (folder.isEmpty() && job.defaults().isPresent()) {
            folder = job.defaults().get().workingDirectory();
        }
        if (folder.isEmpty() && workflow.defaults().isPresent()) {
            folder = workflow.defaults().get().workingDirectory();
        }
        return folder.isPresent() ? WorkTrees.within("", reached.textOf(folder.get())) : "";
    }

    @Override
    public Optional<Taint> written(String name) {
        return Optional.ofNullable(files.get(name));
    }

    @Override
    public Optional<Taint> file(String name, Location place) {
        Taint written = files.get(name);
        if (written != null) {
            return Optional.of(written);
        }
        Optional<WorkTrees.Outside> outside = trees.ofFile(name);
        // Whose code the job has run already gains nothing by a file, where the run has no rights beyond the job.
        if (outside.isPresent() && !outside.get().isArtifact() && runsWorkspace && !events.arePrivileged()) {
            return Optional.empty();
        }
        return outside.isPresent() ? Optional.of(ofFile(outside.get(), place)) : Optional.empty();
    }

    private static Taint ofFile(WorkTrees.Outside outside, Location place) {
        String how = !outside.isArtifact()
                ? "checks out an outsider's files"
                : outside.upload().isPresent() ? "brings files of another job" : "brings files of another run";
        return Taint.source(Taint.Kind.TEXT, outside.place(), how).at(place, "reads a file of an outsider");
    }

    @Override
    public boolean isOnOutsidersCode() {
        Optional<WorkTrees.Outside> outside = trees.at("");
        return outside.isPresent() && !outside.get().isArtifact();
    }

    private Optional<Taint> of(Optional<YamlScalar> scalar, CallPath frame, Optional<Step> step) {
        return scalar.isPresent() ? of(scalar.get(), frame, step) : Optional.empty();
    }

    /** The text of a value of the definition that a call path leads to. */
    private Optional<Taint> of(YamlScalar scalar, CallPath frame, Optional<Step> step) {
        for (Fence fence : Fence.of(scalar)) {
            for (PossibleValue value : PossibleValue.of(fence)) {
                Optional<Taint> found =
                        path(value.path().orElseThrow(), frame.at(fence.span(value.place())), frame, step);
                if (found.isPresent()) {
                    return Optional.of(found.get().behind(scalar.value().substring(0, fence.from())));
                }
            }
        }
        return Optional.empty();
    }

    /** The text of a value that a map keeps; while it is looked at it brings nothing, to itself. */
    private Optional<Taint> kept(
            Map<YamlScalar, Optional<Taint>> known, YamlScalar value, CallPath frame, Optional<Step> step) {
        Optional<Taint> found = known.get(value);
        if (found == null) {
            known.put(value, Optional.empty());
            found = of(value, frame, step);
            known.put(value, found);
        }
        return found;
    }

    @Override
    public Optional<Taint> path(ContextPath path, Location place, CallPath frame, Optional<Step> step) {
        List<String> segments = path.segments();
        boolean isOutput = segments.size() >= 4 && segments.get(2).equals("outputs");
        return switch (path.context()) {
            case "github" -> worded(path, place);
            case "env" ->
                segments.size() == 2
                        ? read(variable(segments.get(1), frame, step), place, "reads the variable")
                        : Optional.empty();
            case "steps" ->
                isOutput
                        ? read(stepOutput(segments.get(1), segments.get(3), frame), place, "reads the step's output")
                        : Optional.empty();
            case "needs" ->
                isOutput
                        ? read(
                                others.needed(workflow, job, segments.get(1), segments.get(3)),
                                place,
                                "reads the job's output")
                        : Optional.empty();
            case "inputs" ->
                segments.size() == 2 ? read(input(segments.get(1), frame), place, "reads the input") : Optional.empty();
            case "matrix" -> read(matrix(path), place, "reads it from the matrix");
            default -> Optional.empty();
        };
    }

    private Optional<Taint> worded(ContextPath path, Location place) {
        Optional<Taint.Kind> kind = events.worded(path);
        return kind.isPresent()
                ? Optional.of(Taint.source(kind.get(), place, "an outsider words it"))
                : Optional.empty();
    }

    private static Optional<Taint> read(Optional<Taint> taint, Location place, String how) {
        return taint.isPresent() ? Optional.of(taint.get().at(place, how)) : Optional.empty();
    }

    private Optional<Taint> matrix(ContextPath path) {
        Optional<Taint> known = matrices.get(path.toString());
        if (known == null) {
            known = expanded(path);
            matrices.put(path.toString(), known);
        }
        return known;
    }

    private Optional<Taint> expanded(ContextPath path) {
        if (job.matrix().isEmpty()) {
            return Optional.empty();
        }
        for (Matrix.Expansion expansion : job.matrix().get().valuesOf(path)) {
            Optional<Taint> taint = kept(atStart, expansion.origin(), CallPath.ofJob(workflow), Optional.empty());
            if (taint.isPresent()) {
                return taint;
            }
        }
        return Optional.empty();
    }

    private Optional<Taint> stepOutput(String id, String name, CallPath path) {
        Frame frame = frame(path);
        Map<String, Taint> outputs = frame.outputs().getOrDefault(id, Map.of());
        Taint found = outputs.getOrDefault(name, outputs.get(ANY));
        if (found == null && outputs.containsKey(FILES) && name.endsWith(FILES.substring(1))) {
            found = outputs.get(FILES);
        }
        if (found != null) {
            return Optional.of(found);
        }
        CallPath called = frame.called().get(id);
        if (called == null || !(called.definition() instanceof Action action)) {
            return Optional.empty();
        }
        Map<String, Optional<Taint>> known = frame(called).results();
        Optional<Taint> result = known.get(name);
        if (result == null) {
            known.put(name, Optional.empty());
            Optional<NamedValues.Binding> declared = action.outputs().get(name);
            result = declared.isPresent() && declared.get().value() instanceof YamlMapping mapping
                    ? of(mapping.scalar("value"), called, Optional.empty())
                    : Optional.empty();
            known.put(name, result);
        }
        return result;
    }

    private Optional<Taint> input(String name, CallPath path) {
        if (path.call().isEmpty()) {
            return others.input(workflow, name);
        }
        Map<String, Optional<Taint>> known = frame(path).inputs();
        Optional<Taint> found = known.get(name);
        if (found == null) {
            CallPath.Call call = path.call().get();
            found = of(call.with().scalar(name), call.caller(), Optional.empty());
            known.put(name, found);
        }
        return found;
    }

    @Override
    public Optional<Taint> variable(String name, CallPath frame, Optional<Step> step) {
        Optional<YamlScalar> own = step.isPresent() ? step.get().env().scalar(name) : Optional.empty();
        if (own.isPresent()) {
            return kept(inStep, own.get(), frame, Optional.empty());
        }
        // Variables of the job and the workflow are filled in before any step, and not by others of the same level.
        Optional<Taint> set = isOfJob || isOfWorkflow
                ? Optional.empty()
                : Optional.ofNullable(environment.getOrDefault(name.toLowerCase(Locale.ROOT), environment.get(ANY)));
        if (set.isPresent()) {
            return set;
        }
        Optional<YamlScalar> ofJob =
                isOfJob || isOfWorkflow ? Optional.empty() : job.env().scalar(name);
        if (ofJob.isPresent()) {
            isOfJob = true;
            Optional<Taint> found = kept(atStart, ofJob.get(), CallPath.ofJob(workflow), Optional.empty());
            isOfJob = false;
            return found;
        }
        Optional<YamlScalar> ofWorkflow =
                isOfWorkflow ? Optional.empty() : workflow.env().scalar(name);
        if (ofWorkflow.isEmpty()) {
            return Optional.empty();
        }
        isOfWorkflow = true;
        Optional<Taint> found = kept(atStart, ofWorkflow.get(), CallPath.ofJob(workflow), Optional.empty());
        isOfWorkflow = false;
        return found;
    }

    private static String key(YamlScalar id) {
        return id.value().toLowerCase(Locale.ROOT);
    }
}
