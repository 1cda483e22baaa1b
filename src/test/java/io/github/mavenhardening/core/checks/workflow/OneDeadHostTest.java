package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.source.LoopbackGit;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two hosts, one of which refuses every connection: each check that asks the network judges what the other one tells, and says what
 * it could not check.
 */
class OneDeadHostTest {

    @TempDir
    Path forge;

    static Stream<Check> online() {
        return Checks.load(Check.class.getClassLoader()).all().stream()
                .filter(check -> check.info().online());
    }

    @ParameterizedTest
    @MethodSource("online")
    void keepsNoCheckFromTheOther(Check check) throws Exception {
        RemoteFixtures.action(forge, "o/s", "v1", "runs: {using: node24, main: x.js}\n");
        String commit = RemoteFixtures.action(forge, "live/r", "v1", RemoteFixtures.composite("o/s@v1"));
        try (Git git = Git.open(forge.resolve("live/r").toFile())) {
            LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v9", false);
            git.branchCreate().setName("v9").call();
        }
        String refusing;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refusing = "http://" + closed.getInetAddress().getHostAddress() + ":" + closed.getLocalPort();
        }
        // A reference that each check finds something about, of either host.
        String steps = """
                - uses: HOST/r@COMMIT # v9
                - uses: HOST/r@v9
                - uses: HOST/r@1111111111111111111111111111111111111111
                """.replace("COMMIT", commit);
        String entry = """
                    'HOST/r@v1':
                        ref: 'v1'
                        commit: 'sha1-1111111111111111111111111111111111111111'
                        owner_id: 44
                        repo_id: 9
                """;
        String lock = "version: 'v0.0.3'\nworkflows: {}\ndependencies:\n";
        try (LoopbackGit server = new LoopbackGit(forge)) {
            AuditResult result = MarkedYaml.steps(steps.replace("HOST", "dead") + steps.replace("HOST", "live"))
                    .and(
                            DefinitionKind.LOCK_LOCATION,
                            lock + entry.replace("HOST", "dead") + entry.replace("HOST", "live"))
                    .online(
                            server.address(),
                            address -> address.replace(server.address() + "/dead/", refusing + "/dead/"))
                    .audit(check);

            assertThat(result.findings())
                    .isNotEmpty()
                    .allMatch(finding -> finding.checkId().equals(check.info().id()))
                    .allMatch(finding -> finding.message().contains("live/r"));
            assertThat(result.gaps())
                    .filteredOn(gap -> gap.contains(refusing.substring("http://".length())))
                    .isNotEmpty()
                    .allMatch(gap -> gap.startsWith(check.info().id() + ": "));
        }
    }
}
