package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.TreeMap;

/** Whose code stands where the steps of a job look for local actions, as far as the steps before them say. */
public final class WorkspaceCode {

    /** What puts other files into a working tree of Git. */
    private static final SoughtPattern GIT = SoughtPattern.of(
            "\\bgit\\b.{1,200}\\b(?:am|apply|checkout|cherry-pick|clone|merge|pull|rebase|reset|restore|revert|switch)\\b"
                    + "|\\bgh\\s{1,9}(?:pr|repo)\\s{1,9}(?:checkout|clone|sync)\\b",
            "git",
            "gh");

    /** By folder what was checked out there last. */
    private final TreeMap<String, Found> checkouts = new TreeMap<>();

    private final IdentityHashMap<Step, Found> byStep = new IdentityHashMap<>();

    /**
     * What a step finds at the path of its action.
     *
     * @param folder where it was checked out; the empty text is the workspace itself
     * @param isOwn whether it is the repository's own code, at whatever commit
     * @param isOfRun whether it is that, at the commit of the run, when it is checked out
     * @param repository the other repository that it is of, where its name is written
     * @param isRun whether a script ran before, which may have built what the action consists of
     * @param isChanged whether such a script has Git put other files there
     */
    public record Found(
            String folder,
            boolean isOwn,
            boolean isOfRun,
            Optional<RepositorySlug> repository,
            boolean isRun,
            boolean isChanged) {}

    private WorkspaceCode() {}

    /** As the steps of a job find it, each once. */
    public static WorkspaceCode of(NormalJob job) {
        WorkspaceCode code = new WorkspaceCode();
        boolean isRun = false;
        boolean isChanged = false;
        for (Step step : job.liveSteps()) {
            if (step.body() instanceof Step.UsesAction action) {
                Optional<String> path = action.uses().uses() instanceof Uses.Local local
                        ? LocalPath.plain(local.path().replace('\\', '/'))
                        : Optional.empty();
                if (path.isPresent()) {
                    Found at = code.at(path.get());
                    code.byStep.put(
                            step, new Found(at.folder(), at.isOwn(), at.isOfRun(), at.repository(), isRun, isChanged));
                }
                code.take(step, action);
            } else if (step.script().isPresent()) {
                isRun = true;
                isChanged = isChanged || GIT.isIn(step.script().get().value());
            }
        }
        return code;
    }

    private void take(Step step, Step.UsesAction action) {
        if (!step.usesAction("actions/checkout")) {
            return;
        }
        Optional<String> folder = LocalPath.plain(OwnCheckouts.text(action.with(), "path"));
        if (folder.isPresent()) {
            // A checkout empties its folder first. The character behind the slash ends what is below.
            if (folder.get().isEmpty()) {
                checkouts.clear();
            } else {
                checkouts.subMap(folder.get() + '/', folder.get() + '0').clear();
            }
            Optional<RepositorySlug> named = RepositorySlug.parse(OwnCheckouts.text(action.with(), "repository"));
            checkouts.put(
                    folder.get(),
                    new Found(
                            folder.get(),
                            OwnCheckouts.isOwn(action.with()),
                            OwnCheckouts.isOfRun(action.with()),
                            named,
                            false,
                            false));
        }
    }

    private Found at(String path) {
        for (int end = path.length(); end >= 0; end = end == 0 ? -1 : Math.max(0, path.lastIndexOf('/', end - 1))) {
            Found found = checkouts.get(path.substring(0, end));
            if (found != null) {
                return found;
            }
        }
        return new Found("", false, false, Optional.empty(), false, false);
    }

    /** What a step finds at the path of its local action; empty where it has none. */
    public Optional<Found> of(Step step) {
        return Optional.ofNullable(byStep.get(step));
    }
}
