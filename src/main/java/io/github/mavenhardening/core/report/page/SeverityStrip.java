package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Severity;
import java.util.Map;

/** All that counts, by severity: a strip whose parts are as wide as they are many, and the figures. */
final class SeverityStrip {

    private final Markup page;

    SeverityStrip(Markup page) {
        this.page = page;
    }

    void write(Map<Severity, Integer> counts) {
        int all = 0;
        for (int count : counts.values()) {
            all += count;
        }
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
                page.text(" " + counts.get(severity) + " " + severity.label())
                        .end()
                        .raw(" ");
            }
        }
        page.end();
    }
}
