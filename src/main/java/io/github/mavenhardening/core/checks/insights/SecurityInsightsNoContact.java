package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.SecurityInsights;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.Optional;

/** The file says that vulnerability reports are welcome, but not where to send them. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-no-contact",
        title = "The Security Insights file accepts vulnerability reports, but names no way to send one",
        severity = Severity.MEDIUM,
        controls = {"OSPS-VM-02.01", "OSPS-VM-03.01"},
        sources = "https://github.com/ossf/security-insights/blob/main/docs/schema.md")
public final class SecurityInsightsNoContact implements InsightsCheck {

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        Optional<YamlMapping> owner = file.version().isTwo() ? file.mapping("project") : Optional.of(file.root());
        Optional<YamlMapping.Entry> reporting =
                owner.isPresent() ? owner.get().entry("vulnerability-reporting") : Optional.empty();
        if (reporting.isPresent()
                && reporting.get().value() instanceof YamlMapping section
                && takesReports(section)
                && !isReachable(file, section)) {
            context.report(at(file.at(reporting.get().key().span()))
                    .message("Vulnerability reports are accepted, but no way to send one is given")
                    .remedy(
                            file.version().isTwo()
                                    ? "Add vulnerability-reporting.policy, or a contact with an email address"
                                    : "Add vulnerability-reporting.email-contact, or a security contact")
                    .subject("/vulnerability-reporting"));
        }
    }

    private static boolean takesReports(YamlMapping section) {
        return isTrue(section.scalar("reports-accepted")) || isTrue(section.scalar("accepts-vulnerability-reports"));
    }

    private static boolean isTrue(Optional<YamlScalar> answer) {
        return answer.isPresent() && answer.get().asBoolean().orElse(false);
    }

    private static boolean isReachable(SecurityInsights file, YamlMapping section) {
        Optional<YamlMapping> self = Optional.of(section);
        Optional<YamlSequence> contacts = file.root().sequence("security-contacts");
        return hasText(self, "policy", "security-policy", "email-contact")
                || hasText(section.mapping("contact"), "email", "social")
                || (contacts.isPresent() && !contacts.get().items().isEmpty())
                || hasText(file.mapping("repository", "documentation"), "security-policy");
    }

    private static boolean hasText(Optional<YamlMapping> mapping, String... keys) {
        if (mapping.isEmpty()) {
            return false;
        }
        for (String key : keys) {
            Optional<YamlScalar> text = mapping.get().scalar(key);
            if (text.isPresent() && !text.get().isNull() && !text.get().value().isBlank()) {
                return true;
            }
        }
        return false;
    }
}
