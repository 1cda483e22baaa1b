package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.Comparison;
import io.github.mavenhardening.core.policy.Policy;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.Threshold;
import io.github.mavenhardening.core.policy.Weakening;
import io.github.mavenhardening.core.report.ReportContext;
import io.github.mavenhardening.core.report.Tool;
import java.util.List;
import java.util.Map;

/** What the verdict rests on, for whoever has to trust it: the policy with its origins, what it takes away, and versions. */
final class SetUp {

    private final Markup page;

    SetUp(Markup page) {
        this.page = page;
    }

    void write(Result result, ReportContext context) {
        Policy policy = result.policy();
        page.begin("section", "id", "setup", "aria-labelledby", "setup-title");
        page.element("h2", "Set-up", "id", "setup-title");
        page.begin("dl");
        entry("Tool", Tool.NAME + " " + context.toolVersion());
        entry("Folder", context.root());
        entry("Policy files", policy.files().isEmpty() ? "none" : String.join(", ", policy.files()));
        entry("Fails on", failOn(result));
        entry(
                "Persona",
                policy.persona().label()
                        + (result.hidden() == 0
                                ? ""
                                : ", which does not see " + Count.of(result.hidden(), "findings")));
        Comparison comparison = result.comparison();
        if (comparison.baseline().isPresent()) {
            entry("Baseline", comparison.baseline().get() + baseline(comparison));
        }
        if (comparison.since().isPresent()) {
            entry("Compared with", comparison.since().get());
        }
        int suppressed = result.findings().size() - result.counting().size();
        entry(
                "Suppressed",
                Count.of(suppressed, "findings")
                        + (result.excused().isEmpty()
                                ? ""
                                : ", " + result.excused().size() + " of integrity"));
        page.end();
        settings(policy.inForce());
        weakenings(result.weakenings());
        remarks(result.remarks());
        page.end();
    }

    private static String failOn(Result result) {
        Threshold threshold = result.threshold();
        StringBuilder text = new StringBuilder();
        if (threshold.failOn().isPresent()) {
            text.append(threshold.failOn().get().label())
                    .append(", from ")
                    .append(threshold.confidence().label())
                    .append(" confidence");
        } else {
            text.append("never");
        }
        for (Map.Entry<Severity, Integer> most : threshold.maximum().entrySet()) {
            text.append(", more than ")
                    .append(most.getValue())
                    .append(' ')
                    .append(most.getKey().label());
        }
        return text.toString();
    }

    private static String baseline(Comparison comparison) {
        int gone = comparison.goneCount();
        return gone == 0 ? "" : "; " + Count.are(gone, "of its findings") + " gone";
    }

    private void entry(String name, String value) {
        page.element("dt", name).element("dd", value);
    }

    private void settings(List<Setting> settings) {
        if (settings.isEmpty()) {
            return;
        }
        page.element("h3", "Settings in force");
        begin("Setting", "Value", "Where");
        for (Setting setting : settings) {
            row(setting.name(), setting.value().isEmpty() ? "(options)" : setting.value(), setting.place());
        }
        page.end().end().end();
    }

    private void weakenings(List<Weakening> weakenings) {
        if (weakenings.isEmpty()) {
            return;
        }
        page.element("h3", "Checks off or less severe");
        begin("Check", "Now", "By");
        for (Weakening weakening : weakenings) {
            String now = weakening.isOff()
                    ? "off"
                    : weakening.to().orElseThrow().label() + " instead of "
                            + weakening.from().label();
            row(weakening.checkId(), now, weakening.place());
        }
        page.end().end().end();
    }

    private void remarks(List<String> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        page.element("h3", "Remarks").begin("ul", "class", "plain");
        for (String remark : remarks) {
            page.element("li", remark);
        }
        page.end();
    }

    private void begin(String... columns) {
        page.begin("div", "class", "scroll", "tabindex", "0").begin("table");
        page.begin("thead").begin("tr");
        for (String column : columns) {
            page.element("th", column, "scope", "col");
        }
        page.end().end().begin("tbody");
    }

    private void row(String name, String value, String place) {
        page.begin("tr").begin("td").element("code", name).end();
        page.element("td", value).begin("td").element("code", place).end().end();
    }
}
