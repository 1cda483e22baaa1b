package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.maven.extension.FailuresAtEnd;
import io.github.mavenhardening.maven.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Leaves a failure to the end of the build ({@code hardening.failAtEnd}), unless that would be too late; says which. */
final class LeftToEnd {

    private final MavenSession session;
    private final SessionState state;
    private final Log log;

    LeftToEnd(MavenSession session, SessionState state, Log log) {
        this.session = session;
        this.state = state;
        this.log = log;
    }

    /** Whether the failure is left to the end; if not, the goal has to fail now. */
    boolean leave(MojoFailureException failure, Result result, MojoExecution execution) {
        Optional<FailuresAtEnd> end = FailuresAtEnd.of(session);
        Optional<String> refusal = end.isEmpty()
                ? Optional.of("this build does not have the plugin as an extension (<extensions>true</extensions>)")
                : refusal(result);
        if (refusal.isPresent()) {
            tell(
                    () -> log.warn("The build fails now, and not at its end (hardening.failAtEnd): " + refusal.get()),
                    "now");
            return false;
        }
        end.get().leave(execution.getGoal() + "@" + execution.getExecutionId(), failure);
        tell(() -> log.info("The build goes on, and fails at its end (hardening.failAtEnd)"), "end");
        return true;
    }

    private void tell(Runnable message, String which) {
        if (state.tellOnce(LeftToEnd.class.getName() + " " + which)) {
            message.run();
        }
    }

    private Optional<String> refusal(Result result) {
        if (result.failing().stream().anyMatch(EvaluatedFinding::integrity)) {
            return Optional.of(
                    "a file or setting that was vouched for is another, and may be used by what is built next");
        }
        for (String goal : goals()) {
            String name = goal.toLowerCase(Locale.ROOT);
            if (name.contains("deploy") || name.contains("release")) {
                return Optional.of("what '" + goal + "' publishes could not be taken back");
            }
        }
        return Optional.empty();
    }

    /** What Maven was called with; without that, what the POM names for the case. */
    private List<String> goals() {
        List<String> goals = new ArrayList<>(session.getGoals());
        MavenProject top = session.getTopLevelProject();
        if (goals.isEmpty() && top != null && top.getDefaultGoal() != null) {
            goals.add(top.getDefaultGoal());
        }
        return goals;
    }
}
