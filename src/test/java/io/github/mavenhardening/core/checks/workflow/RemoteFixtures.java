package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.source.LoopbackGit;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;

/** Repositories of others, as a forge serves them. */
final class RemoteFixtures {

    private RemoteFixtures() {}

    /** A repository with an action of that text, tagged; its commit. */
    static String action(Path forge, String slug, String tag, String text) throws Exception {
        try (Git git = LoopbackGit.repository(forge, slug)) {
            git.getRepository().getConfig().setBoolean("uploadpack", null, "allowFilter", true);
            git.getRepository().getConfig().setBoolean("uploadpack", null, "allowAnySHA1InWant", true);
            git.getRepository().getConfig().save();
            String commit = LoopbackGit.commit(git, "action.yml", text);
            LoopbackGit.tag(git, tag, false);
            return commit;
        }
    }

    /** The text of a composite action that uses that. */
    static String composite(String uses) {
        return "runs:\n  using: composite\n  steps:\n    - uses: " + uses + "\n";
    }

    /** A commit in the object store of a repository, as those of forks are, and of no branch or tag. */
    static String impostor(Path forge, String slug) throws Exception {
        try (Git git = Git.open(forge.resolve(slug).toFile())) {
            git.checkout().setOrphan(true).setName("fork").call();
            String commit = LoopbackGit.commit(git, "README.md", "Of a fork");
            git.checkout().setName("main").setForced(true).call();
            git.branchDelete().setBranchNames("fork").setForce(true).call();
            return commit;
        }
    }
}
