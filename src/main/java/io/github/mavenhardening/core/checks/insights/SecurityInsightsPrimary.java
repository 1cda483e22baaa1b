package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.FindingSink;
import io.github.mavenhardening.core.check.InsightsCheck;
import io.github.mavenhardening.core.check.InsightsContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.SecurityInsights;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.Optional;

/** A list of people names no primary contact, or several: the reader does not know whom to turn to first. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-primary",
        title = "A list of contacts in the Security Insights file has no single primary one",
        family = Family.SECURITY_INSIGHTS,
        severity = Severity.INFO,
        sources = "https://github.com/ossf/security-insights/blob/main/docs/schema.md")
public final class SecurityInsightsPrimary implements InsightsCheck {

    @Override
    public void file(SecurityInsights file, InsightsContext context, FindingSink findings) {
        if (file.version().isTwo()) {
            file.mapping("project")
                    .flatMap(project -> project.entry("administrators"))
                    .ifPresent(list -> check(file, list, "/project/administrators", findings));
            file.mapping("repository")
                    .flatMap(repository -> repository.entry("core-team"))
                    .ifPresent(list -> check(file, list, "/repository/core-team", findings));
        } else {
            file.root().entry("security-contacts").ifPresent(list -> check(file, list, "/security-contacts", findings));
        }
    }

    private void check(SecurityInsights file, YamlMapping.Entry list, String pointer, FindingSink findings) {
        if (!(list.value() instanceof YamlSequence people) || people.items().isEmpty()) {
            return;
        }
        long primary = people.values().stream()
                .filter(SecurityInsightsPrimary::isPrimary)
                .count();
        if (primary != 1) {
            findings.add(at(file.at(list.key().span()))
                    .message(pointer + ": " + (primary == 0 ? "no" : primary)
                            + (primary == 0 ? " contact is" : " contacts are") + " marked as primary")
                    .remedy("Mark exactly one with 'primary: true'")
                    .subject(pointer));
        }
    }

    private static boolean isPrimary(YamlNode person) {
        Optional<YamlMapping> contact =
                Optional.of(person).filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
        return contact.flatMap(it -> it.scalar("primary"))
                .flatMap(YamlScalar::asBoolean)
                .orElse(false);
    }
}
