package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.maven.session.Sessions;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactUsesTest {

    @TempDir
    Path folder;

    private LocalRepositories repositories;
    private OwnModules own;

    @BeforeEach
    void layOut() {
        repositories = new LocalRepositories(List.of(folder), List.of());
        MavenSession session = Sessions.of(folder);
        session.setProjects(List.of());
        session.setAllProjects(List.of());
        own = new OwnModules(session, folder.resolve("checkout"), new RawPoms());
    }

    private Coordinates jar(String artifactId) {
        Coordinates jar = new Coordinates("org.example", artifactId, "1", "1", "", "jar");
        Sessions.write(folder.resolve(jar.layoutPath()), artifactId);
        return jar;
    }

    private boolean ofPlugin(ArtifactUses uses, String artifactId) {
        return uses.toInventory().artifacts().get(jar(artifactId).layoutPath()).ofPlugin();
    }

    @Test
    void knowsWhatIsUsedByPlugins() {
        ArtifactUses project = new ArtifactUses(new FoundFiles(repositories), own);
        project.add(jar("a"), UsagePath.of("org.example:app:1"), Certainty.USED);
        project.add(jar("both"), UsagePath.of("org.example:app:1"), Certainty.USED);
        ArtifactUses plugin = new ArtifactUses(new FoundFiles(repositories), own, true);
        plugin.add(jar("p-maven-plugin"), UsagePath.NONE, Certainty.USED);
        plugin.add(jar("both"), UsagePath.of("org.example:p-maven-plugin:1"), Certainty.USED);
        ArtifactUses further = plugin.fresh();
        further.add(jar("q"), UsagePath.of("org.example:p-maven-plugin:1"), Certainty.USED);
        plugin.addAll(further, List.of());

        project.addAll(plugin, List.of("org.example:app:1"));

        assertThat(ofPlugin(project, "a")).isFalse();
        assertThat(ofPlugin(project, "p-maven-plugin")).isTrue();
        assertThat(ofPlugin(project, "q")).isTrue();
        assertThat(ofPlugin(project, "both")).as("what is a dependency as well").isFalse();
    }

    /** What a guess may bring, where its own POM is not whole. */
    private List<String> doubts(boolean download) {
        ArtifactUses uses = new ArtifactUses(new FoundFiles(repositories), own);
        UsagePath plugin = UsagePath.of("org.example:p-maven-plugin:1");
        uses.unresolved("org.example:bundle:jar:1", Unresolved.UNDESCRIBED, plugin, Certainty.USED);
        uses.unresolved("org.example:no-such:jar:1", Unresolved.MISSING, plugin, Certainty.USED);
        uses.unresolved("org.example:deep:jar:1", "its dependencies cannot be collected", plugin, Certainty.USED);
        return uses.guessed(download).toInventory().unresolved().stream()
                .map(one -> one.subject() + " " + one.certainty())
                .toList();
    }

    @Test
    void doubtsAGuessWhoseDependenciesMayBeHere() {
        assertThat(doubts(true))
                .containsExactlyInAnyOrder("org.example:bundle:jar:1 POSSIBLE", "org.example:deep:jar:1 POSSIBLE");
        // Silent of the bundle: a build that had read its POM would have left the whole of it on this disk.
        assertThat(doubts(false)).containsExactly("org.example:deep:jar:1 POSSIBLE");
    }

    /** The uses of a build of one module, with another beside it that it left out, as {@code -pl} does. */
    private ArtifactUses partialBuild() {
        MavenSession session = Sessions.of(folder);
        MavenProject app = module("app");
        session.setProjects(List.of(app));
        session.setAllProjects(List.of(app, module("lib")));
        return new ArtifactUses(
                new FoundFiles(repositories), new OwnModules(session, folder.resolve("checkout"), new RawPoms()));
    }

    private MavenProject module(String artifactId) {
        Model model = new Model();
        model.setGroupId("org.example");
        model.setArtifactId(artifactId);
        model.setVersion("1");
        MavenProject module = new MavenProject(model);
        module.setFile(folder.resolve("checkout")
                .resolve(artifactId)
                .resolve("pom.xml")
                .toFile());
        return module;
    }

    private void note(Coordinates jar, String repository) {
        Path file = folder.resolve(jar.layoutPath());
        Sessions.write(file.resolveSibling("_remote.repositories"), file.getFileName() + ">" + repository + "=\n");
    }

    @Test
    void leavesOutWhatAnEarlierBuildOfAModuleInstalled() {
        Coordinates lib = jar("lib");
        note(lib, "");
        ArtifactUses uses = partialBuild();

        assertThat(uses.add(lib, UsagePath.of("org.example:app:1"), Certainty.USED))
                .isEmpty();
        assertThat(uses.toInventory().artifacts()).isEmpty();
    }

    /** As {@code mvn -f build-tools install} does before the root's build; the root may have no POM at all. */
    @Test
    void leavesOutWhatAnotherBuildOfTheCheckoutInstalled() {
        String pom =
                "<project><groupId>org.example</groupId><artifactId>%s</artifactId><version>1</version>%s</project>";
        Path checkout = folder.resolve("checkout");
        Sessions.write(
                checkout.resolve("tools/pom.xml"), pom.formatted("tools", "<modules><module>t</module></modules>"));
        Sessions.write(checkout.resolve("tools/t/pom.xml"), pom.formatted("t", ""));
        Sessions.write(checkout.resolve("a/src/it/x/pom.xml"), pom.formatted("ofATest", ""));
        for (String installed : List.of("tools", "t", "ofATest", "foreign")) {
            note(jar(installed), "");
        }
        ArtifactUses uses = partialBuild();
        for (String installed : List.of("tools", "t", "ofATest", "foreign")) {
            uses.add(jar(installed), UsagePath.of("org.example:app:1"), Certainty.USED);
        }
        assertThat(uses.toInventory().artifacts())
                .containsOnlyKeys(jar("ofATest").layoutPath(), jar("foreign").layoutPath());

        // What a repository brought is locked: who publishes from this checkout may use it from there.
        note(jar("tools"), "central");
        ArtifactUses downloaded = partialBuild();
        downloaded.add(jar("tools"), UsagePath.of("org.example:app:1"), Certainty.USED);
        assertThat(downloaded
                        .toInventory()
                        .artifacts()
                        .get(jar("tools").layoutPath())
                        .usedBy())
                .containsExactly("org.example:app:1");
    }

    @Test
    void takesADownloadUnderTheNameOfALeftOutModuleForSomebodyElsesFile() {
        for (String repository : List.of("central", "other")) {
            Coordinates lib = jar("lib");
            note(lib, repository);
            ArtifactUses uses = partialBuild();

            uses.add(lib, UsagePath.of("org.example:app:1"), Certainty.USED);

            assertThat(uses.toInventory().artifacts().get(lib.layoutPath()).usedBy())
                    .containsExactly("org.example:app:1", UsedArtifact.IN_PLACE_OF_A_MODULE);
        }
    }

    @Test
    void takesAFileOfUnknownOriginForSomebodyElses() {
        ArtifactUses uses = partialBuild();

        uses.add(jar("lib"), UsagePath.of("org.example:app:1"), Certainty.USED);

        assertThat(uses.toInventory().artifacts()).containsOnlyKeys(jar("lib").layoutPath());
    }

    @Test
    void goesByWhatWasResolvedForAModuleThatTheBuildMakes() {
        Coordinates app = jar("app");
        note(app, "central");
        ArtifactUses uses = partialBuild();

        assertThat(uses.add(app, UsagePath.of("org.example:app:1"), Certainty.USED))
                .isEmpty();
        uses.addSeen(app, UsagePath.of("org.example:app:1"));

        assertThat(uses.toInventory().artifacts().get(app.layoutPath()).usedBy())
                .contains(UsedArtifact.IN_PLACE_OF_A_MODULE);
    }
}
