package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.FindingSink;
import io.github.mavenhardening.core.check.InsightsCheck;
import io.github.mavenhardening.core.check.InsightsContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.insights.SecurityInsights;
import io.github.mavenhardening.core.yaml.YamlMapping;
import java.util.Optional;
import java.util.stream.Stream;

/** The file says that vulnerability reports are welcome, but not where to send them. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-no-contact",
        title = "The Security Insights file takes vulnerability reports, but names no way to send one",
        family = Family.SECURITY_INSIGHTS,
        severity = Severity.MEDIUM,
        controls = "OSPS-VM-02.01",
        sources = "https://github.com/ossf/security-insights/blob/main/docs/schema.md")
public final class SecurityInsightsNoContact implements InsightsCheck {

    @Override
    public void file(SecurityInsights file, InsightsContext context, FindingSink findings) {
        Optional<YamlMapping> owner = file.version().isTwo() ? file.mapping("project") : Optional.of(file.root());
        Optional<YamlMapping.Entry> reporting = owner.flatMap(it -> it.entry("vulnerability-reporting"));
        Optional<YamlMapping> section = owner.flatMap(it -> it.mapping("vulnerability-reporting"));
        if (section.filter(SecurityInsightsNoContact::takesReports).isPresent() && !isReachable(file, section.get())) {
            Span place = reporting.orElseThrow().key().span();
            findings.add(at(file.at(place))
                    .message("reports of vulnerabilities are accepted, but there is no way to send one")
                    .remedy(
                            file.version().isTwo()
                                    ? "Add vulnerability-reporting.policy, or a contact with an email address"
                                    : "Add vulnerability-reporting.email-contact, or a security contact")
                    .subject("/vulnerability-reporting"));
        }
    }

    private static boolean takesReports(YamlMapping section) {
        return Stream.of("reports-accepted", "accepts-vulnerability-reports")
                .flatMap(key -> section.scalar(key).stream())
                .anyMatch(answer -> answer.asBoolean().orElse(false));
    }

    private static boolean isReachable(SecurityInsights file, YamlMapping section) {
        boolean named = hasText(section, "policy", "security-policy", "email-contact")
                || section.mapping("contact")
                        .filter(contact -> hasText(contact, "email", "social"))
                        .isPresent();
        boolean listed = file.root()
                .sequence("security-contacts")
                .filter(contacts -> !contacts.items().isEmpty())
                .isPresent();
        boolean documented = file.mapping("repository", "documentation")
                .filter(documentation -> hasText(documentation, "security-policy"))
                .isPresent();
        return named || listed || documented;
    }

    private static boolean hasText(YamlMapping mapping, String... keys) {
        return Stream.of(keys)
                .flatMap(key -> mapping.scalar(key).stream())
                .anyMatch(scalar -> !scalar.isNull() && !scalar.value().isBlank());
    }
}
