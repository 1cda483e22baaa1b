package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.Unverified;
import io.github.mavenhardening.core.run.AuditResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What could not be checked and why, and what each family looked at. */
final class Unchecked {

    private final Markup page;

    Unchecked(Markup page) {
        this.page = page;
    }

    /** How many things could not be checked: whole families, and parts of others. */
    static int count(Result result) {
        return sentences(result).size();
    }

    private static List<String> sentences(Result result) {
        List<String> sentences = new ArrayList<>();
        for (AuditResult audit : result.audits()) {
            if (audit.outcome() == AuditResult.Outcome.COULD_NOT_CHECK) {
                sentences.add("All of " + audit.family().title()
                        + Unverified.reason(audit).map(why -> ": " + why).orElse(""));
            }
            sentences.addAll(audit.gaps());
        }
        return sentences;
    }

    void write(Result result) {
        page.begin("section", "id", "unchecked", "aria-labelledby", "unchecked-title");
        page.element("h2", "What could not be checked", "id", "unchecked-title");
        List<String> sentences = sentences(result);
        if (sentences.isEmpty()) {
            page.element("p", "All that was looked at could be read", "class", "soft");
        } else {
            page.begin("ul", "class", "plain");
            for (String sentence : sentences) {
                page.element("li", sentence);
            }
            page.end();
        }
        page.element("h3", "What was looked at").begin("dl");
        for (AuditResult audit : result.audits()) {
            page.element("dt", audit.family().title()).element("dd", looked(audit));
        }
        page.end().end();
    }

    private static String looked(AuditResult audit) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Integer> kind : audit.examined().entrySet()) {
            if (kind.getValue() > 0) {
                parts.add(Count.of(kind.getValue(), kind.getKey()));
            }
        }
        String amount = parts.isEmpty() ? "nothing" : String.join(", ", parts);
        return audit.notes().isEmpty() ? amount : amount + ". " + String.join("; ", audit.notes());
    }
}
