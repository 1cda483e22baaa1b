package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.code.ProgramSinks;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.graph.Dockerfiles;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ImageStart;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What containers of steps run: the scripts with which the repository's own images begin, and commands that steps hand to a shell. */
final class ContainerPrograms {

    /** A shell that is given a program, and that program. */
    private static final Pattern SHELL_PROGRAM = Pattern.compile(
            "(?:\\S{0,100}/)?(?:ba|da|z|k)?sh\\s{1,9}(?:-[a-z]{1,5}\\s{1,9}){0,5}?-[a-z]{0,4}c\\s.*", Pattern.DOTALL);

    /** A script stands among the first words: it is the program, or what runs it has few options. */
    private static final int FIRST = 4;

    private final JobState job;
    private final OtherJobs others;

    ContainerPrograms(JobState job, OtherJobs others) {
        this.job = job;
        this.others = others;
    }

    /** Looks at what the container of a step runs. */
    void look(ReachedStep reached) {
        if (!(reached.step().body() instanceof Step.UsesAction used)) {
            return;
        }
        if (used.uses().uses() instanceof Uses.Docker) {
            command(reached, used);
        } else if (reached.definitions().own(used.uses().uses()).orElse(null) instanceof Action action
                && action.runs() instanceof Action.Docker docker) {
            new OfAction(reached, used, action).look(docker);
        }
    }

    /** Notes a text in the program of a shell: the words of a container's command are cut by GitHub, not by a shell. */
    private void command(ReachedStep reached, Step.UsesAction used) {
        Optional<YamlScalar> args = used.with().scalar("args");
        String entrypoint = used.with().text("entrypoint").orElse("").strip();
        if (args.isPresent()
                && SHELL_PROGRAM
                        .matcher((entrypoint + " " + args.get().value()).strip())
                        .matches()) {
            job.value(args.get(), reached.frame(), Optional.of(reached.step()))
                    .ifPresent(taint -> runs(reached, args.get(), taint));
        }
    }

    private void runs(ReachedStep reached, YamlScalar value, Taint taint) {
        job.sink(
                Sink.Kind.CODE,
                reached,
                reached.place(),
                ProgramSinks.shortened(value.value().replace('\n', ' ')),
                taint);
    }

    /** What the container of one action of the repository runs. */
    private final class OfAction {
        private final ReachedStep reached;
        private final Step.UsesAction used;
        private final Action action;
        private final Map<String, Taint> inputs;

        private OfAction(ReachedStep reached, Step.UsesAction used, Action action) {
            this.reached = reached;
            this.used = used;
            this.action = action;
            this.inputs = ActionPrograms.inputs(action, reached, job);
        }

        private void look(Action.Docker docker) {
            Optional<String> dockerfile = Dockerfiles.pathOf(action);
            Optional<SourceFile> image = dockerfile.flatMap(this::read);
            if (image.isPresent() && !others.mayFollow(image.get().text().length())) {
                // Silent: what is cut is reported with the workflow.
                job.cut();
                return;
            }
            ImageStart start =
                    image.isPresent() ? ImageStart.of(image.get().text()) : new ImageStart(List.of(), List.of());
            List<String> words = new ArrayList<>(
                    docker.entrypoint().isPresent()
                            ? List.of(docker.entrypoint().get().value().strip().split("\\s{1,99}", -1))
                            : start.words());
            List<Optional<Taint>> given = new ArrayList<>();
            int own = words.size();
            for (YamlScalar arg : docker.args()) {
                words.add(arg.value());
                given.add(value(arg));
            }
            if (SHELL_PROGRAM.matcher(String.join(" ", words)).matches()) {
                for (int i = 0; i < given.size(); i++) {
                    int at = i;
                    given.get(i).ifPresent(taint -> runs(reached, docker.args().get(at), taint));
                }
                return;
            }
            String folder = dockerfile
                    .map(path -> path.substring(0, path.lastIndexOf('/') + 1))
                    .orElse("");
            for (int i = 0; i < Math.min(own, FIRST); i++) {
                Optional<SourceFile> script =
                        start.file(words.get(i), folder, others.repository()).flatMap(this::read);
                if (script.isPresent()) {
                    List<Optional<Taint>> parameters = new ArrayList<>();
                    for (int before = i + 1; before < own; before++) {
                        parameters.add(Optional.empty());
                    }
                    parameters.addAll(given);
                    follow(script.get(), words.subList(i + 1, words.size()), parameters, docker.env());
                    return;
                }
            }
        }

        private Optional<SourceFile> read(String path) {
            Repository repository = others.repository();
            try {
                return repository.isFile(path) ? Optional.of(repository.read(path)) : Optional.empty();
            } catch (UnreadableFileException e) {
                // Silent: what is cut is reported with the workflow.
                job.cut();
                return Optional.empty();
            }
        }

        private void follow(SourceFile file, List<String> words, List<Optional<Taint>> parameters, NamedValues env) {
            String interpreter = CalledScripts.interpreter(file.path());
            if (interpreter.isEmpty() && !ProjectScripts.isShell(file)) {
                return;
            }
            if (!others.mayFollow(file.text().length())) {
                // Silent: what is cut is reported with the workflow.
                job.cut();
                return;
            }
            UsesReference uses = used.uses();
            YamlScalar text = uses.scalar().leadingTo(file.text(), uses.span());
            Step.RunScript body =
                    new Step.RunScript(uses.scalar(), text, Optional.empty(), Optional.empty(), Optional.empty());
            ReachedStep step = job.scripts().standIn(reached, body, file.path());
            if (interpreter.isEmpty()) {
                ScriptFlow flow = new ScriptFlow(job, step, text, "", CalledScripts.read(file, others.definitions()));
                flow.begin(variables(env), parameters);
            } else {
                ProgramFlow flow = new ProgramFlow(job, step, text, interpreter);
                flow.give(inputs);
                flow.give(new ProgramArguments(words, parameters));
                flow.follow();
            }
        }

        /** The variables that the container finds which hold an outsider's text: those of the inputs, and the action's own. */
        private Map<String, Taint> variables(NamedValues env) {
            Map<String, Taint> variables = new HashMap<>();
            inputs.forEach((name, taint) ->
                    variables.put("INPUT_" + name.toUpperCase(Locale.ROOT).replace(' ', '_'), taint));
            for (NamedValues.Binding binding : env.all()) {
                binding.scalar()
                        .flatMap(this::value)
                        .ifPresent(taint -> variables.put(binding.name().value(), taint));
            }
            return variables;
        }

        /** What a value of the action brings. */
        private Optional<Taint> value(YamlScalar scalar) {
            for (Fence fence : Fence.of(scalar)) {
                for (PossibleValue possible : PossibleValue.of(fence)) {
                    ContextPath path = possible.path().orElseThrow();
                    List<String> names = path.segments();
                    Optional<Taint> found = path.context().equals("inputs")
                            ? names.size() == 2 ? Optional.ofNullable(inputs.get(names.get(1))) : Optional.empty()
                            : job.path(path, reached.place(), reached.frame(), Optional.of(reached.step()));
                    if (found.isPresent()) {
                        return Optional.of(found.get().behind(scalar.value().substring(0, fence.from())));
                    }
                }
            }
            return Optional.empty();
        }
    }
}
