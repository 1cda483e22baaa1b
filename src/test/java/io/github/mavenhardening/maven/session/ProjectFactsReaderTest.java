package io.github.mavenhardening.maven.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.insights.ProjectFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Developer;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Repository;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFactsReaderTest {

    @TempDir
    Path root;

    /** The effective model has what the parent says, whoever said it. */
    private ProjectFacts facts(Consumer<Model> own, Path parentPom) {
        Model said = new Model();
        said.setUrl("https://parent.example.org/");
        said.addLicense(license("Apache-2.0"));
        for (int i = 0; i < 17; i++) {
            said.addDeveloper(developer("Developer " + i));
        }
        said.setScm(scm("https://github.com/foundation/parent"));
        MavenProject parent = project(said, said, parentPom);

        Model written = new Model();
        own.accept(written);
        Model effective = said.clone();
        own.accept(effective);
        MavenProject project = project(written, effective, root.resolve("pom.xml"));
        project.setParent(parent);

        MavenSession session = Sessions.of(root);
        session.setProjects(List.of(project));
        return ProjectFactsReader.of(session, root).orElseThrow();
    }

    @Test
    void takesRepositoriesAsTheEffectiveModelHasThem() {
        ProjectFacts facts = facts(
                own -> {
                    own.addRepository(repository("https://repo.example.org/one"));
                    own.addPluginRepository(repository("https://repo.example.org/one"));
                    own.addPluginRepository(repository("https://repo.example.org/two"));
                    own.addPluginRepository(new Repository());
                },
                null);
        assertThat(facts.repositories())
                .containsExactly("https://repo.example.org/one", "https://repo.example.org/two");
    }

    private static Repository repository(String url) {
        Repository repository = new Repository();
        repository.setUrl(url);
        return repository;
    }

    private static MavenProject project(Model written, Model effective, Path pom) {
        MavenProject project = new MavenProject(effective);
        project.setOriginalModel(written);
        project.setFile(pom == null ? null : pom.toFile());
        return project;
    }

    private static License license(String name) {
        License license = new License();
        license.setName(name);
        return license;
    }

    private static Developer developer(String name) {
        Developer developer = new Developer();
        developer.setName(name);
        return developer;
    }

    private static Scm scm(String url) {
        Scm scm = new Scm();
        scm.setUrl(url);
        scm.setConnection("scm:git:" + url);
        scm.setDeveloperConnection("scm:git:" + url);
        return scm;
    }

    private static void isEmpty(ProjectFacts facts) {
        assertThat(facts.developers()).isEmpty();
        assertThat(facts.licenses()).isEmpty();
        assertThat(facts.scm()).isEmpty();
        assertThat(facts.scmConnections()).isEmpty();
        assertThat(facts.url()).isEmpty();
    }

    @Test
    void takesNothingFromAParentElsewhere() {
        isEmpty(facts(model -> {}, null));
        isEmpty(facts(model -> {}, root.resolveSibling("parent/pom.xml")));
        isEmpty(facts(model -> {}, root.resolve(".m2/repository/org/example/parent/1/parent-1.pom")));
    }

    @Test
    void takesWhatAParentInTheRepositorySays() {
        ProjectFacts facts = facts(model -> {}, root.resolve("parent/pom.xml"));
        assertThat(facts.developers()).hasSize(17);
        assertThat(facts.licenses()).hasSize(1);
        assertThat(facts.scm()).contains("https://github.com/foundation/parent");
        assertThat(facts.url()).contains("https://parent.example.org/");
    }

    @Test
    void takesEachThingThatThePomItselfSays() {
        assertThat(facts(model -> model.setUrl("https://own.example.org/"), null)
                        .url())
                .contains("https://own.example.org/");
        ProjectFacts licensed = facts(model -> model.setLicenses(List.of(license("MIT"))), null);
        assertThat(licensed.licenses())
                .extracting(it -> it.name().orElseThrow())
                .containsExactly("MIT");
        assertThat(licensed.developers()).isEmpty();
        ProjectFacts placed = facts(model -> model.setScm(scm("https://github.com/o/r")), null);
        assertThat(placed.scm()).contains("https://github.com/o/r");
        assertThat(placed.licenses()).isEmpty();
    }

    /** A model inherits each element of {@code <scm>} by itself. */
    @Test
    void takesOfTheScmWhatThePomItselfSays() {
        ProjectFacts facts = facts(
                model -> {
                    Scm scm = scm("https://github.com/foundation/parent");
                    if (model.getScm() == null) {
                        scm.setConnection(null);
                        scm.setDeveloperConnection(null);
                    }
                    scm.setUrl("https://github.com/o/r");
                    model.setScm(scm);
                },
                null);
        assertThat(facts.scm()).contains("https://github.com/o/r");
        assertThat(facts.scmConnections()).isEmpty();
    }
}
