package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.List;

/** Releases that somebody has to publish by hand: drafts. */
public final class Drafts {

    private Drafts() {}

    /** Whether all that a job puts out are files of drafts that it makes itself. */
    public static boolean areAll(List<Release> releases, List<ReachedStep> steps) {
        for (Release release : releases) {
            boolean isDraft = release.text().equals("actions/upload-release-asset")
                    ? areMade(steps)
                    : isOne(release.step().step())
                            || (release.command().isPresent()
                                    && isOne(release.command().get()));
            if (!isDraft) {
                return false;
            }
        }
        return !releases.isEmpty();
    }

    /** Whether the releases that a job makes are all drafts, and it makes one. */
    private static boolean areMade(List<ReachedStep> steps) {
        boolean isMade = false;
        for (ReachedStep reached : steps) {
            if (reached.step().usesAction("actions/create-release")) {
                if (!isOne(reached.step())) {
                    return false;
                }
                isMade = true;
            }
        }
        return isMade;
    }

    /** Whether an action leaves a release a draft. */
    static boolean isOne(Step step) {
        return step.input("draft").isPresent()
                && step.input("draft").get().value().strip().equals("true");
    }

    private static boolean isOne(ShellCommand command) {
        return command.name().equals("gh")
                && command.operand(1).equals("create")
                && (command.hasOption("--draft") || command.has("-d"));
    }
}
