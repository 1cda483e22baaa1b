package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.build.ForeignRepository;
import io.github.mavenhardening.core.inventory.LocalRepositories;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignRepositoriesTest {

    private static final Path REPOSITORY = Path.of("repository").toAbsolutePath();
    private static final Path CHECKOUT = Path.of("checkout").toAbsolutePath();
    private static final Path POM = REPOSITORY.resolve("org/example/lib/1.0/lib-1.0.pom");

    private static List<ForeignRepository> named(Path pom, String text) {
        ForeignRepositories repositories = new ForeignRepositories();
        repositories.note(pom, text);
        return repositories.outside(CHECKOUT, new LocalRepositories(List.of(REPOSITORY)));
    }

    @Test
    void readsRepositoriesOfDependenciesAndPlugins() {
        assertThat(named(POM, """
                        <project><repositories><repository><id>a</id><url>https://a.example.org</url></repository></repositories>
                        <pluginRepositories><pluginRepository><id>b</id><url>https://b.example.org</url>
                        <releases><enabled>false</enabled></releases></pluginRepository></pluginRepositories></project>
                        """))
                .containsExactly(
                        new ForeignRepository("a", "https://a.example.org", true, "org.example:lib:1.0"),
                        new ForeignRepository("b", "https://b.example.org", false, "org.example:lib:1.0"));
    }

    @Test
    void passesOverCommentsTheCheckoutAndWhatIsNotClosed() {
        String list = "<repositories><repository><id>a</id></repository></repositories>";

        assertThat(named(POM, "<!-- " + list + " -->")).isEmpty();
        assertThat(named(POM, "<!-- x -->" + list)).hasSize(1);
        assertThat(named(CHECKOUT.resolve("pom.xml"), list)).isEmpty();
        assertThat(named(POM, "<repositories><repository>")).isEmpty();
        assertThat(named(POM, "<repositories><a></b></repositories>")).isEmpty();
    }
}
