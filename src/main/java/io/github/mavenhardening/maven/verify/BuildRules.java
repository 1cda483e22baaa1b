package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.BuildFilesReader;
import io.github.mavenhardening.core.run.BackgroundTask;
import io.github.mavenhardening.core.run.DependencyAudit;
import io.github.mavenhardening.maven.session.MavenFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;

/** The checks of the build's own files, run once a session while artifacts are enumerated. */
final class BuildRules {

    private record Looked(BuildDescription description, List<Finding> findings, List<String> gaps) {}

    private final BackgroundTask<Looked> looking;

    private BuildRules(BackgroundTask<Looked> looking) {
        this.looking = looking;
    }

    /**
     * Begins with them.
     *
     * @param installing the plugins of which the lock has what they install
     */
    static BuildRules begin(
            MavenSession session, Path root, Supplier<Set<String>> installing, CheckContext context, Checks checks) {
        BuildFacts facts = BuildFactsReader.of(session, root);
        List<String> poms = BuildFactsReader.pomsOf(session, root);
        List<MavenFolder> folders = MavenFolders.of(session, root);
        return new BuildRules(BackgroundTask.start("hardening-build-files", () -> {
            BuildFiles files = BuildFilesReader.read(context.repository(), poms, folders);
            BuildDescription description =
                    new BuildDescription(files, facts, List.of(), new Origins(), installing.get());
            List<Finding> findings = DependencyAudit.rules(description, context, checks);
            return new Looked(description, findings, context.gaps());
        }));
    }

    BuildDescription description() {
        return looking.join().description();
    }

    /** What the checks found; throws what one of them threw. */
    List<Finding> findings() {
        return looking.join().findings();
    }

    /** What they could not look at, sorted. */
    List<String> gaps() {
        return looking.join().gaps();
    }
}
