package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.shell.ActionCommands;
import io.github.mavenhardening.core.shell.ScriptCommands;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.OwnCheckouts;
import io.github.mavenhardening.core.workflow.RunFolder;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step that a job runs: its own, or of a local composite action that one of its steps uses.
 *
 * @param step the step
 * @param frame the definition that it stands in, and how that is reached
 * @param job the job that it runs in
 * @param definitions all definitions of the repository
 */
public record ReachedStep(Step step, CallPath frame, NormalJob job, Definitions definitions) {

    /** The most texts of a value that are looked at. */
    private static final int MOST_TEXTS = 64;

    /** What its script, its image or its build tool runs; empty when it has none, or a script in a language that is not read. */
    public List<ShellCommand> commands() {
        return step.body() instanceof Step.RunScript run
                ? ScriptCommands.of(run, shell(run, frame, job), environment(), definitions)
                : ActionCommands.of(step);
    }

    /** Whether it is a step of the action that a step uses. */
    @SuppressWarnings("ReferenceEquality") // Another step may use the same.
    public boolean isWithin(Step user) {
        return frame.call().isPresent()
                && user.body() instanceof Step.UsesAction action
                && action.uses() == frame.call().get().uses();
    }

    /** What its script finds set. In an action that is the step's own: what leads there may set the rest. */
    public EnvironmentScope environment() {
        return frame.definition() instanceof Workflow own
                ? EnvironmentScope.of(Optional.of(step), Optional.of(job), Optional.of(own))
                : EnvironmentScope.of(Optional.of(step), Optional.empty(), Optional.empty());
    }

    /** The folder that its script runs in, as it is written; empty where none is, or it has no script. */
    public Optional<YamlScalar> folder() {
        if (!(step.body() instanceof Step.RunScript run)) {
            return Optional.empty();
        }
        return frame.definition() instanceof Workflow own
                ? RunFolder.of(run, Optional.of(job), Optional.of(own))
                : RunFolder.of(run, Optional.empty(), Optional.empty());
    }

    private static final Pattern VARIABLE =
            Pattern.compile("\\s{0,9}\\$\\{\\{\\s{0,9}env\\.(\\w{1,100})\\s{0,9}\\}\\}\\s{0,9}");

    /** What a variable is set to by the step, its job, or the workflow that the run begins with: the nearest counts. */
    public Optional<YamlScalar> variable(String name) {
        Optional<YamlScalar> value = step.env().scalar(name);
        if (value.isEmpty()) {
            value = job.env().scalar(name);
        }
        return value.isEmpty() && frame.entry().definition() instanceof Workflow workflow
                ? workflow.env().scalar(name)
                : value;
    }

    /** The path in the repository of what stands at a path of the job's workspace. */
    public String inRepository(String path) {
        Optional<OwnCheckouts> known = definitions.known(OwnCheckouts.class, job);
        OwnCheckouts checkouts = known.isPresent()
                ? known.get()
                : definitions.keep(OwnCheckouts.class, job, OwnCheckouts.of(job.liveSteps()));
        return checkouts.inRepository(path);
    }

    private static ScriptShell shell(Step.RunScript run, CallPath frame, NormalJob job) {
        Optional<Workflow> workflow = frame.definition() instanceof Workflow own ? Optional.of(own) : Optional.empty();
        return ScriptShell.of(run, Optional.of(job), workflow);
    }

    /** The same where the job's workflow is reached that way: inputs are followed to its callers. */
    public ReachedStep within(CallPath workflow) {
        return new ReachedStep(step, frame.under(workflow), job, definitions);
    }

    /** The text that a value comes to where it is literal all the way, a variable that is set to one included, else as it is written. */
    public String textOf(YamlScalar value) {
        Optional<String> text = frame.text(value);
        Matcher variable = VARIABLE.matcher(value.value());
        if (text.isEmpty() && variable.matches()) {
            text = literal(variable.group(1));
        }
        return text.orElse(value.value());
    }

    /** The text of a variable that is set to one which reads nothing. */
    private Optional<String> literal(String variable) {
        return variable(variable).map(YamlScalar::value).filter(text -> !text.contains(Fence.OPEN));
    }

    /** What a path of the matrix, an input or a variable can be where that is written in the repository, each text once. */
    public List<String> textsOf(ContextPath path) {
        Set<String> texts = new LinkedHashSet<>();
        if (path.context().equals("matrix") && job.matrix().isPresent()) {
            for (Matrix.Expansion expansion : job.matrix().get().valuesOf(path)) {
                // Silent: the first show what the others are like.
                if (expansion.isKnown() && texts.size() < MOST_TEXTS) {
                    texts.add(expansion.text());
                }
            }
        } else if (path.segments().size() == 2) {
            String name = path.segments().get(1);
            switch (path.context()) {
                case "inputs" -> frame.input(name).ifPresent(texts::add);
                case "env" -> literal(name).ifPresent(texts::add);
                default -> {}
            }
        }
        return List.copyOf(texts);
    }

    /** A place in the step's definition. */
    public Location at(Span span) {
        return frame.at(span);
    }

    /** Where a command stands in the step. */
    public Location at(ShellCommand command) {
        return at(ActionCommands.span(step, command));
    }

    /** Where the action or script stands: the reference, else the key {@code run}, else the step. */
    public Location place() {
        if (step.body() instanceof Step.UsesAction action) {
            return at(action.uses().span());
        }
        return at(step.body() instanceof Step.RunScript run ? run.key().span() : step.span());
    }

    /** Adds the calls that lead from the job to the step. */
    public Finding.Builder explain(Finding.Builder finding) {
        for (Location call : frame.path()) {
            finding.related(call);
        }
        return finding;
    }
}
