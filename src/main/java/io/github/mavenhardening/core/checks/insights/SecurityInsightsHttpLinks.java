package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.fix.EncryptedUrl;
import io.github.mavenhardening.core.insights.SecurityInsights;
import io.github.mavenhardening.core.insights.schema.Pointer;
import io.github.mavenhardening.core.insights.schema.Quoted;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.List;

/** A link of the file goes over plain HTTP: who stands on the way can answer in the project's place. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-http-links",
        title = "The Security Insights file links over plain HTTP",
        severity = Severity.LOW,
        controls = "OSPS-BR-03.01",
        sources = "https://baseline.openssf.org/versions/2025-02-25#osps-br-03")
public final class SecurityInsightsHttpLinks implements InsightsCheck {

    private static final String PLAIN = "http://";

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        walk(Pointer.root(), file.root(), file, context);
    }

    private void walk(Pointer pointer, YamlNode node, SecurityInsights file, CheckContext context) {
        if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                // An attestation's type is a name in the form of a URL; nobody follows it.
                if (!entry.name().equals("predicate-uri")) {
                    walk(pointer.key(entry.name()), entry.value(), file, context);
                }
            }
        } else if (node instanceof YamlSequence sequence) {
            List<YamlNode> values = sequence.values();
            for (int i = 0; i < values.size(); i++) {
                walk(pointer.item(i), values.get(i), file, context);
            }
        } else if (node instanceof YamlScalar scalar && isPlain(scalar.value().strip())) {
            context.report(plain(pointer, scalar, file));
        }
    }

    private Finding.Builder plain(Pointer pointer, YamlScalar link, SecurityInsights file) {
        Finding.Builder finding = at(file.at(link.span()));
        EncryptedUrl.of(link).ifPresent(finding::fix);
        return finding.message(pointer + ": " + Quoted.of(link.value()) + " goes over plain HTTP")
                .remedy("Write https:// where the server answers it")
                .subject(pointer + " " + link.value().strip());
    }

    private static boolean isPlain(String text) {
        return text.regionMatches(true, 0, PLAIN, 0, PLAIN.length());
    }
}
