package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.Result;
import java.util.Map;

/** What narrows the list of findings; only a script makes it do so, and shows it. */
final class FilterBar {

    private final Markup page;

    FilterBar(Markup page) {
        this.page = page;
    }

    void write(Result result) {
        page.begin("form", "id", "filter", "role", "search", "aria-label", "Findings", "hidden", "");
        page.begin("label", "class", "query").element("span", "Filter");
        page.single(
                        "input",
                        "id",
                        "query",
                        "type",
                        "search",
                        "placeholder",
                        "check, file or words",
                        "autocomplete",
                        "off")
                .end();
        page.begin("label").element("span", "Group by");
        page.begin("select", "id", "by");
        page.element("option", "check", "value", "check");
        page.element("option", "file", "value", "file");
        page.element("option", "severity", "value", "severity");
        page.end().end();
        page.begin("fieldset").element("legend", "Severity", "class", "unseen");
        Map<Severity, Integer> counts = result.counts();
        for (Severity severity : Severity.worstFirst()) {
            if (counts.get(severity) > 0) {
                toggle("severity", severity.label(), severity.label(), true);
            }
        }
        page.end();
        page.begin("fieldset").element("legend", "Standing", "class", "unseen");
        if (result.comparison().baseline().isPresent()
                || result.comparison().since().isPresent()) {
            toggle("standing", "known", "known", true);
        }
        if (result.findings().size() > result.counting().size()) {
            toggle("standing", "suppressed", "suppressed", false);
        }
        page.end();
        page.single("output", "id", "shown", "aria-live", "polite")
                .raw("</output>")
                .end();
    }

    private void toggle(String name, String value, String text, boolean on) {
        page.begin("label", "class", "toggle " + value);
        if (on) {
            page.single("input", "type", "checkbox", "name", name, "value", value, "checked", "");
        } else {
            page.single("input", "type", "checkbox", "name", name, "value", value);
        }
        page.begin("span");
        if (name.equals("severity")) {
            page.element("span", SeverityMark.shape(value), "aria-hidden", "true")
                    .text(" ");
        }
        page.text(text).end().end();
    }
}
