package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Policy;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.ReportContext;
import java.util.List;
import java.util.Map;

/** The head of the page: whose it is, and the verdict as a word, with its reasons. */
final class PageHeader {

    private final Markup page;

    PageHeader(Markup page) {
        this.page = page;
    }

    void write(Result result, List<EvaluatedFinding> failing, ReportContext context) {
        boolean passed = result.verdict().passed();
        page.begin("header", "class", "top");
        page.begin("div");
        page.element("p", "Hardening", "class", "eyebrow");
        page.element("h1", context.root().equals(".") ? "Supply chain report" : "Supply chain report of " + context.root());
        Policy policy = result.policy();
        String files = policy.files().isEmpty() ? "none, defaults" : String.join(", ", policy.files());
        page.element("p", "Policy: " + files, "class", "soft");
        page.end();
        page.begin("div", "class", passed ? "verdict passed" : "verdict failed");
        page.begin("p", "class", "word").element("span", passed ? "\u2713" : "\u2715", "aria-hidden", "true");
        page.text(passed ? " Passed" : " Failed").end();
        if (passed) {
            page.element("p", "Nothing found that fails the build");
        } else {
            result.verdict().reasons().forEach(reason -> page.element("p", reason));
            if (result.comparison().baseline().isPresent()) {
                page.element("p", Count.of(failing.size(), "findings") + " not in the baseline");
            }
        }
        page.end();
        severities(result.counts());
        page.end();
    }

    /** All that counts, by severity: a strip whose parts are as wide as they are many, and the figures. */
    private void severities(Map<Severity, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return;
        }
        page.begin("div", "class", "strip", "aria-hidden", "true");
        for (Severity severity : Severity.worstFirst()) {
            if (counts.get(severity) > 0) {
                page.element("span", "", "class", severity.label(), "style", "flex-grow:" + counts.get(severity));
            }
        }
        page.end();
        page.begin("p", "class", "counts");
        for (Severity severity : Severity.worstFirst()) {
            if (counts.get(severity) > 0) {
                page.begin("span", "class", "severity " + severity.label());
                page.element("span", SeverityMark.shape(severity.label()), "aria-hidden", "true");
                page.text(" " + counts.get(severity) + " " + severity.label()).end().raw(" ");
            }
        }
        page.end();
    }
}
