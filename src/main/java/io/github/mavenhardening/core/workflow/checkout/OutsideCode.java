package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.PosixShells;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows a job step by step, and finds where it runs code that it checked out from outside. */
public final class OutsideCode {

    private static final List<String> FOLDER_INPUTS =
            List.of("working-directory", "build-root-directory", "context", "workdir", "dir");
    /** A loop over files that are named by a path. */
    private static final Pattern LOOP =
            Pattern.compile("\\bfor\\s{1,9}(\\w{1,100})\\s{1,9}in\\s{1,9}([\\w.*-]{0,100}/[\\w./*-]{1,200})");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w{1,100})\\}?");
    /** A parameter of a script. */
    private static final Pattern PARAMETER = Pattern.compile("\\$(?:([1-9])|\\{([1-9])\\})");

    /** No name of a commit, a branch or a pull request is longer. */
    private static final int LONGEST = 300;

    private static final Pattern REQUIRED = Pattern.compile(
            "(?:require|import)\\(\\s{0,5}['\"`](\\.{1,2}/[^'\"`]{1,200}|\\$\\{process\\.env\\.GITHUB_WORKSPACE\\}[^'\"`]{1,200})");

    private final WorkTrees trees;
    private final Function<ReachedStep, List<ShellCommand>> followed;
    /** The step that is looked at, as all checks see it. */
    private ReachedStep origin;

    private final List<Execution> found = new ArrayList<>();

    /**
     * A step that runs an outsider's code.
     *
     * @param step the step
     * @param place where it does
     * @param text what runs the code, for messages
     * @param outside where the code came from
     */
    public record Execution(ReachedStep step, Location place, String text, Outside outside) {}

    private OutsideCode(
            NormalJob job,
            Workflow workflow,
            Definitions definitions,
            Function<ReachedStep, List<ShellCommand>> followed,
            NamedHeads.OfJobs heads) {
        this.followed = followed;
        trees = new WorkTrees(OutsideUploads.of(workflow, definitions, heads), () -> heads.of(job, workflow));
    }

    /**
     * What a job runs of code from outside, one a step.
     *
     * @param frame the workflow, and how it is reached: inputs decide what is checked out
     * @param followed the commands of a step, each followed by those of the scripts of the repository that it leads to
     * @param heads what leads to outsiders' code by what steps of jobs look up
     */
    public static List<Execution> of(
            NormalJob job,
            CallPath frame,
            Definitions definitions,
            Function<ReachedStep, List<ShellCommand>> followed,
            NamedHeads.OfJobs heads) {
        if (!(frame.definition() instanceof Workflow workflow)) {
            return List.of();
        }
        OutsideCode code = new OutsideCode(job, workflow, definitions, followed, heads);
        Set<UsesReference> reported = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ReachedStep reached : JobSteps.of(job, frame.definition(), definitions)) {
            // What an outsider's local action does is reported at the step that uses it.
            boolean isReported = !reported.isEmpty()
                    && reached.frame().calls().stream().anyMatch(call -> reported.contains(call.uses()));
            code.origin = reached;
            if (!isReported && code.take(reached.within(frame))) {
                reached.step().uses().ifPresent(action -> reported.add(action.uses()));
            }
        }
        return List.copyOf(code.found);
    }

    /** What a step runs of the workspace, whosever that is: an action or a command; empty when it runs nothing of it. */
    public static Optional<String> ofWorkspace(ReachedStep reached) {
        Step step = reached.step();
        if (step.uses().isPresent()) {
            UsesReference uses = step.uses().get().uses();
            return uses.uses() instanceof Uses.Local || ActionTerms.CODE_RUNNING.mayHold(step)
                    ? Optional.of(uses.text())
                    : Optional.empty();
        }
        for (ShellCommand command : reached.commands()) {
            if (CodeExecution.of(command, "", any -> false, any -> false).isPresent()) {
                return Optional.of(text(command));
            }
        }
        return Optional.empty();
    }

    private static String text(ShellCommand command) {
        return command.name()
                + (command.arguments().isEmpty()
                        ? ""
                        : " " + command.arguments().get(0));
    }

    /** Whether the step runs code from outside. */
    private boolean take(ReachedStep reached) {
        int before = found.size();
        Step step = reached.step();
        trees.action(reached);
        step.uses().ifPresent(action -> uses(action, reached));
        if (step.usesAction("actions/github-script")) {
            required(step.uses().orElseThrow(), reached);
        }
        step.run().ifPresent(run -> script(run, reached));
        return found.size() > before;
    }

    private void uses(Step.UsesAction action, ReachedStep reached) {
        Optional<Outside> outside = Optional.empty();
        if (action.uses().uses() instanceof Uses.Local local) {
            outside = trees.at(WorkPath.of(local.path().replace('\\', '/')));
        } else if (ActionTerms.CODE_RUNNING.mayHold(reached.step())) {
            outside = trees.at(WorkPath.of(input(FOLDER_INPUTS, action, reached).orElse("")));
            // A Dockerfile is code, whatever the context is that it is built in.
            if (outside.isEmpty() && reached.step().usesAction("docker/build-push-action")) {
                outside = input(List.of("file"), action, reached).flatMap(file -> trees.at(WorkPath.of(file)));
            }
        }
        outside.ifPresent(from ->
                found.add(new Execution(reached, reached.place(), action.uses().text(), from)));
    }

    /** The first of the inputs that is given. */
    private static Optional<String> input(List<String> names, Step.UsesAction action, ReachedStep reached) {
        return names.stream()
                .flatMap(name -> action.with().get(name).flatMap(NamedValues.Binding::scalar).stream())
                .findFirst()
                .map(reached::textOf);
    }

    /** A script of the workspace that {@code actions/github-script} loads. */
    private void required(Step.UsesAction action, ReachedStep reached) {
        Optional<YamlScalar> script = action.with().scalar("script");
        Matcher matcher = REQUIRED.matcher(script.map(YamlScalar::value).orElse(""));
        if (trees.holdOutside() && matcher.find()) {
            trees.at(WorkPath.of(matcher.group(1)))
                    .ifPresent(from -> found.add(new Execution(
                            reached, reached.at(script.orElseThrow().span()), matcher.group(), from)));
        }
    }

    /** By the variables of loops over files of a script, the first that they name. */
    private static Map<String, String> loops(String script) {
        Map<String, String> found = new HashMap<>();
        Matcher loop = LOOP.matcher(script);
        while (loop.find()) {
            found.put(loop.group(1), loop.group(2));
        }
        return found;
    }

    /** A command as it is given the first of the files that a loop goes over. */
    private static ShellCommand inLoop(ShellCommand command, Map<String, String> loops) {
        List<String> words = new ArrayList<>();
        for (String word : command.words()) {
            Matcher variable = VARIABLE.matcher(word);
            words.add(variable.matches() ? loops.getOrDefault(variable.group(1), word) : word);
        }
        return words.equals(command.words())
                ? command
                : new ShellCommand(
                        words,
                        command.assignments(),
                        command.pipeline(),
                        command.from(),
                        command.to(),
                        command.output());
    }

    private void script(Step.RunScript run, ReachedStep reached) {
        String folder = WorkTrees.folder(reached);
        Map<String, String> loops = trees.holdOutside() ? loops(run.script().value()) : Map.of();
        int printing = -1;
        Optional<Outside> printed = Optional.empty();
        Map<Integer, List<ShellCommand>> behind = null;
        for (ShellCommand written : reached.commands()) {
            ShellCommand command = loops.isEmpty() ? written : inLoop(written, loops);
            if (command.name().equals("cd") || command.name().equals("pushd")) {
                folder = WorkPath.of(folder, command.operand(0));
                continue;
            }
            trees.command(command, folder, reached);
            Optional<Outside> brought = CodeExecution.elsewhere(command).flatMap(trees::ofFile);
            brought = brought.isPresent() ? brought : trees.program(command);
            brought = brought.isPresent() ? brought : trees.searched(command, folder);
            if (brought.isPresent()) {
                found.add(new Execution(reached, reached.at(command), command.name(), brought.get()));
                return;
            }
            behind = behind == null ? behind(origin) : behind;
            List<ShellCommand> called = behind.getOrDefault(written.from(), List.of());
            if (!trees.holdOutside() && called.isEmpty()) {
                continue;
            }
            Optional<Outside> outside = whose(command, folder);
            // What a file of an outsider is printed into runs as much as the file does.
            if (outside.isEmpty() && command.name().equals("cat")) {
                printing = command.pipeline();
                printed = trees.ofFile(command.operand(0));
            } else if (outside.isEmpty()
                    && PosixShells.isOne(command.name())
                    && command.operand(0).isEmpty()
                    && command.pipeline() == printing) {
                outside = printed;
            }
            outside = outside.isPresent() ? outside : within(command, folder);
            for (ShellCommand filledIn :
                    outside.isPresent() ? List.<ShellCommand>of() : FilledInCommands.of(command, reached)) {
                outside = outside.isPresent() ? outside : whose(filledIn, folder);
            }
            if (outside.isPresent()) {
                found.add(new Execution(reached, reached.at(command), text(command), outside.get()));
                return;
            }
            if (called(command, called, folder, reached)) {
                return;
            }
        }
    }

    /** Whose code a command runs, where it is an outsider's. */
    private Optional<Outside> whose(ShellCommand command, String folder) {
        Optional<String> path = CodeExecution.of(command, folder, trees::isOutside, trees::isCheckout);
        if (path.isEmpty() || WorkPath.isElsewhere(path.get())) {
            return Optional.empty();
        }
        Optional<Outside> outside = trees.at(path.get());
        return outside.isPresent() ? outside : trees.steering(command, path.get());
    }

    /**
     * Whose code a program runs that a shell is given as a word, or a container on a folder that is mounted, with something of the job
     * that is worth taking.
     */
    private Optional<Outside> within(ShellCommand command, String folder) {
        Optional<InnerCommands> run = PosixShells.isOne(command.name())
                ? InnerCommands.ofShell(command, folder)
                : InnerCommands.of(command, folder);
        String at = run.isPresent() ? run.get().folder() : "";
        for (ShellCommand inner : run.isPresent() ? run.get().commands() : List.<ShellCommand>of()) {
            if (inner.name().equals("cd")) {
                at = WorkPath.of(at, inner.operand(0));
                continue;
            }
            Optional<Outside> outside =
                    whose(inner, at).filter(from -> run.get().takesVariables() || from.keepsToken());
            if (outside.isPresent()) {
                return outside;
            }
        }
        return Optional.empty();
    }

    /** What scripts of the repository run that a step calls, by where the calls begin. */
    private Map<Integer, List<ShellCommand>> behind(ReachedStep reached) {
        Map<Integer, List<ShellCommand>> found = new HashMap<>();
        int from = -1;
        for (ShellCommand command : followed.apply(reached)) {
            if (command.from() == from) {
                found.computeIfAbsent(from, start -> new ArrayList<>()).add(command);
            }
            from = command.from();
        }
        return found;
    }

    /** What a script is given by the command that calls it. */
    private static List<String> parameters(ShellCommand call) {
        List<String> given = new ArrayList<>();
        List<String> words = call.arguments();
        for (int i = PosixShells.isOne(call.name()) ? 1 : 0; i < words.size() && given.size() < 9; i++) {
            given.add(words.get(i));
        }
        return given;
    }

    /** A command of a script with what that is given in the place of its parameters. */
    private static ShellCommand given(ShellCommand inner, List<String> parameters) {
        List<String> words = new ArrayList<>();
        boolean isSame = true;
        for (String word : inner.words()) {
            Matcher parameter = PARAMETER.matcher(word);
            boolean isOne = word.indexOf('$') >= 0 && word.length() < LONGEST && parameter.find();
            int number =
                    isOne ? Integer.parseInt(parameter.group(1) == null ? parameter.group(2) : parameter.group(1)) : 0;
            String value = isOne && number <= parameters.size() ? parameters.get(number - 1) : word;
            boolean isGiven = !value.equals(word) && value.length() < LONGEST;
            words.add(isGiven ? word.substring(0, parameter.start()) + value + word.substring(parameter.end()) : word);
            isSame &= !isGiven;
        }
        return isSame
                ? inner
                : new ShellCommand(
                        words, inner.assignments(), inner.pipeline(), inner.from(), inner.to(), inner.output());
    }

    /** Whether a script of the repository's own, which a command calls, runs an outsider's code that lies elsewhere, or that it fetches. */
    private boolean called(ShellCommand call, List<ShellCommand> commands, String folder, ReachedStep reached) {
        String at = folder;
        List<String> parameters = commands.isEmpty() ? List.of() : parameters(call);
        for (ShellCommand command : commands) {
            if (command.name().equals("cd") || command.name().equals("pushd")) {
                at = WorkPath.of(at, command.operand(0));
                continue;
            }
            trees.command(given(command, parameters), at, reached);
            Optional<Outside> outside = trees.holdOutside() ? whose(command, at) : Optional.empty();
            if (outside.isPresent()) {
                found.add(new Execution(reached, reached.at(call), text(call) + ": " + text(command), outside.get()));
                return true;
            }
        }
        return false;
    }
}
