package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Four figures to begin with, each the way to its list. */
final class Tiles {

    private final Markup page;

    Tiles(Markup page) {
        this.page = page;
    }

    void write(Result result) {
        page.begin("section", "class", "tiles", "aria-label", "At a glance");
        coverage(result, Family.WORKFLOWS, "references pinned", "no reference to pin");
        coverage(result, Family.DEPENDENCIES, "artifacts locked", "no artifact to lock");
        insights(result);
        int unchecked = Unchecked.count(result);
        tile(
                "#unchecked",
                String.valueOf(unchecked),
                unchecked == 0 ? "all of it could be checked" : "could not be checked",
                "",
                unchecked == 0);
        page.end();
    }

    private void coverage(Result result, Family family, String what, String nothing) {
        Optional<AuditResult> audit = CoverageBars.audit(result, family);
        List<Coverage> kinds = audit.isPresent() ? audit.get().measures().coverage() : List.of();
        int covered = 0;
        int total = 0;
        for (Coverage kind : kinds) {
            covered += kind.covered();
            total += kind.total();
        }
        if (audit.isEmpty()) {
            tile("#coverage", "\u2013", what, "not looked at in this run", false);
        } else if (total == 0) {
            tile("#coverage", "\u2013", nothing, "", false);
        } else {
            tile("#coverage", covered + " of " + total, what, byKind(kinds), covered == total);
        }
    }

    private static String byKind(List<Coverage> kinds) {
        List<String> parts = new ArrayList<>();
        for (Coverage kind : kinds) {
            parts.add(kind.kind() + " " + kind.covered() + "/" + kind.total());
        }
        return String.join(" \u00b7 ", parts);
    }

    private void insights(Result result) {
        Optional<AuditResult> audit = CoverageBars.audit(result, Family.SECURITY_INSIGHTS);
        if (audit.isEmpty()) {
            tile("#limits", "\u2013", "Security Insights", "not looked at in this run", false);
        } else if (!audit.get().measures().expiries().isEmpty()) {
            String last = audit.get().measures().expiries().get(0).last().toString();
            begin("#limits", true);
            page.element("b", last, "data-until", last);
            page.element("span", "Security Insights are good until " + last).end();
        } else {
            boolean there = audit.get().examined().getOrDefault("files", 0) > 0;
            tile(
                    "#findings",
                    there ? "No date" : "None",
                    there ? "tells how long Security Insights are good" : "no Security Insights file",
                    "",
                    false);
        }
    }

    private void begin(String target, boolean good) {
        page.begin("a", "class", good ? "tile good" : "tile", "href", target);
    }

    private void tile(String target, String figure, String what, String more, boolean good) {
        begin(target, good);
        page.element("b", figure).element("span", what);
        if (!more.isEmpty()) {
            page.element("small", more);
        }
        page.end();
    }
}
