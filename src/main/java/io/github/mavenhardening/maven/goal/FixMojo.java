package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.fix.FixRun;
import io.github.mavenhardening.core.fix.FixedFiles;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.maven.session.SessionState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fixes findings that carry a fix. Prints the changes as a unified diff, and writes them with
 * <code>-Dhardening.apply</code>. Each fix is tried first: it is made only where what it fixes is gone afterwards and nothing
 * new is found. Everything outside the edits stays byte for byte.
 */
@Mojo(name = "fix", requiresProject = false, aggregator = true, threadSafe = true)
public final class FixMojo extends RepositoryMojo {

    private static final int SHOWN = 20;

    /** Whether to write the changes; if not, they are only printed. */
    @Parameter(property = "hardening.apply", defaultValue = "false")
    private boolean apply;

    /** Whether to make fixes, too, after which a workflow may behave differently: a person should read them. */
    @Parameter(property = "hardening.unsafe", defaultValue = "false")
    private boolean unsafe;

    /** The ids of the checks whose findings to fix. Else those of all checks. */
    @Parameter(property = "hardening.check")
    private List<String> check;

    @Override
    void execute(Path folder, SessionState state) throws IOException, MojoExecutionException {
        Checks checks = LoadedChecks.get();
        for (String id : chosen()) {
            PolicyParameters.named(id, "hardening.check", checks);
        }
        Repository repository = repository(folder, state);
        FixRun.Outcome outcome =
                new FixRun(repository, seen -> counting(hardening(seen, state, checks)), this::isWanted).run();
        FixedFiles files = FixedFiles.of(folder, repository, outcome.texts());
        files.diff().lines().forEach(line -> getLog().info(Sanitizer.wholeLine(line)));
        if (apply) {
            files.write();
        }
        conclude(outcome);
    }

    private List<String> chosen() {
        return check == null ? List.of() : check;
    }

    private boolean isWanted(Finding finding) {
        boolean asked = chosen().isEmpty() || chosen().contains(finding.checkId());
        return asked && (unsafe || finding.fix().orElseThrow().safe());
    }

    private static List<Finding> counting(Hardening hardening) {
        return hardening.judge(List.of(hardening.audit(new WorkflowAudit()))).counting().stream()
                .map(EvaluatedFinding::finding)
                .toList();
    }

    private void conclude(FixRun.Outcome outcome) {
        outcome.left().entrySet().stream()
                .limit(SHOWN)
                .forEach(left -> getLog().warn(
                                Sanitizer.line(left.getKey().primary().path() + ":"
                                        + left.getKey().primary().line() + " ["
                                        + left.getKey().checkId() + "] is not fixed: "
                                        + left.getValue())));
        int fixed = outcome.fixed().size();
        if (fixed == 0) {
            getLog().info("No finding has a fix that can be made"
                    + (unsafe ? "" : " safely; -Dhardening.unsafe makes others, too"));
        } else if (apply) {
            getLog().info("Fixed " + Count.of(fixed, "findings") + " in "
                    + Count.of(outcome.texts().size(), "files"));
        } else {
            getLog().info("-Dhardening.apply makes these changes: " + Count.of(fixed, "findings") + " in "
                    + Count.of(outcome.texts().size(), "files"));
        }
    }
}
