package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.ForeignRepository;
import io.github.mavenhardening.core.dependency.LocalRepositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignRepositoriesTest {

    private static final String PUBLISHED = "repository/org/example/lib/1.0/lib-1.0.pom";

    @TempDir
    Path folder;

    private List<ForeignRepository> named(String path, String text) throws IOException {
        Path pom = folder.resolve(path);
        Files.createDirectories(pom.getParent());
        Files.writeString(pom, text);
        RawPoms poms = new RawPoms();
        poms.read(pom);
        return ForeignRepositories.outside(
                folder.resolve("checkout"),
                poms,
                new LocalRepositories(List.of(folder.resolve("repository")), List.of()));
    }

    private static ForeignRepository repository(String id, boolean releases) {
        return new ForeignRepository(id, "https://" + id + ".example.org", releases, "org.example:lib:1.0");
    }

    @Test
    void readsRepositoriesOfDependenciesAndPlugins() throws IOException {
        assertThat(named(PUBLISHED, """
                        <project><repositories><repository><id>a</id><url>https://a.example.org</url></repository></repositories>
                        <pluginRepositories><pluginRepository><id>b</id><url>https://b.example.org</url>
                        <releases><enabled>false</enabled></releases></pluginRepository></pluginRepositories>
                        <profiles><profile><repositories><repository><id>c</id><url>https://c.example.org</url>
                        </repository></repositories></profile></profiles></project>
                        """))
                .containsExactly(repository("a", true), repository("b", false), repository("c", true));
    }

    /** Every form in which Maven takes the elements is one in which they are found. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<repositories ><repository><id>a</id><url>https://a.example.org</url></repository></repositories>",
                "<repositories\n><repository><id>a</id><url>https://a.example.org</url></repository></repositories\n>",
                "<repositories combine.children='append'><repository><id>a</id><url>https://a.example.org</url></repository></repositories>",
                "<repositories><!-- </repositories> --><repository><id>a</id><url>https://a.example.org</url></repository></repositories>",
                "<repositories><repository><id>a</id><url><![CDATA[https://a.example.org]]></url></repository></repositories>",
                "<repositories><repository><id>a</id><url>https&#58;//a.example.org</url></repository></repositories>",
                "<repositories><unknown/><repository><id>a</id><url>https://a.example.org</url></repository></repositories>"
            })
    void readsThemAsMavenDoes(String list) throws IOException {
        assertThat(named(PUBLISHED, "<project>" + list + "</project>")).containsExactly(repository("a", true));
    }

    @Test
    void passesOverCommentsTheCheckoutAndWhatMavenCannotRead() throws IOException {
        String list = "<repositories><repository><id>a</id></repository></repositories>";

        assertThat(named(PUBLISHED, "<project><!-- " + list + " --></project>")).isEmpty();
        assertThat(named(PUBLISHED, "<project><!-- x -->" + list + "</project>"))
                .hasSize(1);
        assertThat(named("checkout/pom.xml", "<project>" + list + "</project>")).isEmpty();
        assertThat(named(PUBLISHED, "<project><repositories><repository>")).isEmpty();
        assertThat(named(PUBLISHED, "<project><repositories><a></b></repositories></project>"))
                .isEmpty();
    }
}
