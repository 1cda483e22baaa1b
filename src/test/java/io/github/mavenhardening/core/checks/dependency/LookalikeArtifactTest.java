package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.Lock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookalikeArtifactTest {

    private static final String FOLDER = "com/google/guavaa/guava/1.0/guava-1.0";

    @TempDir
    Path folder;

    private Builds build;

    @BeforeEach
    void build() {
        build = new Builds(folder);
    }

    private List<Finding> findings() {
        return build.findings(new LookalikeArtifact());
    }

    @Test
    void findsAnArtifactOnceAndWhereItIsDeclared() {
        build.uses(FOLDER + ".jar", Certainty.USED, "org.example:app:1.0")
                .uses(FOLDER + ".pom", Certainty.USED, "org.example:app:1.0")
                .describedBy(new BuildCase().pom("""
                        <dependencies>
                          <dependency>
                            <groupId>com.google.guavaa</groupId>
                            <artifactId>guava</artifactId>
                          </dependency>
                        </dependencies>
                        """));

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
            assertThat(finding.primary().path()).isEqualTo("pom.xml");
            assertThat(finding.primary().line()).isEqualTo(5);
            assertThat(finding.message())
                    .isEqualTo(
                            "com.google.guavaa:guava has the artifactId of the well-known com.google.guava:guava, but is"
                                    + " published under another group; used by org.example:app:1.0");
        });
    }

    /** What POMs declare is looked at in the first module's turn; what a later one uses, in its own. */
    @Test
    void saysNothingAgainOfWhatAModuleDoesNotAdd() {
        BuildCase declaring = new BuildCase().pom("""
                <dependencies>
                  <dependency><groupId>com.google.guavaa</groupId><artifactId>guava</artifactId></dependency>
                </dependencies>
                """);

        assertThat(new Builds(folder).describedBy(declaring).findings(new LookalikeArtifact()))
                .hasSize(1);
        assertThat(new Builds(folder).describedBy(declaring).addition().findings(new LookalikeArtifact()))
                .isEmpty();
        assertThat(new Builds(folder)
                        .describedBy(declaring)
                        .addition()
                        .uses(FOLDER + ".jar", Certainty.USED, "org.example:app:1.0")
                        .findings(new LookalikeArtifact()))
                .hasSize(1);
    }

    @Test
    void findsALockedOneThatThisBuildDoesNotUse() {
        build.lock(
                Builds.OF_ABC + "  org/example/lib/1.0/lib-1.0.jar",
                Builds.OF_ABC + "  org/yamll/other/1.0/other-1.0.jar");

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.primary().path()).isEqualTo(Lock.LOCATION);
            assertThat(finding.primary().line()).isEqualTo(2);
            assertThat(finding.confidence()).isEqualTo(Confidence.LOW);
            assertThat(finding.message()).contains("one letter away from the well-known org.yaml");
        });
    }

    @Test
    void isLessSureWhereOnlyTheArtifactIdIsAlike() {
        build.uses("com/example/snakeyamll/1/snakeyamll-1.jar", Certainty.POSSIBLE, "org.example:app:1.0")
                .describedBy(new BuildCase().pom("""
                        <dependencies>
                          <dependency>
                            <groupId>com.example</groupId>
                            <artifactId>snakeyamll</artifactId>
                          </dependency>
                        </dependencies>
                        """));

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.confidence()).isEqualTo(Confidence.LOW);
            assertThat(finding.primary().path()).isEqualTo("pom.xml");
            assertThat(finding.message()).contains("snakeyamll has an artifactId that is one letter away");
        });
    }

    @Test
    void leavesTheWellKnownAndTheirNeighboursAlone() {
        build.uses("com/google/guava/guava/1/guava-1.jar", Certainty.USED)
                .uses("org/apache/commons/commons-io/1/commons-io-1.pom", Certainty.USED)
                .uses("asm/asm/3.3/asm-3.3.jar", Certainty.USED)
                .uses("org/example/lib/1.0/lib-1.0.jar", Certainty.USED);

        assertThat(findings()).isEmpty();
    }

    @Test
    void findsWhatPomsDeclareAndNothingUsed() {
        String pom = """
                <groupId>com.google.guavaa</groupId><artifactId>%s</artifactId>
                <dependencies>
                <dependency><groupId>com.google.guavaa</groupId><artifactId>guava</artifactId><version>1</version></dependency>
                <dependency><groupId>${group}</groupId><artifactId>guava</artifactId><version>1</version></dependency>
                </dependencies>
                """;
        build.describedBy(new BuildCase().pom(pom.formatted("app")));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.primary().line()).isEqualTo(4);
            assertThat(finding.message())
                    .startsWith("com.google.guavaa:guava has the artifactId of the well-known com.google.guava:guava");
        });
        build.describedBy(new BuildCase().pom(pom.formatted("guava")));
        assertThat(findings()).isEmpty();
    }
}
