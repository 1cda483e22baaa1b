package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much is pinned and locked, a bar a kind. */
final class CoverageBars {

    private final Markup page;

    CoverageBars(Markup page) {
        this.page = page;
    }

    static Optional<AuditResult> audit(Result result, Family family) {
        for (AuditResult audit : result.audits()) {
            if (audit.family() == family) {
                return Optional.of(audit);
            }
        }
        return Optional.empty();
    }

    void write(Result result) {
        List<Coverage> kinds = new ArrayList<>();
        for (AuditResult audit : result.audits()) {
            kinds.addAll(audit.measures().coverage());
        }
        page.begin("section", "id", "coverage", "aria-labelledby", "coverage-title");
        page.element("h2", "Coverage", "id", "coverage-title");
        if (kinds.isEmpty()) {
            page.element("p", "Nothing was looked at that can be pinned or locked", "class", "soft");
        } else {
            bars(kinds);
        }
        page.end();
    }

    /** A bar for each kind of coverage. */
    void bars(List<Coverage> kinds) {
        page.begin("ul", "class", "bars");
        for (Coverage kind : kinds) {
            bar(kind);
        }
        page.end();
    }

    private void bar(Coverage kind) {
        long percent = kind.total() == 0 ? 0 : 100L * kind.covered() / kind.total();
        page.begin("li").element("span", capital(kind.kind()) + " " + kind.verb(), "class", "name");
        page.begin("span", "class", "track", "aria-hidden", "true");
        page.element("span", "", "style", "width:" + percent + "%").end();
        page.element("span", kind.covered() + " of " + kind.total() + ", " + percent + " %", "class", "amount");
        page.end();
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
