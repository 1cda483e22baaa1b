package io.github.mavenhardening.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.policy.Release;
import io.github.mavenhardening.maven.inventory.SeenArtifacts;
import io.github.mavenhardening.maven.session.Prefix;
import io.github.mavenhardening.maven.session.Sessions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockGuardTest {

    @TempDir
    Path folder;

    private GuardedBuild build;

    @BeforeEach
    void layOut() {
        build = new GuardedBuild(folder);
    }

    private static LoadGate gateOf(MavenSession session) throws Exception {
        GuardedBuild.guard(session);
        return LoadGate.of(session.getRepositorySession()).orElse(null);
    }

    @Test
    void letsABuildGoOnWhoseFilesAreWhatWasLocked() throws Exception {
        Path file = build.has(GuardedBuild.PATH, "abc");
        MavenSession session = build.session();

        LoadGate gate = gateOf(session);

        assertThat(SeenArtifacts.wereRecorded(session.getRepositorySession())).isTrue();
        assertThat(gate.objection(GuardedBuild.artifact(file), session.getRepositorySession()))
                .isEmpty();
        Files.writeString(file, "abd");
        assertThat(gate.objection(GuardedBuild.artifact(file), session.getRepositorySession()))
                .as("a file that is changed later")
                .isPresent();
    }

    @Test
    void stopsABuildWithOtherBytesOnTheDisk() {
        build.has(GuardedBuild.PATH, "abd");
        MavenSession session = build.session();

        assertThatThrownBy(() -> GuardedBuild.guard(session))
                .isInstanceOf(MavenExecutionException.class)
                .hasMessageStartingWith(
                        "The build was stopped before any goal ran: 1 file differs from the lock\n  org.example:lib:jar:1.0")
                .hasMessageContaining("expected SHA-256 " + GuardedBuild.OF_ABC)
                .hasMessageNotContaining(" more");
        assertThat(LoadGate.of(session.getRepositorySession())).isEmpty();
    }

    /** No goal says the version before any ran; where the classes do not say it either, there is the prefix. */
    @Test
    void namesTheGoalThatAcceptsAFileAsItIsRunThere() {
        build.has(GuardedBuild.PATH, "abd");
        MavenSession session = build.session();
        String goal = Prefix.commands(session).of("lock");

        assertThatThrownBy(() -> GuardedBuild.guard(session)).hasMessageContaining("'" + goal + " -Dhardening.accept=");
        assertThat(goal)
                .isEqualTo(Release.running()
                        .map(version -> "mvn io.github.mavenhardening:hardening-maven-plugin:" + version + ":lock")
                        .orElse("mvn hardening:lock"));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, ''", "20, 20, ''", "21, 20, '\n  and 1 more'", "25, 20, '\n  and 5 more'"})
    void showsAScreenOfThem(int files, int shown, String end) {
        Map<String, String> hashes = new HashMap<>();
        for (int i = 0; i < files; i++) {
            String path = "org/example/lib" + i + "/1.0/lib" + i + "-1.0.jar";
            hashes.put(path, GuardedBuild.OF_ABC);
            build.has(path, "abd");
        }
        build.lock(hashes);

        assertThatThrownBy(() -> GuardedBuild.guard(build.session()))
                .isInstanceOf(MavenExecutionException.class)
                .hasMessageContaining(": " + files + " files differ from the lock\n")
                .satisfies(e -> {
                    List<String> lines = e.getMessage().lines().toList();
                    assertThat(lines)
                            .filteredOn(line -> line.startsWith("  org.example:lib"))
                            .hasSize(shown);
                    assertThat(e.getMessage().endsWith(end)).isTrue();
                    assertThat(e.getMessage().contains("\n  and ")).isEqualTo(!end.isEmpty());
                });
    }

    /** Who only wants a report gets one: neither is the build stopped, nor is a file refused later. */
    @Test
    void onlyWarnsWhereAViolationDoesNotFail() throws Exception {
        build.has(GuardedBuild.PATH, "abd");
        assertThat(gateOf(build.session("hardening.failOnViolation", "false"))).isNull();
        build.has(GuardedBuild.PATH, "abc");
        assertThat(gateOf(build.session("hardening.failOnViolation", "false"))).isNull();
        assertThat(gateOf(build.session("hardening.failOnViolation", "true"))).isNotNull();
    }

    @Test
    void looksAtNothingWhereItIsSkipped() {
        build.has(GuardedBuild.PATH, "abd");

        for (String value : List.of("true", "TRUE")) {
            MavenSession session = build.session("hardening.skip", value);
            assertThatCode(() -> assertThat(gateOf(session)).isNull()).doesNotThrowAnyException();
        }
        // No goal takes one of these for true.
        for (String value : List.of("false", "", "yes")) {
            assertThatThrownBy(() -> GuardedBuild.guard(build.session("hardening.skip", value)))
                    .isInstanceOf(MavenExecutionException.class);
        }
    }

    @Test
    void readsWhatTheSystemPropertiesSay() {
        build.has(GuardedBuild.PATH, "abd");
        MavenSession session = build.session();
        session.getSystemProperties().setProperty("hardening.skip", "true");

        assertThatCode(() -> GuardedBuild.guard(session)).doesNotThrowAnyException();
    }

    @Test
    void standsNotInTheWayOfANewLock() throws Exception {
        build.has(GuardedBuild.PATH, "abd");
        MavenSession session = build.session();
        session.getRequest().setGoals(List.of("verify", "hardening:lock"));

        assertThat(gateOf(session)).isNull();
    }

    @Test
    void refusesWhatIsNotLockedWhereItIsStrict() throws Exception {
        build.has(GuardedBuild.PATH, "abc");
        Path other = build.has("org/example/other/1.0/other-1.0.jar", "x");

        for (String value : List.of("true", "false")) {
            MavenSession session = build.session("hardening.strict", value);
            assertThat(gateOf(session)
                            .objection(
                                    new DefaultArtifact("org.example:other:1.0").setFile(other.toFile()),
                                    session.getRepositorySession())
                            .isPresent())
                    .isEqualTo(value.equals("true"));
        }
    }

    @Test
    void takesTheLockOfTheRootThatTheCommandLineNames() {
        GuardedBuild elsewhere = new GuardedBuild(folder.resolve("elsewhere"));
        build.lock(Map.of());
        build.has(GuardedBuild.PATH, "abd");

        assertThatThrownBy(() -> GuardedBuild.guard(
                        build.session("hardening.root", elsewhere.root().toString())))
                .isInstanceOf(MavenExecutionException.class);
        assertThatCode(() -> GuardedBuild.guard(build.session())).doesNotThrowAnyException();
    }

    @Test
    void refusesARootThatIsNoFolder() {
        assertThatThrownBy(() -> GuardedBuild.guard(build.session("hardening.root", "nowhere")))
                .isInstanceOf(MavenExecutionException.class)
                .hasMessageContaining("hardening.root: There is no folder 'nowhere'");
    }

    @Test
    void hasNothingToHoldWithoutALock() throws Exception {
        GuardedBuild unlocked = new GuardedBuild(folder.resolve("unlocked"));
        Files.delete(unlocked.root().resolve(".mvn/checksums/checksums.sha256"));
        Sessions.write(unlocked.root().resolve("pom.xml"), "<project/>");

        assertThat(gateOf(unlocked.session())).isNull();
    }
}
