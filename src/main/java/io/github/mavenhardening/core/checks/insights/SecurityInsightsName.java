package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.InsightsFile;
import io.github.mavenhardening.core.insights.InsightsFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The file that counts is not named as the specification of its version says, so that some tools do not find it. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-name",
        title = "The Security Insights file is not named as the specification says",
        severity = Severity.MEDIUM,
        sources = {
            "https://github.com/ossf/security-insights/blob/main/docs/FAQ.md#where-should-i-place-the-security-insightsyml-file",
            "https://clomonitor.io/docs/topics/checks/#security-insights"
        })
public final class SecurityInsightsName implements InsightsCheck {

    private static final String NAME = "security-insights.yml";
    private static final String OLD_NAME = "SECURITY-INSIGHTS.yml";

    /** Where CLOMonitor looks, in its order. */
    private static final List<String> CLOMONITOR = List.of(NAME, ".github/" + NAME, OLD_NAME);

    @Override
    public void files(InsightsFiles files, CheckContext context) {
        if (files.chosen().isEmpty()) {
            return;
        }
        InsightsFile file = files.chosen().get();
        Optional<String> problem = problem(file);
        if (problem.isPresent()) {
            String folder = file.folder().isEmpty() ? "" : file.folder() + "/";
            context.report(at(Location.ofFile(file.path()))
                    .message(problem.get() + notFoundBy(file))
                    .remedy("Rename it to " + folder + NAME)
                    .subject(file.name()));
        }
    }

    private static Optional<String> problem(InsightsFile file) {
        String name = file.name();
        if (name.toLowerCase(Locale.ROOT).endsWith(".yaml")) {
            return Optional.of("The specification allows the extension .yml only, not .yaml");
        }
        if (name.contains("_")) {
            return Optional.of("The specification spells the name with a hyphen, not with an underscore");
        }
        boolean two = file.isTwo();
        if (name.equals(NAME) || (name.equals(OLD_NAME) && !two)) {
            return Optional.empty();
        }
        return Optional.of(
                "the specification names a " + (two ? "2.x file " + NAME : "1.x file " + OLD_NAME) + ", not " + name);
    }

    private static String notFoundBy(InsightsFile file) {
        List<String> tools = new ArrayList<>();
        if (!CLOMONITOR.contains(file.path())) {
            tools.add("CLOMonitor");
        }
        boolean scannerLooksThere = file.folder().isEmpty() || file.folder().equals(".github");
        if (!scannerLooksThere || !file.name().equalsIgnoreCase(NAME)) {
            tools.add("the OSPS Baseline scanner");
        }
        return switch (tools.size()) {
            case 0 -> "";
            case 1 -> "; " + tools.get(0) + " does not find it";
            default -> "; " + String.join(" and ", tools) + " do not find it";
        };
    }
}
