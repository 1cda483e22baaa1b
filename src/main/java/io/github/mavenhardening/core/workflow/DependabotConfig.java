package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * A Dependabot configuration: what Dependabot keeps up to date.
 *
 * @param updates in the order of the text
 * @see <a href="https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference">
 *     Dependabot options reference</a>
 */
public record DependabotConfig(YamlDocument document, YamlMapping mapping, List<Update> updates, List<Problem> problems)
        implements Definition {

    public DependabotConfig {
        updates = List.copyOf(updates);
        problems = List.copyOf(problems);
    }

    /**
     * An entry of {@code updates}.
     *
     * @param ecosystem {@code package-ecosystem} and its value
     * @param cooldown how long a release is left to age before it is proposed; empty when nothing is said of it
     * @param externalCode {@code insecure-external-code-execution} and its value; empty when nothing is said of it
     */
    public record Update(
            YamlMapping mapping, Setting ecosystem, Optional<Cooldown> cooldown, Optional<Setting> externalCode) {}

    /**
     * The wait before a release is proposed.
     *
     * @param span from the key {@code cooldown} to the end of what is under it
     * @param defaultDays {@code default-days} and its value; empty when nothing is said of it
     */
    public record Cooldown(Span span, Optional<Setting> defaultDays) {}

    /**
     * A key and its single value.
     *
     * @param span from the key to the end of the value
     */
    public record Setting(YamlScalar value, Span span) {

        /** The value without blanks around it. */
        public String text() {
            return value.value().strip();
        }
    }
}
