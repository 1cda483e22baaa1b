package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.ActionVersion;
import io.github.mavenhardening.core.workflow.Bindings;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.script.ShellCommand;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The checkouts of a job's workspace by path, as they are after the steps that were told so far. */
public final class WorkTrees {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(?:env:)?([A-Za-z_][A-Za-z0-9_]{0,100})\\}?");
    private static final Set<String> MOVES =
            Set.of("checkout", "switch", "reset", "merge", "rebase", "cherry-pick", "worktree", "pull", "clone");

    /**
     * The version from which on the action refuses, unless told otherwise.
     *
     * @see <a href="https://docs.github.com/en/actions/reference/security/securely-using-pull_request_target">Securely using
     *     pull_request_target</a>
     */
    private static final int REFUSING_VERSION = 7;

    private static final String ALLOW = "allow-unsafe-pr-checkout";

    /** By path relative to the workspace; the empty path is the workspace itself. */
    private final Map<String, Tree> trees = new TreeMap<>();

    private Optional<Outside> fetched = Optional.empty();

    /** What lies in a folder: the repository's own code, or an outsider's. */
    private record Tree(Optional<Outside> outside) {}

    /**
     * A checkout of an outsider's code.
     *
     * @param step the step that made it
     * @param command the command that did; empty when an action did
     * @param isSure whether it is certain
     * @param isRefused whether the action refuses forks' code in runs of {@code pull_request_target} and {@code workflow_run}
     */
    public record Outside(ReachedStep step, Optional<ShellCommand> command, boolean isSure, boolean isRefused) {}

    /** Takes in that a step checks something out by an action. */
    public void action(ReachedStep reached) {
        Step step = reached.step();
        if (!step.usesAction("actions/checkout")) {
            return;
        }
        Bindings with = step.uses().orElseThrow().with();
        Optional<YamlScalar> path = with.get("path").flatMap(Bindings.Binding::scalar);
        Optional<OutsideRef.Sureness> outside = List.of("ref", "repository").stream()
                .flatMap(input -> with.get(input).flatMap(Bindings.Binding::scalar).stream())
                .flatMap(scalar -> OutsideRef.of(scalar.value(), reads(scalar, reached)).stream())
                .min(OutsideRef.Sureness::compareTo);
        String folder = path.map(
                        scalar -> WorkPath.of(reached.frame().text(scalar).orElse(scalar.value())))
                .orElse("");
        trees.keySet().removeIf(inner -> WorkPath.isWithin(inner, folder) && folder.isEmpty());
        boolean allowed =
                with.text(ALLOW).filter(text -> !text.strip().equals("false")).isPresent();
        boolean chosen = with.get("ref")
                .flatMap(Bindings.Binding::scalar)
                .filter(ref -> !Fence.of(ref).isEmpty())
                .isPresent();
        // Who allows it has a reason to.
        Optional<OutsideRef.Sureness> sure =
                outside.or(() -> allowed && chosen ? Optional.of(OutsideRef.Sureness.LIKELY) : Optional.empty());
        boolean refused = !allowed
                && ActionVersion.major(step, reached.frame().definition())
                        .filter(major -> major >= REFUSING_VERSION)
                        .isPresent();
        trees.put(
                folder,
                new Tree(sure.map(sureness ->
                        new Outside(reached, Optional.empty(), sureness == OutsideRef.Sureness.SURE, refused))));
    }

    /** Takes in that a command of a script, run in that folder, fetches or checks something out. */
    public void command(ShellCommand command, String folder, ReachedStep reached) {
        String verb = command.operand(0);
        if (command.name().equals("gh")
                && verb.equals("pr")
                && command.operand(1).equals("checkout")) {
            trees.put(folder, new Tree(Optional.of(new Outside(reached, Optional.of(command), true, false))));
        } else if (command.name().equals("git")) {
            Optional<Outside> named = named(command, reached);
            if (verb.equals("fetch")) {
                fetched = named.or(() -> fetched);
            } else if (MOVES.contains(verb) && !isBack(command)) {
                named.or(() -> fetched).ifPresent(outside -> trees.put(folder, new Tree(Optional.of(outside))));
            }
        }
    }

    /** {@code git checkout -- file} and the like bring nothing new. */
    private static boolean isBack(ShellCommand command) {
        return command.has("--") || (command.has("-b") && command.arguments().size() == 3);
    }

    private static Optional<Outside> named(ShellCommand command, ReachedStep reached) {
        return command.arguments().stream()
                .flatMap(word -> OutsideRef.of(word, reads(word, reached)).stream())
                .findFirst()
                .map(sureness ->
                        new Outside(reached, Optional.of(command), sureness == OutsideRef.Sureness.SURE, false));
    }

    /** Whose code lies at a path, where it is an outsider's. */
    public Optional<Outside> at(String path) {
        return trees.entrySet().stream()
                .filter(entry -> WorkPath.isWithin(path, entry.getKey()))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .flatMap(entry -> entry.getValue().outside());
    }

    /** Whether an outsider's code lies anywhere. */
    public boolean holdOutside() {
        for (Tree tree : trees.values()) {
            if (tree.outside().isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The folders that hold an outsider's code, but for the workspace itself. */
    public List<String> outsideFolders() {
        return trees.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().isEmpty() && entry.getValue().outside().isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<ContextPath> reads(YamlScalar scalar, ReachedStep reached) {
        List<ContextPath> found = new ArrayList<>();
        for (ContextPath path : reached.frame().reads(scalar)) {
            Optional<YamlScalar> variable =
                    path.context().equals("env") && path.segments().size() == 2
                            ? variable(path.segments().get(1), reached)
                            : Optional.empty();
            found.addAll(variable.map(reached.frame()::reads).orElse(List.of(path)));
        }
        return found;
    }

    /** What a word of a script reads, by an expression in it or by a variable that the step, job or workflow sets to one. */
    private static List<ContextPath> reads(String word, ReachedStep reached) {
        List<ContextPath> found = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(word);
        while (matcher.find()) {
            variable(matcher.group(1), reached)
                    .ifPresent(value -> found.addAll(reached.frame().reads(value)));
        }
        if (word.contains("${{")) {
            YamlScalar script = reached.step().run().orElseThrow().script();
            Fence.of(script).stream()
                    .filter(fence -> word.contains(fence.body()))
                    .forEach(fence -> found.addAll(fence.reads()));
        }
        return found;
    }

    private static Optional<YamlScalar> variable(String name, ReachedStep reached) {
        return value(reached.step().env(), name)
                .or(() -> value(reached.job().env(), name))
                .or(() -> reached.frame().entry().definition() instanceof Workflow workflow
                        ? value(workflow.env(), name)
                        : Optional.empty());
    }

    private static Optional<YamlScalar> value(Bindings env, String name) {
        return env.get(name).flatMap(Bindings.Binding::scalar);
    }
}
