package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotDependencyTest {

    private static final String FOLDER = "org/example/lib/1.0-SNAPSHOT/";

    @TempDir
    Path folder;

    private Builds build;

    @BeforeEach
    void build() {
        build = new Builds(folder);
    }

    @Test
    void findsASnapshotOnceAndWhereItIsDeclared() {
        build.uses(FOLDER + "lib-1.0-SNAPSHOT.jar", Certainty.USED, "org.example:app:1.0")
                .uses(FOLDER + "lib-1.0-SNAPSHOT.pom", Certainty.USED, "org.example:app:1.0")
                .describedBy(new BuildCase().pom("""
                        <dependencies>
                          <dependency>
                            <groupId>org.example</groupId>
                            <artifactId>lib</artifactId>
                          </dependency>
                        </dependencies>
                        """));

        assertThat(build.findings(new SnapshotDependency())).singleElement().satisfies(finding -> {
            assertThat(finding.primary().path()).isEqualTo("pom.xml");
            assertThat(finding.primary().line()).isEqualTo(5);
            assertThat(finding.message()).contains("org.example:lib:1.0-SNAPSHOT", "org.example:app:1.0");
        });
    }

    @Test
    void findsOneThatNoPomOfTheCheckoutNames() {
        build.uses(FOLDER + "lib-1.0-SNAPSHOT.jar", Certainty.USED, "org.example:app:1.0", "org.example:other:2");

        assertThat(build.findings(new SnapshotDependency()))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).contains("org.example:app:1.0 > org.example:other:2"));
    }

    @Test
    void leavesReleasesAndWhatMayBeUsedAlone() {
        build.uses("org/example/lib/1.0/lib-1.0.jar", Certainty.USED)
                .uses(FOLDER + "lib-1.0-SNAPSHOT.jar", Certainty.POSSIBLE);

        assertThat(build.findings(new SnapshotDependency())).isEmpty();
    }

    @Test
    void findsPluginsThatPomsDeclareAndNothingRan() {
        String pom = """
                <groupId>org.example</groupId><artifactId>app</artifactId><version>1.0-SNAPSHOT</version>
                <properties><tool>0.9-SNAPSHOT</tool></properties>
                <modules><module>own</module></modules>
                <build><plugins>
                <plugin><groupId>org.example</groupId><artifactId>tool</artifactId><version>${tool}</version></plugin>
                <plugin><groupId>org.example</groupId><artifactId>own</artifactId><version>${project.version}</version></plugin>
                <plugin><groupId>org.example</groupId><artifactId>renamed</artifactId><version>${project.version}</version></plugin>
                <plugin><groupId>org.example</groupId><artifactId>other</artifactId><version>${unknown}-SNAPSHOT</version></plugin>
                </plugins></build>
                """;
        String own =
                "<project><parent><groupId>org.example</groupId><artifactId>app</artifactId></parent><artifactId>own</artifactId></project>";
        build.describedBy(new BuildCase().pom(pom).file("own/pom.xml", own));

        assertThat(build.findings(new SnapshotDependency())).singleElement().satisfies(finding -> {
            assertThat(finding.primary().line()).isEqualTo(6);
            assertThat(finding.message()).startsWith("The plugin org.example:tool:0.9-SNAPSHOT is a snapshot");
        });
        build.uses("org/example/tool/0.9-SNAPSHOT/tool-0.9-SNAPSHOT.jar", Certainty.USED, "org.example:app:1.0");
        assertThat(build.findings(new SnapshotDependency()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("used by org.example:app:1.0"));
    }
}
