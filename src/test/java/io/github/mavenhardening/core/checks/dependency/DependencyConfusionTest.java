package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependencyConfusionTest {

    private static final String JAR = "com/example/billing/2.0/billing-2.0.jar";
    private static final String OTHER = "org/example/lib/1.0/lib-1.0.jar";

    @TempDir
    Path folder;

    private Builds build;

    @BeforeEach
    void locked() throws Exception {
        build = new Builds(folder).lock(Builds.OF_ABC + "  " + JAR, Builds.OF_ABC + "  " + OTHER);
        options("repositories: {com.example.*: company}");
    }

    private void options(String yaml) {
        build.options(new DependencyConfusion(), yaml);
    }

    private void cameFrom(String id) {
        build.metadata("{\"version\": 1, \"files\": {\"" + JAR + "\": {\"origin\": \"" + id + "\"}, \"" + OTHER
                + "\": {\"origin\": \"central\"}}}");
    }

    private List<Finding> findings() {
        return build.findings(new DependencyConfusion());
    }

    @Test
    void findsAGroupsArtifactFromAnotherRepository() {
        cameFrom("central");

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.primary().line()).isEqualTo(1);
            assertThat(finding.message())
                    .isEqualTo("com.example:billing:2.0 came from the repository 'central', but artifacts of"
                            + " com.example.* must come from company");
        });
    }

    @Test
    void leavesTheRightRepositoryAndOtherGroupsAlone() {
        cameFrom("company");

        assertThat(findings()).isEmpty();
    }

    @Test
    void letsTheLongestLineDecide() throws Exception {
        cameFrom("central");
        options("repositories: {com.example.*: company, 'com.example:billing': 'company, central'}");

        assertThat(findings()).isEmpty();
    }

    @Test
    void asksThisMachineWhereNobodyNotedTheOrigin() {
        build.uses(JAR, Certainty.USED, "org.example:app:1.0");
        build.file(JAR, "abc");
        build.file(
                "com/example/billing/2.0/_remote.repositories",
                "billing-2.0.jar>central-36aaa1e42c5273e85421a20e4169bcd1ee28ec2f=\n");

        assertThat(findings()).extracting(Finding::severity).containsExactly(Severity.HIGH);
    }

    @Test
    void saysWhatItCouldNotCompare() {
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.message()).endsWith("com.example:billing:2.0");
        });
    }

    @Test
    void refusesALineWithoutARepository() {
        assertThatThrownBy(() -> options("repositories: {com.example.*: ' '}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Must name a repository's id");
    }
}
