package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.SecretNames;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.flow.StepFrames;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Form;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Held;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The secrets of one job: which variables and files hold them, and what is shown of them. */
final class JobSecrets {

    /** The characters of scripts of the repository that a job is followed through. */
    private static final long MOST_FOLLOWED = 500_000;

    private final Repository repository;
    private final Workflow workflow;
    private final NormalJob job;
    private final Map<String, Optional<Held>> ofJob = new HashMap<>();
    private final List<ShownSecret> shown = new ArrayList<>();
    private final SecretFiles files = new SecretFiles(shown::add);
    private final StepFrames<Held> frames = new StepFrames<>(this::held, (before, now) -> now);
    /** By their ids in lower case, what is in the outputs of the jobs that it needs, by name in lower case. */
    private final Map<String, Map<String, Held>> needed;
    /** What the log shows as a variable of later steps, if it comes to one, by the secret. */
    private final Map<String, ShownSecret> atHead = new LinkedHashMap<>();

    /** What steps set for later ones, by name in lower case. */
    private final Map<String, Held> environment = new HashMap<>();

    private Optional<ShownSecret> built = Optional.empty();
    private boolean isWhole = true;
    private long followed;

    /** @param needed what is in the outputs of the jobs that it needs, by their ids and names in lower case */
    JobSecrets(NormalJob job, Workflow workflow, Map<String, Map<String, Held>> needed, Repository repository) {
        this.repository = repository;
        this.job = job;
        this.workflow = workflow;
        this.needed = needed;
    }

    /** The repository, whose files say how images are built. */
    Repository repository() {
        return repository;
    }

    /** Whether a script of the repository may be followed that is so long: all of them together have a limit. */
    boolean mayFollow(int characters) {
        followed += characters;
        // Silent: who asks cuts the job, which is reported with it.
        return followed <= MOST_FOLLOWED;
    }

    /** What is shown, in the order of the steps. */
    List<ShownSecret> shown() {
        return List.copyOf(shown);
    }

    /** How much is shown so far. */
    int count() {
        return shown.size();
    }

    /** Whether all is known of it. */
    boolean isWhole() {
        return isWhole && files.isWhole();
    }

    /** Takes in that a script is not followed to its end. */
    void cut() {
        isWhole = false;
    }

    /** Goes on to a step. */
    void enter(ReachedStep reached) {
        frames.enter(reached);
        shown.addAll(atHead.values());
        atHead.clear();
    }

    /** Takes in that from now on the runner masks what was made of a secret. */
    void mask(Held held) {
        atHead.remove(held.secret());
    }

    /** Takes in what the log shows of outputs before a step runs: what expressions put into its script, its variables and its inputs. */
    void head(ReachedStep reached) {
        if (frames.size() == 0 && needed.isEmpty()) {
            return;
        }
        Step step = reached.step();
        for (NamedValues.Binding binding : step.env().all()) {
            binding.scalar().ifPresent(value -> head(value, reached));
        }
        if (step.body() instanceof Step.UsesAction used) {
            for (NamedValues.Binding binding : used.with().all()) {
                binding.scalar().ifPresent(value -> head(value, reached));
            }
        } else if (step.body() instanceof Step.RunScript run) {
            head(run.script(), reached);
        }
    }

    private void head(YamlScalar value, ReachedStep reached) {
        for (Fence fence : Fence.of(value)) {
            for (PossibleValue possible : PossibleValue.of(fence)) {
                boolean isOutput = possible.path().orElseThrow().segments().contains("outputs");
                Optional<Held> held = isOutput ? held(possible, reached.frame()) : Optional.empty();
                if (held.isPresent() && isUnmasked(held.get())) {
                    shown.add(new ShownSecret(
                            held.get().secret(),
                            Form.AT_HEAD,
                            reached,
                            reached.at(fence.span(possible.place())),
                            value.value()
                                    .substring(
                                            possible.place().from(),
                                            possible.place().to()),
                            Optional.empty()));
                    return;
                }
            }
        }
    }

    /** Takes in that an output of a step is set to a secret. */
    void setOutput(String name, Held held, ReachedStep reached) {
        frames.setOutput(reached, name, held);
    }

    /** Takes in that a variable of later steps is set to a secret. */
    void setVariable(String name, Held held, ShownSecret where) {
        // What other programs make of it may be masked, for the runner does so for encodings, or be no secret.
        if (isUnmasked(held) && !SecretNames.isPublic(name)) {
            atHead.putIfAbsent(held.secret(), where.as(Form.AT_HEAD));
        }
        environment.put(name.toLowerCase(Locale.ROOT), held);
    }

    /** What is in the outputs of the job; one that a secret stands in as it is, the runner leaves out. */
    Map<String, Held> outputs() {
        Map<String, Held> found = new HashMap<>();
        for (NamedValues.Binding binding : frames.size() == 0 && needed.isEmpty()
                ? List.<NamedValues.Binding>of()
                : job.outputs().all()) {
            binding.scalar()
                    .flatMap(value -> held(value, CallPath.ofJob(workflow)))
                    .filter(held -> held.form() != Form.WHOLE)
                    .ifPresent(held -> found.put(binding.name().lower(), held));
        }
        return Map.copyOf(found);
    }

    /** The files that hold them. */
    SecretFiles files() {
        return files;
    }

    /** Takes in that the log shows a secret. */
    void log(ShownSecret secret) {
        shown.add(secret);
    }

    /** Takes in that an image is built with a secret; where it is pushed, that shows it. */
    void build(ShownSecret secret) {
        // One finding says it of all.
        built = built.isPresent() ? built : Optional.of(secret);
    }

    /** Takes in that the images that were built are pushed. */
    void push() {
        built.ifPresent(shown::add);
        built = Optional.empty();
    }

    /** The secret that a variable of a step holds. */
    Optional<Held> variable(String name, ReachedStep reached) {
        Optional<YamlScalar> own = reached.step().env().scalar(name);
        if (own.isPresent()) {
            return held(own.get(), reached.frame());
        }
        Held set = environment.isEmpty() ? null : environment.get(name.toLowerCase(Locale.ROOT));
        if (set != null) {
            return Optional.of(set);
        }
        Optional<Held> known = ofJob.get(name);
        if (known == null) {
            Optional<YamlScalar> around = job.env().scalar(name);
            around = around.isPresent() ? around : workflow.env().scalar(name);
            known = around.isPresent() ? held(around.get(), CallPath.ofJob(workflow)) : Optional.empty();
            ofJob.put(name, known);
        }
        return known;
    }

    /** The first secret among all variables of a step. */
    Optional<Held> anyVariable(ReachedStep reached) {
        for (NamedValues env : List.of(reached.step().env(), job.env(), workflow.env())) {
            for (NamedValues.Binding binding : env.all()) {
                Optional<Held> held =
                        binding.scalar().isPresent() ? held(binding.scalar().get(), reached.frame()) : Optional.empty();
                if (held.isPresent()) {
                    return held;
                }
            }
        }
        return Optional.empty();
    }

    /** The first secret that GitHub puts in place of the expressions in a text. */
    Optional<Held> expression(String text, ReachedStep reached) {
        for (Expression expression : Fence.expressionsIn(text)) {
            for (PossibleValue value : PossibleValue.of(expression)) {
                ContextPath path = value.path().orElseThrow();
                Optional<Held> held =
                        path.context().equals("env") && path.segments().size() == 2
                                ? variable(path.segments().get(1), reached)
                                : held(value, reached.frame());
                if (held.isPresent()) {
                    return held;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Held> held(YamlScalar value, CallPath frame) {
        for (Fence fence : Fence.of(value)) {
            for (PossibleValue possible : PossibleValue.of(fence)) {
                Optional<Held> held = held(possible, frame);
                if (held.isPresent()) {
                    return held;
                }
            }
        }
        return Optional.empty();
    }

    /** The secret that a value of an expression is, or a part of one that was parsed. */
    private Optional<Held> held(PossibleValue value, CallPath frame) {
        ContextPath path = value.path().orElseThrow();
        List<String> segments = path.segments();
        boolean isOutput = segments.size() == 4 && segments.get(2).equals("outputs");
        boolean isInput = segments.size() == 2 && path.context().equals("inputs");
        Optional<Held> held =
                isOutput ? output(path, frame) : isInput ? frames.input(segments.get(1), frame) : held(path);
        boolean isMember =
                value.parsed() && !(value.place() instanceof Expression.Call) && value.place() != value.source();
        return isMember && held.isPresent() ? Optional.of(held.get().as(Form.PART)) : held;
    }

    /** What is in an output of a step, or of a job that this one needs. */
    private Optional<Held> output(ContextPath path, CallPath frame) {
        List<String> segments = path.segments();
        if (path.context().equals("steps")) {
            return frames.output(segments.get(1), segments.get(3), frame);
        }
        // An action knows nothing of jobs.
        Held held = path.context().equals("needs") && frame.call().isEmpty()
                ? needed.getOrDefault(segments.get(1), Map.of()).get(segments.get(3))
                : null;
        return Optional.ofNullable(held);
    }

    /** The secret that a context path reads. All of them at once are written as JSON, in which not each stands as it is stored. */
    private static Optional<Held> held(ContextPath path) {
        if (!path.context().equals("secrets")) {
            return Optional.empty();
        }
        if (path.segments().size() < 2) {
            return Optional.of(new Held(SecretUse.ANY, Form.PART));
        }
        String name = path.segments().get(1).toUpperCase(Locale.ROOT);
        return name.equals("GITHUB_TOKEN") || SecretNames.isPublic(name)
                ? Optional.empty()
                : Optional.of(new Held(name, Form.WHOLE));
    }

    private static boolean isUnmasked(Held held) {
        return held.form() == Form.PART || held.form() == Form.FETCHED;
    }
}
