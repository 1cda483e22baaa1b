package io.github.mavenhardening.core.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The folders of a job's workspace, but for the workspace itself, that hold the repository's own code at the commit of the run. */
public final class OwnCheckouts {

    private static final Set<String> OWN = Set.of("", "${{github.repository}}");
    private static final Set<String> SAME_COMMIT =
            Set.of("", "${{github.sha}}", "${{github.ref}}", "${{github.workflow_sha}}");

    private final Set<String> folders = new TreeSet<>();

    OwnCheckouts() {}

    /** As they are after those steps. */
    public static OwnCheckouts of(List<Step> steps) {
        OwnCheckouts checkouts = new OwnCheckouts();
        for (Step step : steps) {
            checkouts.take(step);
        }
        return checkouts;
    }

    /** Takes in what a step checks out. */
    void take(Step step) {
        if (step.usesAction("actions/checkout") && step.body() instanceof Step.UsesAction action) {
            Optional<String> folder = LocalPath.plain(text(action.with(), "path"));
            if (folder.isPresent() && !folder.get().isEmpty()) {
                if (isOfRun(action.with())) {
                    folders.add(folder.get());
                } else {
                    folders.remove(folder.get());
                }
            }
        }
    }

    /** Whether a checkout is of the repository itself, at the commit of the run. */
    static boolean isOfRun(NamedValues checkout) {
        return isOwn(checkout) && SAME_COMMIT.contains(text(checkout, "ref"));
    }

    /** Whether a checkout is of the repository itself. */
    static boolean isOwn(NamedValues checkout) {
        return OWN.contains(text(checkout, "repository"));
    }

    static String text(NamedValues with, String name) {
        return with.text(name).orElse("").replace(" ", "");
    }

    /** The innermost of them that a path of the workspace lies in; the empty text is the workspace itself. */
    private String around(String path) {
        if (!folders.isEmpty()) {
            for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
                String folder = path.substring(0, end);
                if (folders.contains(folder)) {
                    return folder;
                }
            }
        }
        return "";
    }

    /** A reference, with the folder that a local action lies in. */
    UsesReference place(UsesReference reference) {
        Optional<String> path =
                reference.uses() instanceof Uses.Local ? LocalPath.of(reference.uses()) : Optional.empty();
        String folder = path.isPresent() ? around(path.get()) : "";
        return folder.isEmpty()
                ? reference
                : new UsesReference(
                        reference.key(),
                        reference.scalar(),
                        new Uses.Local(((Uses.Local) reference.uses()).path(), folder));
    }

    /** The path in the repository of what stands at a path of the workspace. */
    public String inRepository(String path) {
        String folder = around(path);
        return folder.isEmpty() ? path : path.substring(Math.min(path.length(), folder.length() + 1));
    }
}
