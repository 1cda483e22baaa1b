package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
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
        severity = Severity.INFO,
        controls = "OSPS-VM-02.01",
        sources = "https://github.com/ossf/security-insights/blob/main/docs/schema.md")
public final class SecurityInsightsPrimary implements InsightsCheck {

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        if (file.version().isTwo()) {
            check(file, file.mapping("project"), "administrators", "/project/administrators", context);
            check(file, file.mapping("repository"), "core-team", "/repository/core-team", context);
        } else {
            check(file, Optional.of(file.root()), "security-contacts", "/security-contacts", context);
        }
    }

    private void check(
            SecurityInsights file, Optional<YamlMapping> owner, String key, String pointer, CheckContext context) {
        Optional<YamlMapping.Entry> list = owner.isPresent() ? owner.get().entry(key) : Optional.empty();
        if (list.isEmpty()
                || !(list.get().value() instanceof YamlSequence people)
                || people.items().isEmpty()) {
            return;
        }
        int primary = 0;
        for (YamlNode person : people.values()) {
            primary += isPrimary(person) ? 1 : 0;
        }
        if (primary != 1) {
            context.report(at(file.at(list.get().key().span()))
                    .message(pointer + ": " + (primary == 0 ? "no" : primary)
                            + (primary == 0 ? " contact is" : " contacts are") + " marked as primary")
                    .remedy("Mark exactly one with 'primary: true'")
                    .subject(pointer));
        }
    }

    private static boolean isPrimary(YamlNode person) {
        if (!(person instanceof YamlMapping contact)) {
            return false;
        }
        Optional<YamlScalar> mark = contact.scalar("primary");
        return mark.isPresent() && mark.get().asBoolean().orElse(false);
    }
}
