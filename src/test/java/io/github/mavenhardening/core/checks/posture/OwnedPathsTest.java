package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.fix.Repairs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fix of {@link CodeownersFile}. */
class OwnedPathsTest {

    private static final String FILE = ".github/CODEOWNERS";

    private static Repairs fixed(String owners) {
        return Repairs.of(FILE, owners)
                .and("pom.xml", "<project/>")
                .and(".mvn/maven.config", "-B\n")
                .and(".mvn/jvm.config", "-Xmx1g\n")
                .and(".github/workflows/ci.yml", "on: push\npermissions: {}\njobs: {}\n")
                .made("codeowners", true);
    }

    @Test
    void givesThemTheOnlyOwners() {
        String before = "# who reviews\n*.java @o/team ada@example.org   # ours\n";
        Repairs fixed = fixed(before);
        fixed.gives(FILE, before + """
                /.github/ @o/team ada@example.org
                /.mvn/ @o/team ada@example.org
                /pom.xml @o/team ada@example.org
                """);
        assertThat(fixed.remedies("codeowners")).isEmpty();
    }

    @Test
    void givesThemTheOwnersOfEverythingAndTakesNothingFromOthers() {
        String before = "* @o/all\r\n/.mvn/jvm.config @o/jvm\r\n/.mvn/maven.config\r\n/pom.xml";
        fixed(before).gives(FILE, before + "\r\n/.mvn/maven.config @o/all\r\n/pom.xml @o/all\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.java @o/a\n*.kt @o/b\n",
                "*.java\n",
                "!pom.xml @o/a\n*.java @o/b\n*.kt @o/c\n",
            })
    void doesNotGuess(String owners) {
        assertThat(fixed(owners).changesNothing().remedies("codeowners")).isNotEmpty();
    }

    @Test
    void isNotSafe() {
        Repairs.of(FILE, "*.java @o/a\n").made("codeowners", false).changesNothing();
    }
}
