package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.ForeignRepository;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndeclaredRepositoryTest {

    private static final String JAR = "org/example/lib/1.0/lib-1.0.jar";
    private static final ForeignRepository STRANGE =
            new ForeignRepository("strange", "https://strange.example.org/maven", true, "org.example:other:2");

    @TempDir
    Path folder;

    private Builds build;

    @BeforeEach
    void used() {
        build = new Builds(folder).uses(JAR, Certainty.USED, "org.example:app:1.0");
        build.file(JAR, "abc");
    }

    private void cameFrom(String id) {
        build.file("org/example/lib/1.0/_remote.repositories", "#comment\nlib-1.0.jar>" + id + "=\n");
    }

    private void described(String pom, ForeignRepository... foreign) {
        BuildDescription own = new BuildCase().pom(pom).description();
        BuildFacts facts = new BuildFacts(List.of(), false, Set.of("central", "ours"), List.of());
        build.describedBy(new BuildDescription(own.files(), facts, List.of(foreign), new Origins()));
    }

    @Test
    void findsAnArtifactFromARepositoryThatOnlyADependencyNames() {
        cameFrom("strange");
        described("", STRANGE);

        assertThat(build.findings(new UndeclaredRepository())).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.message())
                    .isEqualTo("org.example:lib:jar:1.0 came from the repository 'strange', which this build does not"
                            + " declare, but the POM of org.example:other:2 (https://strange.example.org/maven); used by"
                            + " org.example:app:1.0");
        });
    }

    @Test
    void leavesArtifactsOfChosenRepositoriesAndLocalInstallationsAlone() {
        described("", STRANGE);
        cameFrom("ours");
        assertThat(build.findings(new UndeclaredRepository())).isEmpty();
        described("", STRANGE);
        cameFrom("ours-36aaa1e42c5273e85421a20e4169bcd1ee28ec2f");
        assertThat(build.findings(new UndeclaredRepository()))
                .as("as Maven 3.10 notes it")
                .isEmpty();
        described("", STRANGE);
        cameFrom("");
        assertThat(build.findings(new UndeclaredRepository())).isEmpty();
    }

    @Test
    void saysNothingOfForeignRepositoriesThatNothingCameFrom() {
        cameFrom("central");
        described("", STRANGE);

        assertThat(build.findings(new UndeclaredRepository())).isEmpty();
    }

    @Test
    void comparesAllRepositoriesWithAnAllowList() throws Exception {
        cameFrom("central");
        described("""
                <repositories>
                <repository><id>good</id><url>https://repo.example.org/maven/releases</url></repository>
                <repository><id>bad</id><url>https://repo.example.org/maven-evil</url></repository>
                </repositories>
                """, STRANGE);
        build.options(new UndeclaredRepository(), "allow: [https://repo.example.org/maven]\n");

        assertThat(build.findings(new UndeclaredRepository()))
                .extracting(finding -> finding.primary().path() + " "
                        + finding.severity().label() + " " + finding.subject().split(" ", -1)[0])
                .containsExactly("pom.xml high bad", " low strange");
    }
}
