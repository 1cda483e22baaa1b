package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ProgramInterpreters;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.checkout.Guard;
import io.github.mavenhardening.core.workflow.checkout.NamedHeads;
import io.github.mavenhardening.core.workflow.checkout.OutsideUpload;
import io.github.mavenhardening.core.workflow.checkout.OutsideUploads;
import io.github.mavenhardening.core.workflow.checkout.RightsCheck;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.code.ProgramSinks;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows outsiders' text through the steps of one job, each of which is looked at once. */
final class JobFlow implements JobState {

    /** Inputs of a checkout that name what is checked out. */
    private static final List<String> NAMING = List.of("ref", "repository");

    private final OtherJobs others;
    private final Workflow workflow;
    private final NormalJob job;
    private final OutsiderEvents events;
    private final List<Sink> sinks = new ArrayList<>();
    private final JobValues values;
    private final JobFiles files;
    private final LeftArtifacts artifacts = new LeftArtifacts();
    private final CodeSinks code = new CodeSinks(this);
    private final CalledScripts scripts;
    private final JobHeads heads = new JobHeads();

    /** Whether a run that the repository itself sets off asks the forge for texts, and has what is worth taking. */
    private final boolean asksByItself;

    private Optional<ReachedStep> current = Optional.empty();

    private boolean hasFetched;

    /** Whether a job that this one needs fails for who has no rights. */
    private boolean isChecked;

    /** Whether a step before does; what runs whatever happens runs nevertheless. */
    private boolean isRefused;

    JobFlow(OtherJobs others, Workflow workflow, NormalJob job, OutsiderEvents events) {
        this.others = others;
        this.workflow = workflow;
        this.job = job;
        this.events = events;
        this.scripts = new CalledScripts(others);
        this.values = new JobValues(others, workflow, job, events);
        this.asksByItself = events.areOwn() && ForgeQuestions.mayBeIn(job) && hasRights();
        NamedHeads.OfJobs followed = others.heads();
        List<OutsideUpload> uploads = events.arePrivileged() && !events.areForHeads()
                ? OutsideUploads.of(workflow, others.definitions(), followed)
                : List.of();
        this.files = new JobFiles(
                new WorkTrees(uploads, () -> events.areForHeads() ? heads : followed.of(job, workflow)), events);
    }

    /** Looks at all steps. */
    void follow() {
        if (!asksForge() && !others.isGivenText(workflow)) {
            return;
        }
        if (Guard.keepsOwnTexts(job.condition())) {
            return;
        }
        isChecked = others.isChecked(workflow, job);
        List<ReachedStep> steps = JobSteps.of(job, workflow, others.definitions());
        if (!steps.isEmpty() && (job.container().isPresent() || !job.services().isEmpty())) {
            new ContainerSinks(values, workflow)
                    .look(
                            job,
                            (kind, value, taint) -> sink(
                                    kind,
                                    steps.get(0),
                                    CallPath.ofJob(workflow).at(value.span()),
                                    ProgramSinks.shortened(value.value().replace('\n', ' ')),
                                    taint,
                                    isGuarded()));
        }
        if (!steps.isEmpty()) {
            CallPath start = CallPath.ofJob(workflow);
            variables(job.env(), steps.get(0), start, Optional.empty());
            variables(workflow.env(), steps.get(0), start, Optional.empty());
        }
        for (ReachedStep reached : steps) {
            values.enter(reached);
            current = Optional.of(reached);
            if (!Guard.keepsOwnTexts(reached.step().condition())) {
                step(reached);
            }
            isRefused |= Guard.refuses(reached.step(), job);
        }
    }

    /** How much was found. */
    int size() {
        return sinks.size() + values.size();
    }

    @Override
    public void cut() {
        others.cut(workflow);
    }

    /** What names a pull request's head, where that is followed. */
    NamedHeads heads() {
        return heads;
    }

    List<Sink> sinks() {
        return List.copyOf(sinks);
    }

    @Override
    public OutsiderEvents events() {
        return events;
    }

    @Override
    public boolean asksForge() {
        return events.areOpen() || asksByItself;
    }

    private boolean hasRights() {
        Optional<Permissions> permissions = workflow.permissionsOf(job);
        return permissions.isEmpty() || permissions.get().allowsWrite() || job.hasSecrets();
    }

    /** The text of an output of the job. */
    Optional<Taint> output(String name) {
        return values.output(name);
    }

    /** Notes variables of one level that have programs run an outsider's text. */
    private void variables(NamedValues env, ReachedStep reached, CallPath frame, Optional<Step> step) {
        for (NamedValues.Binding binding : env.all()) {
            String name = binding.name().value();
            Optional<Taint> taint = CodeVariables.has(name) && binding.scalar().isPresent()
                    ? values.of(binding.scalar().get(), frame, step)
                    : Optional.empty();
            if (taint.isPresent() && CodeVariables.runs(name, taint.get())) {
                Location place = frame.at(binding.span());
                String text = ProgramSinks.shortened(
                        name + ": " + binding.scalar().get().value().replace('\n', ' '));
                if (step.isPresent()) {
                    sink(Sink.Kind.CODE, reached, place, text, taint.get());
                } else {
                    sink(Sink.Kind.CODE, reached, place, text, taint.get(), isGuarded());
                }
            }
        }
    }

    /** Takes in what of a step names a pull request's head; answers whether its script is worth following. */
    private boolean lookUp(ReachedStep reached) {
        Step step = reached.step();
        for (String name : step.uses().isPresent() ? NAMING : List.<String>of()) {
            Optional<YamlScalar> value = step.input(name);
            Optional<Taint> named =
                    value.isPresent() ? values.of(value.get(), reached.frame(), Optional.of(step)) : Optional.empty();
            if (named.isPresent()
                    && named.get().kind().mayName()
                    && !HeadNames.isOfBase(value.get().value())) {
                heads.add(value.get(), named.get());
            }
        }
        return step.script().isEmpty()
                || !RightsCheck.refusesForks(step.script().get().value());
    }

    @Override
    public void nameHead(String word) {
        heads.add(current.orElseThrow().step(), word);
    }

    private void step(ReachedStep reached) {
        Step step = reached.step();
        if (events.areForHeads() && !lookUp(reached)) {
            files.action(reached);
            return;
        }
        variables(step.env(), reached, reached.frame(), Optional.of(step));
        boolean isGiven = step.run().isPresent() && step.run().get().input().isPresent();
        if (!isGiven) {
            code.look(reached);
        }
        new AgentSinks(this).look(reached);
        new RequestSinks(this).look(reached);
        new ActionDispatch(this).look(reached);
        files.action(reached);
        artifacts.leave(reached, files.written());
        bring(reached);
        new KnownActions(this).look(reached);
        if (step.body() instanceof Step.RunScript run) {
            ScriptShell named = ScriptShell.of(run, Optional.of(job), Optional.of(workflow));
            Shell shell = named.likely();
            files.begin(reached, WorkTrees.folder(reached));
            if (shell == Shell.POSIX) {
                new ScriptFlow(this, reached, run.script()).follow();
            } else if (shell == Shell.POWERSHELL || shell == Shell.PYTHON) {
                new ProgramFlow(this, reached, run.script(), shell == Shell.PYTHON ? "python" : "pwsh").follow();
            } else if (shell == Shell.CMD) {
                new CmdFlow(this, reached, run.script()).follow();
            } else if (ProgramInterpreters.has(named.interpreter())) {
                new ProgramFlow(this, reached, run.script(), named.interpreter()).follow();
            }
            files.reach(reached, Integer.MAX_VALUE);
        } else if (step.script().isPresent()) {
            new ProgramFlow(this, reached, step.script().get(), "").follow();
            new RequiredModules(this, others).look(reached);
        } else {
            new ActionPrograms(this, others).look(reached);
            new ContainerPrograms(this, others).look(reached);
        }
    }

    /** Takes in files that other jobs of the run left as artifacts. */
    private void bring(ReachedStep reached) {
        if (reached.step().usesAction("actions/download-artifact")
                && reached.step().input("run-id").isEmpty()) {
            for (YamlScalar need : job.needs()) {
                others.left(workflow, need.lower())
                        .ifPresent(left -> left.in(reached)
                                .forEach((file, taint) ->
                                        files.set(file, taint.at(reached.place(), "downloads it again"))));
            }
        }
    }

    /** What the job leaves to others as artifacts. */
    LeftArtifacts artifacts() {
        return artifacts;
    }

    @Override
    public void sink(Sink.Kind kind, ReachedStep reached, Location place, String text, Taint taint) {
        sink(kind, reached, place, text, taint, isGuarded(reached));
    }

    /** Whether the job asks for who set it off before a step. */
    private boolean isGuarded(ReachedStep reached) {
        return isGuarded()
                || (isRefused && !Guard.runsWhatever(reached.step()))
                || Guard.isAllowed(reached.step(), job)
                || Guard.keepsSenders(reached.step().condition(), events.names());
    }

    @Override
    public void send(ReachedStep reached, SentText sent) {
        // What members let through is as their own; no other run may start workflows.
        if (isPrivileged(sent.taint()) && !isGuarded(reached) && sent.taint().kind() != Taint.Kind.ENCODED) {
            others.send(sent);
        }
    }

    /** Whether a run that such a text comes to has the repository's rights. */
    private boolean isPrivileged(Taint taint) {
        // Where no outsider sets the job off, another run sent the text to it.
        return events.arePrivileged() || (asksByItself && taint.isAnswer()) || !events.areOpen();
    }

    /** Whether the job as a whole asks for who set it off. */
    private boolean isGuarded() {
        return isChecked
                || job.environment().isPresent()
                || Guard.keepsBots(job.condition(), events.names())
                || Guard.keepsSenders(job.condition(), events.names());
    }

    private void sink(Sink.Kind kind, ReachedStep reached, Location place, String text, Taint taint, boolean guarded) {
        if (taint.kind() == Taint.Kind.ENCODED || events.areForHeads()) {
            return;
        }
        boolean merged = Guard.keepsMerged(job.condition())
                || Guard.keepsMerged(reached.step().condition());
        // What was merged and is guarded beside that was looked at twice.
        if (!merged || !guarded) {
            sinks.add(new Sink(
                    kind, reached, place, scripts.named(text, reached), taint, isPrivileged(taint), guarded || merged));
        }
    }

    @Override
    public Optional<Taint> path(ContextPath path, Location place, CallPath frame, Optional<Step> step) {
        return values.path(path, place, frame, step);
    }

    @Override
    public Optional<Taint> value(YamlScalar value, CallPath frame, Optional<Step> step) {
        return values.of(value, frame, step);
    }

    @Override
    public Optional<Taint> variable(String name, CallPath frame, Optional<Step> step) {
        Optional<Taint> found = values.variable(name, frame, step);
        if (found.isPresent() || job.container().isEmpty()) {
            return found;
        }
        // What runs in the container finds its variables, but those that the job and its steps set.
        Optional<YamlScalar> ofContainer = job.container().get().env().scalar(name);
        boolean isSet = (step.isPresent() && step.get().env().get(name).isPresent())
                || job.env().get(name).isPresent();
        return ofContainer.isPresent() && !isSet
                ? values.of(ofContainer.get(), CallPath.ofJob(workflow), Optional.empty())
                : Optional.empty();
    }

    @Override
    public void setVariable(String name, Taint taint) {
        values.setVariable(name, taint);
        if (current.isPresent() && CodeVariables.runsLater(name, taint)) {
            sink(Sink.Kind.CODE, current.get(), taint.place(), name, taint);
        }
    }

    @Override
    public void setOutput(ReachedStep reached, String name, Taint taint) {
        values.setOutput(reached, name, taint);
    }

    @Override
    public Optional<Taint> file(String name, Location place) {
        return files.of(name, place);
    }

    @Override
    public void reach(ReachedStep reached, int offset) {
        files.reach(reached, offset);
    }

    @Override
    public boolean hasFetched() {
        return hasFetched;
    }

    @Override
    public void setFetched() {
        hasFetched = true;
    }

    @Override
    public CalledScripts scripts() {
        return scripts;
    }

    @Override
    public Map<String, Taint> written() {
        return files.written();
    }

    @Override
    public Optional<Taint> written(String name) {
        return files.written(name);
    }

    @Override
    public void setFile(String name, Taint taint) {
        files.set(name, taint);
    }

    @Override
    public boolean isOnOutsidersCode() {
        return files.areOutsiders();
    }

    @Override
    public boolean bringsArtifact(ReachedStep reached) {
        return files.bringsArtifact(reached);
    }
}
