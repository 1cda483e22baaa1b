package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.maven.extension.EndOfBuild;
import io.github.mavenhardening.maven.extension.FailuresAtEnd;
import io.github.mavenhardening.maven.session.SessionState;
import io.github.mavenhardening.maven.session.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeftToEndTest {

    private final List<String> lines = new ArrayList<>();

    @TempDir
    Path root;

    private Result failing(String checkId) throws IOException {
        Hardening hardening = new Hardening(
                new Repository(new Checkout(root), Optional.empty()),
                new Environment(Clock.systemUTC(), Map.of()),
                Checks.load(Check.class.getClassLoader()),
                PolicyLayer.of(Map.of(), Map.of()),
                Optional.empty());
        Finding finding = Finding.of(checkId, Severity.CRITICAL, Location.ofFile("some.file"))
                .message("Something is wrong")
                .remedy("Correct it")
                .build();
        return hardening.judge(List.of(new AuditResult(
                Family.DEPENDENCIES,
                AuditResult.Outcome.CHECKED,
                List.of(finding),
                new TreeMap<>(),
                List.of(),
                List.of())));
    }

    private boolean leave(MavenSession session, Result result) {
        SystemStreamLog log = new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                lines.add("info " + line);
            }

            @Override
            public void warn(CharSequence line) {
                lines.add("warn " + line);
            }
        };
        return new LeftToEnd(session, SessionState.of(session, root, ""), log)
                .leave(new MojoFailureException("failed"), result, new MojoExecution(new Plugin(), "check", "default"));
    }

    private MavenSession session(boolean isExtension, String goals) {
        MavenSession session = Sessions.of(root);
        session.getRequest().setGoals(List.of(goals.split(" ")));
        if (isExtension) {
            new EndOfBuild().afterProjectsRead(session);
        }
        return session;
    }

    @Test
    void leavesAFailureAndSaysSoOnce() throws Exception {
        MavenSession session = session(true, "clean verify");

        assertThat(leave(session, failing("unpinned-uses"))).isTrue();
        assertThat(leave(session, failing("unpinned-uses"))).isTrue();

        assertThat(lines).containsExactly("info The build goes on, and fails at its end (hardening.failAtEnd)");
        assertThat(FailuresAtEnd.of(session)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "false, verify, unpinned-uses, does not have the plugin as an extension",
        "true, clean deploy, unpinned-uses, what 'deploy' publishes",
        "true, verify org.example:central-plugin:1:release, unpinned-uses, central-plugin:1:release' publishes",
        "true, release:perform, unpinned-uses, what 'release:perform' publishes",
        "true, org.apache.maven.plugins:maven-deploy-plugin:deploy-file, unpinned-uses, publishes",
        "true, verify, artifact-mismatch, vouched for is another",
    })
    void failsNowWhereTheEndWouldBeTooLate(boolean isExtension, String goals, String check, String reason)
            throws Exception {
        MavenSession session = session(isExtension, goals);

        assertThat(leave(session, failing(check))).isFalse();

        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("warn The build fails now")
                .contains(reason);
    }
}
