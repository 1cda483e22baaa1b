package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The checkouts of a job's workspace by path, as they are after the steps seen so far. */
public final class WorkTrees {

    private static final Set<String> MOVES =
            Set.of("checkout", "switch", "reset", "merge", "rebase", "cherry-pick", "worktree", "pull", "clone");

    /** By path relative to the workspace; the empty path is the workspace itself. */
    private final Map<String, Tree> trees = new HashMap<>();

    /** Folders outside of the workspace that hold what another run left. */
    private final Map<String, Outside> elsewhere = new LinkedHashMap<>();

    private final Artifacts artifacts = new Artifacts();
    /** What other jobs of the run left of outsiders' code. */
    private final List<OutsideUpload> uploads;

    private int outsideTrees;
    private Optional<Outside> fetched = Optional.empty();
    /** An archive of a pull request's code that was downloaded, to be unpacked. */
    private Optional<Outside> archived = Optional.empty();
    /** A pull request's changes that were downloaded, to be applied. */
    private Optional<Outside> patched = Optional.empty();

    /** By the names that steps give to remotes, those that lead to an outsider's repository. */
    private final Map<String, Outside> remotes = new HashMap<>();

    private final HeadReads heads;

    private final SearchPath searchPath = new SearchPath();

    private final CopiedFiles copies = new CopiedFiles();

    /** What lies in a folder: the repository's own code, or an outsider's. */
    private record Tree(Optional<Outside> outside) {}

    /**
     * Those of a job.
     *
     * @param uploads what other jobs of the run leave of outsiders' code as artifacts
     * @param lookedUp what leads to outsiders' code by what steps of the job look up
     */
    public WorkTrees(List<OutsideUpload> uploads, Supplier<NamedHeads> lookedUp) {
        this.uploads = uploads;
        this.heads = new HeadReads(lookedUp);
    }

    /** Whether the action of a step checks out, also one whose name says so and that gets a ref. */
    private static boolean isCheckout(Step step) {
        return step.usesAction("actions/checkout")
                || (step.input("ref").isPresent()
                        && step.repository()
                                .filter(action ->
                                        action.name().toLowerCase(Locale.ROOT).contains("checkout"))
                                .isPresent());
    }

    /** Takes in that a step checks something out by an action. */
    @SuppressWarnings("ReferenceEquality") // Another job may say the same.
    public void action(ReachedStep reached) {
        Step step = reached.step();
        if (!isCheckout(step)) {
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
        clear(folder, reached);
        Optional<YamlScalar> ref = with.scalar("ref");
        Optional<OutsideRef.Sureness> outside = OutsideRef.surer(
                ref.flatMap(value -> heads.of(value, reached)),
                with.scalar("repository").flatMap(value -> heads.ofRepository(value, reached)));
        boolean allowed = Outside.isAllowed(with);
        // Who allows it has a reason to.
        if (outside.isEmpty()
                && allowed
                && ref.isPresent()
                && !Fence.of(ref.get()).isEmpty()) {
            outside = Optional.of(OutsideRef.Sureness.LIKELY);
        }
        if (outside.isEmpty()) {
            trees.putIfAbsent(folder, new Tree(Optional.empty()));
            return;
        }
        boolean isOwn = with.scalar("repository").isEmpty() && ref.isPresent() && heads.areNames(ref.get(), reached);
        put(folder, Optional.of(Outside.byAction(reached, outside.get() == OutsideRef.Sureness.SURE, isOwn)));
    }

    /**
     * Takes away what a checkout by the action replaces in its folder. What was brought stays where the checkout has a condition
     * of its own: one step for pull requests and one for all other events is how many workflows are written.
     */
    private void clear(String folder, ReachedStep checkout) {
        Set<String> terms = ConditionTerms.of(checkout);
        trees.entrySet().removeIf(tree -> {
            Optional<Outside> outside = tree.getValue().outside();
            boolean replaced = (folder.isEmpty() || tree.getKey().equals(folder))
                    && (outside.isEmpty()
                            || ConditionTerms.of(outside.get().step()).containsAll(terms));
            outsideTrees -= replaced && outside.isPresent() ? 1 : 0;
            return replaced;
        });
        if (folder.isEmpty() && terms.isEmpty()) {
            copies.clear();
        }
    }

    /** Whether the action of a step brings an artifact of another run, which an outsider may have set off. */
    public boolean bringsArtifact(ReachedStep reached) {
        return artifacts.action(reached).isPresent();
    }

    /** Takes in that a step leaves another run's or job's artifact in a folder, in the workspace or elsewhere. */
    private void bring(
            String folder, ReachedStep reached, Optional<ShellCommand> command, Optional<OutsideUpload> upload) {
        Outside brought = new Outside(reached, command, true, false, true, upload, Optional.empty(), false);
        Step step = reached.step();
        if (step.id().isPresent() && command.isEmpty()) {
            elsewhere.put("${{ steps." + step.id().get().value() + ".outputs.download-path }}", brought);
        }
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
        String second = command.operand(1);
        Optional<String> brought = artifacts.command(command);
        if (brought.isPresent()) {
            bring(WorkPath.within(folder, brought.get()), reached, Optional.of(command), Optional.empty());
        } else if (archived.isPresent() && Artifacts.unpacked(command).isPresent()) {
            put(WorkPath.within(folder, Artifacts.unpacked(command).get()), archived);
        } else if (!elsewhere.isEmpty() || outsideTrees > 0) {
            unpack(command, folder, reached);
            copy(command, folder, reached);
        }
        boolean asks = AskedFiles.mayBeOf(command);
        Optional<GitCommand> git =
                command.name().equals("git") ? Optional.of(GitCommand.of(command.arguments())) : Optional.empty();
        Optional<Outside> named = asks || git.isPresent()
                ? named(command, git.isPresent() ? git.get().arguments() : command.arguments(), reached)
                : Optional.<Outside>empty();
        if (asks && AskedFiles.areArchive(command)) {
            archived = named.isPresent() ? named : archived;
        }
        if (Set.of("gh", "hub").contains(command.name()) && verb.equals("pr") && second.equals("checkout")) {
            put(folder, Optional.of(Outside.byCommand(reached, command, true)));
        } else if (command.name().equals("gh") && verb.equals("repo") && second.equals("clone")) {
            add(named, folder);
        } else if ((asks && AskedFiles.arePatch(command, reached))
                || (command.name().equals("gh") && verb.equals("pr") && second.equals("diff"))) {
            patched = Optional.of(Outside.byCommand(reached, command, true));
        } else if (asks) {
            Optional<String> file = AskedFiles.overwritten(command);
            // Answers of the forge are files of a repository where they are asked for as such.
            if (file.isPresent() && (AskedFiles.areFile(command) || named.isEmpty())) {
                place(WorkPath.within(folder, file.get()), named);
            }
        } else if (command.name().equals("patch")) {
            add(patched, folder);
        } else if (git.isPresent()) {
            git(git.get(), command, folder, named, reached);
        }
    }

    private void git(GitCommand git, ShellCommand command, String at, Optional<Outside> worded, ReachedStep reached) {
        String folder = git.folder().isEmpty() ? at : WorkPath.within(at, git.folder());
        String verb = git.verb();
        Optional<Outside> named = worded;
        if (verb.equals("remote")) {
            named.ifPresent(outside -> remotes.put(git.operand(1), outside));
            return;
        }
        for (int i = 0;
                named.isEmpty() && !remotes.isEmpty() && i < git.arguments().size();
                i++) {
            named = Optional.ofNullable(remotes.get(git.arguments().get(i)));
        }
        Optional<Outside> from = named.isPresent() ? named : git.isOfBase() ? Optional.empty() : fetched;
        if (verb.equals("fetch")) {
            fetched = named.isPresent() ? named : fetched;
        } else if (verb.equals("apply") || verb.equals("am")) {
            add(patched, folder);
        } else if (verb.equals("archive")) {
            Optional<Outside> packed = from.isPresent() ? from : at(folder);
            archived = packed.isPresent() ? packed : archived;
        } else if (verb.equals("show") && !command.output().isEmpty()) {
            place(WorkPath.within(at, command.output()), git.namesFile() ? from : Optional.empty());
        } else if (!git.paths().isEmpty()) {
            Optional<Outside> taken = from.map(outside -> outside.copiedAt(reached.at(command)));
            for (String path : git.paths()) {
                place(WorkPath.within(folder, path), taken);
            }
        } else if (MOVES.contains(verb) && !git.isBack()) {
            add(from, folder);
        }
    }

    /** Takes in that a command unpacks what an outsider made, to another folder, or packs it. */
    private void unpack(ShellCommand command, String folder, ReachedStep reached) {
        Optional<String> to = Artifacts.unpacked(command);
        Optional<String> packed = Artifacts.packed(command);
        if (packed.isPresent()) {
            Optional<Outside> from = ofFile(WorkPath.within(folder, packed.get()));
            String archive = Artifacts.archive(command);
            if (from.isPresent() && !archive.isEmpty()) {
                // Outside of the folder that it packs, as a runner's folder for temporary files is.
                place(WorkPath.within(folder, archive), from.map(outside -> outside.copiedAt(reached.at(command))));
            }
            archived = from.isPresent() ? from : archived;
        }
        List<String> words = command.arguments();
        for (int i = 0; to.isPresent() && i < words.size(); i++) {
            Optional<Outside> from =
                    words.get(i).startsWith("-") ? Optional.empty() : ofFile(WorkPath.within(folder, words.get(i)));
            if (from.isPresent()) {
                lay(WorkPath.within(folder, to.get()), from.get().copiedAt(reached.at(command)));
                return;
            }
        }
    }

    /** Takes in that a command copies what an outsider made. */
    private void copy(ShellCommand command, String folder, ReachedStep reached) {
        for (FileCopies.Copy copy : FileCopies.by(command, folder)) {
            Optional<Outside> from = ofFile(copy.from());
            if (from.isPresent()) {
                searchPath.take(copy, from.get().copiedAt(reached.at(command)));
            }
            // Within an outsider's folder it is his already.
            if (from.isPresent() && !ofFile(copy.to()).equals(from)) {
                place(copy.to(), from.map(outside -> outside.copiedAt(reached.at(command))));
            }
        }
    }

    /** Whose program a command runs that is found by its name, where it is an outsider's. */
    Optional<Outside> program(ShellCommand command) {
        return searchPath.program(command);
    }

    /** Whose folder a command has all commands behind it looked for in, where it is an outsider's. */
    Optional<Outside> searched(ShellCommand command, String folder) {
        if (elsewhere.isEmpty() && outsideTrees == 0) {
            return Optional.empty();
        }
        for (String added : SearchPath.added(command)) {
            Optional<Outside> whose = ofFile(WorkPath.within(folder, added));
            if (whose.isPresent()) {
                return whose;
            }
        }
        return Optional.empty();
    }

    /** Takes in whose a file, or a folder, is from now on. */
    private void place(String path, Optional<Outside> whose) {
        copies.put(path, whose);
        if (whose.isEmpty()) {
            put(path, whose);
        } else {
            lay(path, whose.get());
        }
    }

    /** What was copied below a folder that makes a build run, in it, an outsider's code. */
    Optional<Outside> steering(ShellCommand build, String folder) {
        return copies.steering(build, folder);
    }

    private void add(Optional<Outside> outside, String folder) {
        if (outside.isPresent()) {
            put(folder, outside);
        }
    }

    private Optional<Outside> named(ShellCommand command, List<String> words, ReachedStep reached) {
        for (String word : words) {
            Optional<OutsideRef.Sureness> sureness = heads.of(word, reached);
            if (sureness.isPresent()) {
                return Optional.of(Outside.byCommand(reached, command, sureness.get() == OutsideRef.Sureness.SURE));
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

    /** Where the script of a step begins to run, as seen from the workspace. */
    public static String folder(ReachedStep reached) {
        Optional<YamlScalar> folder = reached.folder();
        return folder.isPresent() ? WorkPath.within("", reached.textOf(folder.get())) : "";
    }
}
