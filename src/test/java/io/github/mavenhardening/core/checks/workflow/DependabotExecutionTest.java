package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Location;
import org.junit.jupiter.api.Test;

class DependabotExecutionTest {

    private static final DependabotExecution CHECK = new DependabotExecution();

    @Test
    void findsUpdatesThatMayRunCode() {
        MarkedYaml.dependabot("""
                version: 2
                updates:
                  - package-ecosystem: pip
                    insecure-external-code-execution: allow      # finds: dependabot-execution high
                  - package-ecosystem: bundler
                    insecure-external-code-execution: "allow"    # finds: dependabot-execution high
                  - package-ecosystem: mix
                    insecure-external-code-execution: deny
                  - package-ecosystem: maven
                  - insecure-external-code-execution: allow
                """).isFoundBy(CHECK);
    }

    @Test
    void namesTheEcosystem() {
        assertThat(MarkedYaml.dependabot("""
                version: 2
                updates:
                  - insecure-external-code-execution: allow
                    package-ecosystem: pip
                """).findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.primary().column()).isEqualTo(5);
            assertThat(finding.related()).extracting(Location::line).containsExactly(4);
            assertThat(finding.message()).contains("'pip'");
        });
    }

    @Test
    void deniesIt() {
        MarkedYaml.dependabot("""
                version: 2
                updates:
                  - package-ecosystem: pip
                    insecure-external-code-execution: 'allow' # for now
                  - { package-ecosystem: mix, insecure-external-code-execution: allow }
                """).isMendedTo(CHECK, """
                version: 2
                updates:
                  - package-ecosystem: pip
                    insecure-external-code-execution: deny # for now
                  - { package-ecosystem: mix, insecure-external-code-execution: deny }
                """);
    }
}
