package io.github.mavenhardening.core.checks.dependency;

import static io.github.mavenhardening.core.checks.dependency.Builds.OF_ABC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnlockedArtifactTest {

    private static final String JAR = "org/example/lib/1.0/lib-1.0.jar";
    private static final String POM = "org/example/lib/1.0/lib-1.0.pom";

    @TempDir
    Path folder;

    @Test
    void namesWhatWasUsedAndIsNotLocked() {
        Builds build = new Builds(folder).lock(OF_ABC + "  " + JAR);
        build.uses(JAR, Certainty.USED, "org.example:app:1.0").uses(POM, Certainty.USED, "org.example:app:1.0");

        assertThat(build.findings(new UnlockedArtifact())).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("org.example:lib:pom:1.0 is not locked", POM, "org.example:app:1.0");
            assertThat(finding.remedy()).contains("mvn hardening:lock");
        });
    }

    @Test
    void namesTheCommandThatBuildsForWhatGoalsResolve() {
        Builds build = new Builds(folder)
                .lock(OF_ABC + "  " + JAR)
                .uses(POM, Certainty.USED, "org.example:app:1.0", UsedArtifact.WHILE_BUILDING);

        assertThat(build.findings(new UnlockedArtifact()))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.remedy()).startsWith("Run 'mvn verify hardening:lock', as only a build"));
    }

    @Test
    void sendsNobodyToLockWhatStandsInThePlaceOfAModule() {
        Builds build = new Builds(folder)
                .lock(OF_ABC + "  " + JAR)
                .uses(POM, Certainty.USED, "org.example:app:1.0", UsedArtifact.IN_PLACE_OF_A_MODULE);

        assertThat(build.findings(new UnlockedArtifact()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy())
                        .startsWith("Find out who published it")
                        .doesNotContain("hardening:lock"));
    }

    @Test
    void demandsNothingThatIsOnlyPossible() {
        Builds build = new Builds(folder).lock(OF_ABC + "  " + JAR).uses(POM, Certainty.POSSIBLE);

        assertThat(build.findings(new UnlockedArtifact())).isEmpty();
    }

    @Test
    void leavesABuildWithoutLockToAnotherCheck() {
        Builds build = new Builds(folder).uses(POM, Certainty.USED);

        assertThat(build.findings(new UnlockedArtifact())).isEmpty();
    }

    private static BuildDescription on(String environment, String platform) {
        BuildFacts facts = new BuildFacts(List.of(), false, Set.of(), List.of(), "", environment, platform);
        BuildDescription none = BuildDescription.none();
        return new BuildDescription(none.files(), facts, none.foreign(), none.origins());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Maven 4.0, linux-x86_64, JDK 17                   | Locked on Maven 3.9, linux-x86_64, JDK 17, you run Maven 4.0
            Maven 3.9, osx-aarch_64, JDK 17                   | you run Maven 3.9, osx-aarch_64, JDK 17: run
            Maven 3.9, linux-x86_64, JDK 17, profiles release | profiles release: run 'mvn verify hardening:lock' there, too
            Maven 3.9, linux-x86_64, JDK 17                   | Run 'mvn hardening:lock'
            """)
    void saysWhereTheLockWasMadeWhereThatWasElsewhere(String environment, String expected) {
        Builds build = new Builds(folder)
                .lock(OF_ABC + "  " + JAR)
                .metadata("{ \"version\" : 1, \"environments\" : [ \"Maven 3.9, linux-x86_64, JDK 17\","
                        + " \"other Mavens, linux-x86_64, JDK 17\" ] }")
                .describedBy(on(environment, "linux-x86_64"))
                .uses(POM, Certainty.USED);

        assertThat(build.findings(new UnlockedArtifact()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "protoc-3-osx-aarch_64.exe, osx-aarch_64, true",
        "protoc-3-windows-x86_64.exe, windows-x86_64, true",
        "protoc-3-osx-aarch_64-rosetta.exe, osx-aarch_64, true",
        "protoc-3-sources.jar, osx-aarch_64, false",
        "protoc-3.pom, osx-aarch_64, false"
    })
    void namesTheCommandThatLocksAnotherSystemsFile(String file, String platform, boolean named) {
        Builds build = new Builds(folder)
                .lock(OF_ABC + "  org/example/protoc/3/protoc-3-linux-x86_64.exe")
                .describedBy(on("", platform))
                .uses("org/example/protoc/3/" + file, Certainty.USED);

        assertThat(build.findings(new UnlockedArtifact()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()
                                .contains("'mvn hardening:lock -Dhardening.platforms=" + platform + "'"))
                        .isEqualTo(named));
    }
}
