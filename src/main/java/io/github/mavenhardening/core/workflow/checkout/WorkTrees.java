package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.ActionVersion;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The checkouts of a job's workspace by path, as they are after the steps seen so far. */
public final class WorkTrees {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(?:env:)?([A-Za-z_][A-Za-z0-9_]{0,100})\\}?");
    private static final Pattern PATCH =
            Pattern.compile(".{0,500}(?:pull/.{0,200}\\.(?:patch|diff)|\\.(?:diff|patch)_url.{0,20})");
    private static final Pattern COMMIT = Pattern.compile("(?i)(?:head|merge_commit)[._]sha\\b");
    private static final Set<String> MOVES =
            Set.of("checkout", "switch", "reset", "merge", "rebase", "cherry-pick", "worktree", "pull", "clone");

    /**
     * The version from which on the action refuses, unless configured otherwise.
     *
     * @see <a href="https://docs.github.com/en/actions/reference/security/securely-using-pull_request_target">Securely using
     *     pull_request_target</a>
     */
    private static final int REFUSING_VERSION = 7;

    private static final String ALLOW = "allow-unsafe-pr-checkout";

    /** By path relative to the workspace; the empty path is the workspace itself. */
    private final Map<String, Tree> trees = new HashMap<>();

    /** Folders outside of the workspace that hold what another run left. */
    private final Map<String, Outside> elsewhere = new LinkedHashMap<>();

    private final Artifacts artifacts = new Artifacts();
    /** What other jobs of the run left of outsiders' code. */
    private final List<OutsideUpload> uploads;

    private int outsideTrees;
    private Optional<Outside> fetched = Optional.empty();
    /** A pull request's changes that were downloaded, to be applied. */
    private Optional<Outside> patched = Optional.empty();
    /** What steps set to a pull request's head that they look up. */
    private final LookedUp lookedUp = new LookedUp();

    /** Whether values of variables lead to a pull request's code, by where they are read. */
    private final IdentityHashMap<CallPath, Map<YamlScalar, Optional<OutsideRef.Sureness>>> variables =
            new IdentityHashMap<>();

    /** What lies in a folder: the repository's own code, or an outsider's. */
    private record Tree(Optional<Outside> outside) {}

    /**
     * A checkout of an outsider's code.
     *
     * @param step the step that made it
     * @param command the command that did; empty when an action did
     * @param isSure whether it is certain
     * @param isRefused whether the action refuses forks' code in runs of {@code pull_request_target} and {@code workflow_run}
     * @param isArtifact whether another run or another job left it as an artifact; else it is a checkout
     * @param upload the job that left it; empty where another run did
     */
    public record Outside(
            ReachedStep step,
            Optional<ShellCommand> command,
            boolean isSure,
            boolean isRefused,
            boolean isArtifact,
            Optional<OutsideUpload> upload) {

        static Outside code(ReachedStep step, Optional<ShellCommand> command, boolean isSure, boolean isRefused) {
            return new Outside(step, command, isSure, isRefused, false, Optional.empty());
        }

        /** Whether it is of the commit that the event names, whatever is pushed to the branch after it. */
        public boolean isOfOneCommit() {
            return COMMIT.matcher(ref()).find();
        }

        /** Whether what is dispatched to the repository names the commit or the branch. */
        public boolean isOfPayload() {
            boolean is = ref().contains("client_payload");
            for (NamedValues.Binding variable : step.step().env().all()) {
                is |= variable.text().orElse("").contains("client_payload");
            }
            return is && !isArtifact;
        }

        private String ref() {
            return command.isPresent()
                    ? String.join(" ", command.get().words())
                    : step.step()
                            .uses()
                            .flatMap(uses -> uses.with().text("ref"))
                            .orElse("");
        }

        /** Where it is made. */
        public Location place() {
            return command.map(step::at).orElseGet(step::place);
        }
    }

    /** Those of a job of a run in which other jobs leave that of outsiders' code as artifacts. */
    public WorkTrees(List<OutsideUpload> uploads) {
        this.uploads = uploads;
    }

    /** Takes in that a step checks something out by an action. */
    @SuppressWarnings("ReferenceEquality") // Another job may say the same.
    public void action(ReachedStep reached) {
        Step step = reached.step();
        lookedUp.take(step);
        if (!step.usesAction("actions/checkout")) {
            Optional<String> folder = artifacts.action(reached);
            if (folder.isPresent()) {
                bring(folder.get(), reached, Optional.empty(), Optional.empty());
            }
            for (OutsideUpload upload : uploads) {
                Optional<String> own =
                        upload.job() == reached.job() ? Optional.empty() : Artifacts.own(reached, upload);
                if (own.isPresent()) {
                    bring(own.get(), reached, Optional.empty(), Optional.of(upload));
                }
            }
            return;
        }
        NamedValues with = step.uses().orElseThrow().with();
        Optional<YamlScalar> path = with.scalar("path");
        String folder = path.isPresent() ? WorkPath.of(reached.textOf(path.get())) : "";
        if (folder.isEmpty()) {
            trees.clear();
            outsideTrees = 0;
        }
        Optional<YamlScalar> ref = with.scalar("ref");
        Optional<OutsideRef.Sureness> outside =
                OutsideRef.surer(ofInput(ref, reached), ofInput(with.scalar("repository"), reached));
        boolean allowed = !with.text(ALLOW).orElse("false").strip().equals("false");
        // Who allows it has a reason to.
        if (outside.isEmpty()
                && allowed
                && ref.isPresent()
                && !Fence.of(ref.get()).isEmpty()) {
            outside = Optional.of(OutsideRef.Sureness.LIKELY);
        }
        if (outside.isEmpty()) {
            put(folder, Optional.empty());
            return;
        }
        Optional<Integer> version = ActionVersion.major(step, reached.frame().definition());
        boolean refused = !allowed && version.isPresent() && version.get() >= REFUSING_VERSION;
        boolean isSure = outside.get() == OutsideRef.Sureness.SURE;
        put(folder, Optional.of(Outside.code(reached, Optional.empty(), isSure, refused)));
    }

    private Optional<OutsideRef.Sureness> ofInput(Optional<YamlScalar> input, ReachedStep reached) {
        if (input.isEmpty()) {
            return Optional.empty();
        }
        Optional<OutsideRef.Sureness> written = OutsideRef.of(input.get().value());
        return written.isPresent() ? written : sureness(input.get(), reached);
    }

    /** Whether the action of a step brings an artifact of another run, which an outsider may have set off. */
    public boolean bringsArtifact(ReachedStep reached) {
        return artifacts.action(reached).isPresent();
    }

    /** Takes in that a step leaves another run's or job's artifact in a folder, in the workspace or elsewhere. */
    private void bring(
            String folder, ReachedStep reached, Optional<ShellCommand> command, Optional<OutsideUpload> upload) {
        Outside brought = new Outside(reached, command, true, false, true, upload);
        lay(WorkPath.within("", folder), brought);
    }

    /** Whose file that is, where it is an outsider's. */
    public Optional<Outside> ofFile(String file) {
        String path = WorkPath.within("", file);
        if (!WorkPath.isElsewhere(path)) {
            return outsideTrees > 0 ? at(path) : Optional.empty();
        }
        for (Map.Entry<String, Outside> folder : elsewhere.entrySet()) {
            if (WorkPath.isWithin(path, folder.getKey())) {
                return Optional.of(folder.getValue());
            }
        }
        return Optional.empty();
    }

    private void lay(String path, Outside outside) {
        if (WorkPath.isElsewhere(path)) {
            elsewhere.putIfAbsent(path, outside);
        } else {
            put(path, Optional.of(outside));
        }
    }

    private void put(String folder, Optional<Outside> outside) {
        Tree before = trees.put(folder, new Tree(outside));
        outsideTrees -= before != null && before.outside().isPresent() ? 1 : 0;
        outsideTrees += outside.isPresent() ? 1 : 0;
    }

    /** Takes in that a command of a script, run in that folder, fetches or checks something out. */
    public void command(ShellCommand command, String folder, ReachedStep reached) {
        String verb = command.operand(0);
        Optional<String> brought = artifacts.command(command);
        if (brought.isPresent()) {
            bring(WorkPath.within(folder, brought.get()), reached, Optional.of(command), Optional.empty());
        } else if (!elsewhere.isEmpty() || outsideTrees > 0) {
            unpack(command, folder);
        }
        if (command.name().equals("gh")
                && verb.equals("pr")
                && command.operand(1).equals("checkout")) {
            put(folder, Optional.of(Outside.code(reached, Optional.of(command), true, false)));
        } else if (Set.of("curl", "wget", "gh").contains(command.name()) && isPatch(command.arguments())) {
            patched = Optional.of(Outside.code(reached, Optional.of(command), true, false));
        } else if (command.name().equals("gh")
                && verb.equals("pr")
                && command.operand(1).equals("diff")) {
            patched = Optional.of(Outside.code(reached, Optional.of(command), true, false));
        } else if (Set.of("curl", "wget").contains(command.name())) {
            Optional<String> file = overwritten(command);
            if (file.isPresent()) {
                put(WorkPath.within(folder, file.get()), Optional.empty());
            }
        } else if (command.name().equals("patch")) {
            add(patched, folder);
        } else if (command.name().equals("git")) {
            Optional<Outside> named = named(command, reached);
            if (verb.equals("fetch")) {
                fetched = named.isPresent() ? named : fetched;
            } else if (verb.equals("apply") || verb.equals("am")) {
                add(patched, folder);
            } else if (MOVES.contains(verb) && !isBack(command)) {
                add(named.isPresent() ? named : fetched, folder);
            }
        }
    }

    /** Takes in that a command unpacks or copies what another run left, to another folder. */
    private void unpack(ShellCommand command, String folder) {
        boolean copies = Set.of("cp", "mv", "rsync").contains(command.name());
        List<String> words = command.arguments();
        Optional<String> to = copies
                ? words.isEmpty() ? Optional.empty() : Optional.of(words.get(words.size() - 1))
                : Artifacts.unpacked(command);
        for (int i = 0; to.isPresent() && i < words.size() - (copies ? 1 : 0); i++) {
            Optional<Outside> from =
                    words.get(i).startsWith("-") ? Optional.empty() : ofFile(WorkPath.within(folder, words.get(i)));
            String target = WorkPath.within(folder, to.get());
            if (from.isPresent() && from.get().isArtifact()) {
                String name = words.get(i).substring(words.get(i).lastIndexOf('/') + 1);
                // Into the workspace itself, or the like, comes a file or a folder of that name, or all that is in a
                // folder.
                boolean isOne = copies
                        && target.indexOf('/', 1) < 0
                        && (target.isEmpty() || WorkPath.isElsewhere(target))
                        && !name.isEmpty()
                        && !name.equals(".")
                        && !name.contains("*");
                lay(isOne ? WorkPath.of(target, name) : target, from.get());
                return;
            }
        }
    }

    private void add(Optional<Outside> outside, String folder) {
        if (outside.isPresent()) {
            put(folder, outside);
        }
    }

    private static boolean isPatch(List<String> words) {
        for (String word : words) {
            if (PATCH.matcher(word).matches()) {
                return true;
            }
        }
        return false;
    }

    /** The file that a download takes the place of. */
    private static Optional<String> overwritten(ShellCommand command) {
        List<String> words = command.arguments();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (Set.of("-o", "-O", "--output", "--output-document").contains(words.get(i))
                    && !words.get(i + 1).startsWith("-")
                    && !words.get(i + 1).contains("://")) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** {@code git checkout -- file} and the like bring nothing new. */
    private static boolean isBack(ShellCommand command) {
        return command.has("--") || (command.has("-b") && command.arguments().size() == 3);
    }

    private Optional<Outside> named(ShellCommand command, ReachedStep reached) {
        for (String word : command.arguments()) {
            Optional<OutsideRef.Sureness> written = OutsideRef.of(word);
            Optional<OutsideRef.Sureness> sureness = written.isPresent() ? written : sureness(word, reached);
            if (sureness.isPresent()) {
                return Optional.of(
                        Outside.code(reached, Optional.of(command), sureness.get() == OutsideRef.Sureness.SURE, false));
            }
        }
        return Optional.empty();
    }

    /** Whose code lies at a path, where it is an outsider's. */
    public Optional<Outside> at(String path) {
        String folder = path;
        while (!trees.containsKey(folder)) {
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
        }
        return trees.get(folder).outside();
    }

    /** Whether an outsider's code lies anywhere. */
    public boolean holdOutside() {
        return outsideTrees > 0;
    }

    /** Whether a path leads into a folder, but for the workspace itself, that holds an outsider's code. */
    public boolean isOutside(String path) {
        Optional<Tree> tree = below(path);
        return tree.isPresent() && tree.get().outside().isPresent();
    }

    /** Whether a path leads into a folder, but for the workspace itself, that something was checked out into. */
    boolean isCheckout(String path) {
        return below(path).isPresent();
    }

    private Optional<Tree> below(String path) {
        for (String folder = path;
                !folder.isEmpty();
                folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')))) {
            Tree tree = trees.get(folder);
            if (tree != null) {
                return Optional.of(tree);
            }
        }
        return Optional.empty();
    }

    /** Whether what a value reads, with variables of the environment followed, leads to a pull request's code. */
    private Optional<OutsideRef.Sureness> sureness(YamlScalar scalar, ReachedStep reached) {
        Optional<OutsideRef.Sureness> found = Optional.empty();
        for (ContextPath path : reached.frame().reads(scalar)) {
            Optional<YamlScalar> variable =
                    path.context().equals("env") && path.segments().size() == 2
                            ? variable(path.segments().get(1), reached)
                            : Optional.empty();
            found = OutsideRef.surer(
                    found,
                    variable.isPresent() ? ofVariable(variable.get(), reached) : ofReads(List.of(path), reached));
        }
        return found;
    }

    /** The same of a word of a script, by an expression in it or by a variable that the step, job or workflow sets to one. */
    private Optional<OutsideRef.Sureness> sureness(String word, ReachedStep reached) {
        Optional<OutsideRef.Sureness> found = Optional.empty();
        Matcher matcher = VARIABLE.matcher(word);
        while (matcher.find()) {
            Optional<YamlScalar> variable = variable(matcher.group(1), reached);
            if (variable.isPresent()) {
                found = OutsideRef.surer(found, ofVariable(variable.get(), reached));
            } else if (lookedUp.hasVariable(matcher.group(1))) {
                found = OutsideRef.surer(found, Optional.of(OutsideRef.Sureness.LIKELY));
            }
        }
        return word.contains("${{") ? OutsideRef.surer(found, OutsideRef.of(Fence.readsIn(word))) : found;
    }

    /** A path that is seen from a folder of the workspace, as seen from the workspace itself. */
    public static String within(String folder, String path) {
        return WorkPath.within(folder, path);
    }

    private Optional<OutsideRef.Sureness> ofVariable(YamlScalar value, ReachedStep reached) {
        variables.putIfAbsent(reached.frame(), new IdentityHashMap<>());
        Map<YamlScalar, Optional<OutsideRef.Sureness>> known = variables.get(reached.frame());
        Optional<OutsideRef.Sureness> found = known.get(value);
        if (found == null) {
            Optional<OutsideRef.Sureness> written = OutsideRef.of(value.value());
            found = written.isPresent() ? written : ofReads(reached.frame().reads(value), reached);
            known.put(value, found);
        }
        return found;
    }

    private Optional<OutsideRef.Sureness> ofReads(List<ContextPath> reads, ReachedStep reached) {
        Optional<OutsideRef.Sureness> outside = OutsideRef.of(reads);
        if (outside.isPresent()) {
            return outside;
        }
        for (ContextPath path : reads) {
            if (lookedUp.holds(path, reached)) {
                return Optional.of(OutsideRef.Sureness.LIKELY);
            }
        }
        return Optional.empty();
    }

    private static Optional<YamlScalar> variable(String name, ReachedStep reached) {
        Optional<YamlScalar> found = reached.step().env().scalar(name);
        if (found.isEmpty()) {
            found = reached.job().env().scalar(name);
        }
        return found.isEmpty() && reached.frame().entry().definition() instanceof Workflow workflow
                ? workflow.env().scalar(name)
                : found;
    }
}
