package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomHierarchyTest {

    @TempDir
    Path repository;

    private final RawPoms poms = new RawPoms();

    private void pom(String artifactId, String content) throws IOException {
        Path pom = repository.resolve(
                Coordinates.pom("org.example", artifactId, "1").layoutPath());
        Files.createDirectories(pom.getParent());
        Files.writeString(pom, "<project>" + content + "</project>");
    }

    private static String parent(String artifactId) {
        return "<parent><groupId>org.example</groupId><artifactId>" + artifactId
                + "</artifactId><version>1</version></parent>";
    }

    private static String bom(String version, String scope) {
        return "<dependencyManagement><dependencies><dependency><groupId>org.example</groupId><artifactId>bom</artifactId>"
                + "<version>" + version + "</version><type>pom</type><scope>" + scope
                + "</scope></dependency></dependencies></dependencyManagement>";
    }

    @SuppressWarnings("deprecation") // There is no other way to make a session.
    private ArtifactUses uses() {
        MavenSession session =
                new MavenSession(null, null, new DefaultMavenExecutionRequest(), new DefaultMavenExecutionResult());
        session.setProjects(List.of());
        session.setAllProjects(List.of());
        return new ArtifactUses(
                new FoundFiles(new LocalRepositories(List.of(repository), List.of())),
                new OwnModules(session, repository.resolve("checkout"), poms));
    }

    private Inventory follow(Certainty certainty) throws IOException {
        ArtifactUses uses = uses();
        new PomHierarchy(poms, uses).follow(Coordinates.pom("org.example", "a", "1"), UsagePath.of("app"), certainty);
        return uses.toInventory();
    }

    /** The project's own POM imports it; the one that {@code flatten:flatten} puts in its place does not. */
    @Test
    void followsWhatAFlattenedProjectImports() throws IOException {
        pom("bom", "");
        Path own = Files.writeString(repository.resolve("pom.xml"), "<project>" + bom("1", "import") + "</project>");
        MavenProject project = new MavenProject();
        project.setFile(own.toFile());
        project.getModel().setPomFile(own.toFile());
        project.setPomFile(repository.resolve(".flattened-pom.xml").toFile());
        project.setOriginalModel(new Model());
        ArtifactUses uses = uses();

        ProjectUses.addHierarchy(project, UsagePath.of("app"), poms, uses);

        assertThat(uses.toInventory().artifacts()).containsOnlyKeys("org/example/bom/1/bom-1.pom");
    }

    private static List<String> problems(Inventory inventory) {
        return inventory.unresolved().stream()
                .map(unresolved -> unresolved.certainty() + " " + unresolved.subject() + ": " + unresolved.reason())
                .toList();
    }

    @Test
    void followsParentsAndImports() throws IOException {
        pom("a", parent("b"));
        pom("b", "<properties><v>1</v><s>import</s></properties>" + bom("${v}", "${s}"));
        pom("bom", "");

        Inventory inventory = follow(Certainty.USED);

        assertThat(inventory.artifacts().keySet())
                .containsExactly("org/example/a/1/a-1.pom", "org/example/b/1/b-1.pom", "org/example/bom/1/bom-1.pom");
        assertThat(inventory.unresolved()).isEmpty();
    }

    @Test
    void takesTheNearestValueOfAnExpression() throws IOException {
        pom("a", parent("b") + "<properties><v>1</v><kind>im</kind></properties>");
        pom("b", parent("c") + "<properties><v>2</v></properties>");
        pom("c", bom("${v}", " ${kind}port "));
        pom("bom", "");

        assertThat(follow(Certainty.USED).artifacts().keySet()).contains("org/example/bom/1/bom-1.pom");
    }

    @Test
    void followsWhatAPomImportsThatAParentsValueNames() throws IOException {
        pom("a", parent("b") + bom("${v}", "import"));
        pom("b", parent("c"));
        pom("c", "<properties><v>1</v></properties>");
        pom("bom", "");

        assertThat(follow(Certainty.USED).artifacts().keySet()).contains("org/example/bom/1/bom-1.pom");
    }

    @Test
    void saysWhatItCouldNotFollow() throws IOException {
        pom("a", parent("b"));
        pom("b", "<!--" + " ".repeat(9_000_000) + "-->");
        assertThat(problems(follow(Certainty.USED)))
                .containsExactly(
                        "USED org.example:b:1: the parents and imports of its POM are not known: it is larger than 8388608 bytes");
        assertThat(problems(follow(Certainty.POSSIBLE)))
                .singleElement()
                .asString()
                .startsWith("POSSIBLE org.example:b");
    }

    @Test
    void saysWhichImportItCouldNotResolve() throws IOException {
        pom("a", bom("${unknown}", "import"));

        assertThat(problems(follow(Certainty.USED)))
                .containsExactly(
                        "POSSIBLE org.example:bom:${unknown}: it is imported by expressions whose values are not known");
    }

    @Test
    void saysWhereItStopped() throws IOException {
        for (int i = 0; i < 80; i++) {
            pom(i == 0 ? "a" : "p" + i, i == 79 ? "" : parent("p" + (i + 1)));
        }

        Inventory inventory = follow(Certainty.USED);

        assertThat(inventory.artifacts()).hasSize(64);
        assertThat(inventory.unresolved())
                .singleElement()
                .extracting(Unresolved::reason)
                .isEqualTo("it is a parent beyond the 64 that are followed");
    }

    @Test
    void endsAtAParentThatIsItsOwn() throws IOException {
        pom("a", parent("a"));

        assertThat(follow(Certainty.USED).artifacts()).hasSize(1);
    }
}
