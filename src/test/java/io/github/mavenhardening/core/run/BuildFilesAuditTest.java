package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFilesAuditTest {

    @TempDir
    Path root;

    private CheckContext context() throws IOException {
        return new CheckContext(
                new Repository(new Checkout(root), Optional.empty()),
                new Environment(Clock.systemUTC(), Map.of()),
                Options.none(),
                List.of());
    }

    private AuditResult audit() throws IOException {
        return audit(context());
    }

    private static AuditResult audit(CheckContext context) {
        return new BuildFilesAudit().run(context, Checks.load(Check.class.getClassLoader()));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void findsAnInsecureWrapperWithoutAPom() throws IOException {
        write(".mvn/wrapper/maven-wrapper.properties", "distributionUrl=http://repo.example.org/maven.zip\n");

        assertThat(audit().findings())
                .extracting(finding -> finding.checkId())
                .contains("wrapper-checksum")
                .doesNotContain("missing-lock", "unlocked-artifact");
        assertThat(audit().outcome()).isEqualTo(AuditResult.Outcome.CHECKED);
        assertThat(audit().notes()).singleElement().asString().contains("nothing was compared with a lock");
    }

    @Test
    void findsAWrapperOfGradleWithoutAPom() throws IOException {
        write(
                "gradle/wrapper/gradle-wrapper.properties",
                "distributionUrl=https\\://repo.example.org/gradle-9.7.1-bin.zip\n");

        assertThat(audit().findings()).extracting(finding -> finding.checkId()).containsExactly("wrapper-checksum");
    }

    @Test
    void findsASwitchWithoutAPom() throws IOException {
        write(".mvn/maven.config", "-Dhardening.skip=true\n");

        assertThat(audit().findings()).extracting(finding -> finding.checkId()).containsOnly("verification-bypass");
    }

    @Test
    void hasNothingToCheckWithoutMaven() throws IOException {
        assertThat(audit().outcome()).isEqualTo(AuditResult.Outcome.NOTHING_TO_CHECK);

        // What the plugin keeps there itself builds nothing.
        write(".mvn/hardening.yml", "persona: regular\n");
        write(".mvn/hardening-baseline.json", "{}");
        assertThat(audit().outcome()).isEqualTo(AuditResult.Outcome.NOTHING_TO_CHECK);
    }

    /** A build in a folder has its lock at the root: who looks there without its POM has compared nothing, and knows a part. */
    @Test
    void saysThatTheLockOfABuildInAFolderWasNotCompared() throws IOException {
        write(".mvn/checksums/checksums.sha256", "");
        assertThat(audit().partial()).isFalse();
        write("app/pom.xml", "<project/>");

        CheckContext context = context();
        assertThat(audit(context).partial()).isTrue();
        assertThat(context.gaps())
                .containsExactly("there is no POM here, so that nothing was compared with"
                        + " .mvn/checksums/checksums.sha256; run the goal in the folder of the POM");
    }
}
