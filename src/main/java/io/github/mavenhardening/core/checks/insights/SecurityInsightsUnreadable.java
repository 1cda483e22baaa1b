package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.InsightsFile;
import io.github.mavenhardening.core.insights.InsightsFiles;

/** A file cannot be read, or parsers do not agree on what it says. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-unreadable",
        title = "The Security Insights file cannot be read",
        severity = Severity.HIGH,
        controls = {"OSPS-GV-01.01", "OSPS-VM-02.01"},
        sources = "https://yaml.org/spec/1.2.2/")
public final class SecurityInsightsUnreadable implements InsightsCheck {

    @Override
    public void files(InsightsFiles files, CheckContext context) {
        if (files.chosen().isPresent()) {
            report(files.chosen().get(), context);
        }
        for (InsightsFile other : files.others()) {
            report(other, context);
        }
    }

    private void report(InsightsFile file, CheckContext context) {
        for (InsightsFile.Defect defect : file.defects()) {
            context.report(at(defect.location())
                    .message("The file cannot be read: " + defect.reason() + "; nothing else of it was checked")
                    .remedy("Make it one YAML document of keys and values, without aliases or repeated keys, of at most"
                            + " 50 KB")
                    .subject(defect.reason()));
        }
    }
}
