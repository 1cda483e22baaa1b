package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.ConfigurationException;
import org.junit.jupiter.api.Test;

class DependabotCooldownTest {

    private static final DependabotCooldown CHECK = new DependabotCooldown();

    private static MarkedYaml updates(String text) {
        return MarkedYaml.dependabot("version: 2\nupdates:\n" + text.indent(2));
    }

    @Test
    void findsUpdatesThatWaitLessThanAWeek() {
        updates("""
                - package-ecosystem: maven       # finds: dependabot-cooldown medium
                  directory: /
                - package-ecosystem: npm
                  cooldown: {default-days: 7}
                - package-ecosystem: pip
                  cooldown:
                    semver-major-days: 30
                    default-days: 6              # finds: dependabot-cooldown medium
                - package-ecosystem: gomod
                  cooldown:                      # finds: dependabot-cooldown medium
                    semver-major-days: 30
                - package-ecosystem: docker
                  cooldown: {default-days: soon} # finds: dependabot-cooldown medium
                - package-ecosystem: cargo       # finds: dependabot-cooldown medium
                  cooldown:
                - package-ecosystem: bundler
                  cooldown: {default-days: '14'}
                """).isFoundBy(CHECK);
    }

    /** GitHub reads none of such a file, which is said at the same place. */
    @Test
    void leavesEcosystemsThatThereAreNotToTheUpdateBot() {
        updates("""
                - package-ecosystem: mvn
                  directory: /
                """).isFoundBy(CHECK);
    }

    @Test
    void pointsToWhatIsToBeChanged() {
        assertThat(updates("""
                - directory: /
                  package-ecosystem: maven
                - package-ecosystem: pip
                  cooldown: {semver-major-days: 30, default-days: 6}
                - package-ecosystem: npm
                  cooldown: {}
                """).findings(CHECK))
                .extracting(finding ->
                        finding.primary().line() + ":" + finding.primary().column())
                .containsExactly("4:5", "6:39", "8:5");
    }

    @Test
    void takesTheDaysFromThePolicy() {
        updates("""
                - package-ecosystem: maven
                - package-ecosystem: pip
                  cooldown: {default-days: 2}   # finds: dependabot-cooldown medium
                """).with("days: 3").isFoundBy(CHECK);
        updates("""
                - package-ecosystem: maven      # finds: dependabot-cooldown medium
                - package-ecosystem: pip
                  cooldown: {default-days: 13}  # finds: dependabot-cooldown medium
                - package-ecosystem: pip
                  cooldown: {default-days: 14}
                """).with("days: 14").isFoundBy(CHECK);
    }

    @Test
    void refusesDaysThatAreNoNumber() {
        MarkedYaml marked = updates("- package-ecosystem: maven").with("days: week");
        assertThatThrownBy(() -> marked.findings(CHECK))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("whole number");
    }

    @Test
    void hearsACommentBesideTheUpdate() {
        assertThat(updates("- package-ecosystem: maven # zizmor: ignore[dependabot-cooldown] young and trusted")
                        .audit(CHECK)
                        .ignores())
                .singleElement()
                .matches(comment -> comment.line() == 3 && comment.reason().equals("young and trusted"));
    }

    /** What is misspelt would stay, and GitHub would go on to refuse the file. */
    @Test
    void writesNothingBesideAKeyThatThereIsNot() {
        assertThat(updates("- package-ecosystem: maven\n  cool-down: {default-days: 7}\n")
                        .findings(CHECK))
                .singleElement()
                .matches(finding -> finding.fix().isEmpty());
        assertThat(updates("- package-ecosystem: maven\n  directory: /\n").findings(CHECK))
                .singleElement()
                .matches(finding -> finding.fix().isPresent());
    }

    @Test
    void writesTheDays() {
        MarkedYaml.dependabot("""
                version: 2
                updates:
                  - package-ecosystem: pip
                    cooldown:
                      default-days: 2 # too few
                  - package-ecosystem: npm
                    cooldown:
                      semver-major-days: 30
                    schedule:
                      interval: daily
                  - {package-ecosystem: maven, schedule: {interval: daily}}
                  - package-ecosystem: gomod
                    schedule:
                      interval: daily # each day

                    # of the root
                    directory: /
                """).isMendedTo(CHECK, """
                version: 2
                updates:
                  - package-ecosystem: pip
                    cooldown:
                      default-days: 7 # too few
                  - package-ecosystem: npm
                    cooldown:
                      semver-major-days: 30
                      default-days: 7
                    schedule:
                      interval: daily
                  - {package-ecosystem: maven, schedule: {interval: daily}, cooldown: { default-days: 7 }}
                  - package-ecosystem: gomod
                    schedule:
                      interval: daily # each day

                    # of the root
                    directory: /
                    cooldown:
                      default-days: 7
                """);
    }

    @Test
    void writesTheDaysWhereNothingIsSaid() {
        MarkedYaml.dependabot("""
                version: 2
                updates:
                  - package-ecosystem: pip
                    cooldown: {} # soon
                  - package-ecosystem: npm
                    cooldown: {  }
                    directory: /
                  - {package-ecosystem: maven, cooldown: {}, directory: /}
                  - package-ecosystem: cargo
                    cooldown: # to be filled in
                  - {package-ecosystem: gomod, cooldown}
                  - package-ecosystem: docker
                    cooldown: {
                      # to be filled in
                    }
                """).isMendedTo(CHECK, """
                version: 2
                updates:
                  - package-ecosystem: pip
                    cooldown: { default-days: 7 } # soon
                  - package-ecosystem: npm
                    cooldown: { default-days: 7 }
                    directory: /
                  - {package-ecosystem: maven, cooldown: { default-days: 7 }, directory: /}
                  - package-ecosystem: cargo
                    cooldown: { default-days: 7 } # to be filled in
                  - {package-ecosystem: gomod, cooldown}
                  - package-ecosystem: docker
                    cooldown: {
                      # to be filled in
                    }
                """);
    }
}
