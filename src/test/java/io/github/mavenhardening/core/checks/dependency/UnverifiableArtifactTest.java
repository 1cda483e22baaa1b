package io.github.mavenhardening.core.checks.dependency;

import static io.github.mavenhardening.core.checks.dependency.Builds.OF_ABC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.CheckContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnverifiableArtifactTest {

    private static final String JAR = "org/example/lib/1.0/lib-1.0.jar";

    @TempDir
    Path folder;

    @Test
    void reportsALockedFileThatCannotBeRead() {
        Builds build = new Builds(folder).lock(OF_ABC + "  " + JAR);
        build.file(JAR + "/in-its-place", "");

        assertThat(build.findings(new UnverifiableArtifact()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(JAR, "it is a directory"));
    }

    @Test
    void reportsWhatCannotBeDetermined() {
        Builds build = new Builds(folder)
                .lock(OF_ABC + "  " + JAR)
                .cannotResolve("org.example:app:1.0", "its dependencies cannot be collected");

        assertThat(build.findings(new UnverifiableArtifact()))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).contains("org.example:app:1.0 could not be verified"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE extensions><extensions/>",
                "<extensions><extension>",
                "<?xml version='1.0' encoding='UTF-7'?><extensions/>",
                "not XML"
            })
    void reportsCoreExtensionsThatCannotBeReadWithOrWithoutALock(String text) {
        BuildCase known = new BuildCase()
                .pom("<modules><module>sub</module></modules>")
                .file("sub/pom.xml", "<project/>")
                .file("sub/.mvn/extensions.xml", text);

        assertThat(new Builds(folder).describedBy(known).findings(new UnverifiableArtifact()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .startsWith(
                                    "The core extensions that Maven loads from sub/.mvn/extensions.xml could not be");
                    assertThat(finding.primary().path()).isEqualTo("sub/.mvn/extensions.xml");
                });
    }

    /** A guess that fails is no failure of the build, but nobody can say that it was verified. */
    @Test
    void saysOfWhatTheBuildMayUseThatItCouldNotBeLookedAt() {
        Builds build = new Builds(folder)
                .lock(OF_ABC + "  " + JAR)
                .mayNotResolve("org.example:bundle:jar:1.0", "its dependencies cannot be collected");
        CheckContext context = build.context();

        assertThat(build.findings(new UnverifiableArtifact(), context)).isEmpty();
        assertThat(context.gaps())
                .containsExactly("org.example:bundle:jar:1.0, which the build may use, could not be verified: its"
                        + " dependencies cannot be collected, used by org.example:app:1.0");
    }

    @Test
    void isSilentWhenAllWasCompared() {
        Builds build = new Builds(folder).lock(OF_ABC + "  " + JAR);
        build.file(JAR, "other bytes, but readable");

        assertThat(build.findings(new UnverifiableArtifact())).isEmpty();
    }
}
