package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.maven.inventory.SeenArtifacts;
import io.github.mavenhardening.maven.session.Sessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeBuildTest {

    private static final String LOCK = "io.github.mavenhardening:hardening-maven-plugin:1.0:lock";

    @TempDir
    Path root;

    private MavenSession session(boolean recorded, String goals, String... user) {
        MavenSession session = Sessions.of(root, user);
        session.getRequest().setGoals(List.of(goals.split(" ", -1)));
        MavenProject project = new MavenProject();
        project.setFile(Sessions.write(root.resolve("pom.xml"), "<project/>").toFile());
        session.setProjects(List.of(project));
        session.setAllProjects(List.of(project));
        if (recorded) {
            SeenArtifacts.begin(session.getRepositorySession());
        }
        // Maven 4 asks the listener of a plugin that it has loaded for a goal.
        SeenArtifacts.add(session.getRepositorySession(), Coordinates.pom("org.example", "a", "1"));
        return session;
    }

    private List<String> gaps(MavenSession session) {
        return WholeBuild.gaps(session, root);
    }

    /** A second reactor that the root's POM does not lead to, and a part of it. */
    @Test
    void aSecondReactorIsWholeByItself() {
        MavenSession session = session(true, "clean verify hardening:lock");
        for (String pom : List.of("tools/pom.xml", "tools/t/pom.xml")) {
            MavenProject project = new MavenProject();
            project.setFile(Sessions.write(root.resolve(pom), "<project/>").toFile());
            project.setExecutionRoot(true);
            session.setProjects(List.of(project));
            session.setAllProjects(List.of(project));
            assertThat(gaps(session)).as(pom).hasSize(pom.startsWith("tools/t/") ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify hardening:lock",
                "clean verify hardening:lock",
                "install " + LOCK,
                "deploy hardening:lock",
                "verify site hardening:lock"
            })
    void aBuildThroughVerifyThatWasListenedToIsWhole(String goals) {
        assertThat(gaps(session(true, goals))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hardening:lock",
                "test hardening:lock",
                "package " + LOCK,
                "site hardening:lock",
                "hardening:lock verify",
                "verify"
            })
    void aBuildThatDidNotReachVerifyBeforeIsNot(String goals) {
        assertThat(gaps(session(true, goals)))
                .singleElement()
                .asString()
                .startsWith("it did not go through 'verify' before");
    }

    @Test
    void aBuildThatNobodyListenedToIsNot() {
        assertThat(gaps(session(false, "verify hardening:lock")))
                .singleElement()
                .asString()
                .startsWith("nobody noted what goals resolve while they run, as the plugin is not declared with"
                        + " <extensions>true</extensions>");
    }

    @ParameterizedTest
    @CsvSource({"skipTests, true", "maven.test.skip, ''", "checkstyle.skip, TRUE", "skipITs, true", "protoc.skip, true"
    })
    void aBuildThatSkipsGoalsIsNot(String name, String value) {
        assertThat(gaps(session(true, "verify hardening:lock", name, value)))
                .containsExactly("it skips goals (" + name + ")");
    }

    @Test
    void aSwitchThatIsOffSkipsNothing() {
        assertThat(gaps(session(true, "verify hardening:lock", "skipTests", "false", "tests", "true")))
                .isEmpty();
    }

    @Test
    void whatSkipsTheBuildCacheSkipsNoGoal() {
        assertThat(gaps(session(true, "verify hardening:lock", "maven.build.cache.skipCache", "true")))
                .isEmpty();
    }

    @Test
    void aBuildOfAPartOrOneThatFailedIsNot() {
        MavenSession part = session(true, "verify hardening:lock");
        part.setAllProjects(List.of(part.getProjects().get(0), new MavenProject()));
        part.getResult().addException(new IllegalStateException("a test failed"));

        assertThat(gaps(part)).hasSize(2).last().isEqualTo("it failed before");
        assertThat(gaps(part).get(0)).startsWith("it is not of the whole reactor");
    }

    @Test
    void namesEverythingThatIsMissing() {
        assertThat(gaps(session(false, "package hardening:lock", "skipTests", "true")))
                .hasSize(2);
    }

    @Test
    void aBuildThatCouldNotDownloadSomethingIsNot() {
        assertThat(WholeBuild.gaps(inventory("no repository has it: central was asked", Certainty.USED), false))
                .isEmpty();
        assertThat(WholeBuild.gaps(inventory("its POM does not say which version it is", Certainty.USED), false))
                .isEmpty();
        assertThat(WholeBuild.gaps(
                        inventory(Unresolved.NOT_DOWNLOADED + ": central answered 503", Certainty.ELSEWHERE), false))
                .containsExactly("it could not download org.example:a:jar:1, and what else these need is not known");
    }

    @Test
    void aBuildThatIsOfflineAndLacksSomethingIsNot() {
        assertThat(WholeBuild.gaps(inventory("no repository has it", Certainty.ELSEWHERE), true))
                .containsExactly(
                        "Maven is offline and lacks org.example:a:jar:1, and what else these need is not known");
        assertThat(WholeBuild.gaps(Inventory.of(List.of(), List.of()), true)).isEmpty();
    }

    private static Inventory inventory(String reason, Certainty certainty) {
        return Inventory.of(
                new ArrayList<>(), List.of(new Unresolved("org.example:a:jar:1", reason, List.of("app"), certainty)));
    }
}
