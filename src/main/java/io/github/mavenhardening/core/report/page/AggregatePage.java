package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.report.aggregate.Aggregate;
import io.github.mavenhardening.core.report.aggregate.Run;
import io.github.mavenhardening.core.run.Coverage;
import java.util.List;
import java.util.Map;

/** Many reports as one page: which repositories fail, what most of them have, how much is pinned and locked, and where it goes. */
public final class AggregatePage {

    /** The most points of a line: more cannot be seen. */
    private static final int POINTS = 60;

    private final Markup page = new Markup();
    private final Aggregate aggregate;

    private AggregatePage(Aggregate aggregate) {
        this.aggregate = aggregate;
    }

    /** The page, UTF-8; the same aggregate gives the same bytes. */
    public static byte[] encode(Aggregate aggregate, String toolVersion) {
        return new AggregatePage(aggregate).write(toolVersion);
    }

    private byte[] write(String toolVersion) {
        Frame frame = new Frame(page, Asset.of("page.css"), Asset.of("aggregate.js"));
        frame.begin("Hardening of " + Count.of(aggregate.repositories().size(), "repositories"));
        header();
        page.begin("main", "id", "main");
        tiles();
        repositories();
        checks();
        coverage();
        unread();
        frame.endOfOverview(toolVersion);
        return page.toBytes();
    }

    private int failed() {
        return aggregate.repositories().size() - aggregate.passed();
    }

    private void header() {
        page.begin("header", "class", "top").begin("div");
        page.element("p", "Hardening", "class", "eyebrow");
        page.element("h1", Count.of(aggregate.repositories().size(), "repositories"))
                .end();
        boolean good = failed() == 0
                && aggregate.unread().isEmpty()
                && !aggregate.repositories().isEmpty();
        page.begin("div", "class", good ? "verdict passed" : "verdict failed").begin("p", "class", "word");
        page.element("span", good ? "\u2713" : "\u2715", "aria-hidden", "true");
        page.text(good ? " All passed" : " " + failed() + " failed").end();
        page.element("p", aggregate.passed() + " passed");
        if (!aggregate.unread().isEmpty()) {
            page.element("p", Count.of(aggregate.unread().size(), "files") + " could not be read as reports");
        }
        page.end();
        new SeverityStrip(page).write(aggregate.counts());
        page.end();
    }

    private void tiles() {
        page.begin("section", "class", "tiles", "aria-label", "At a glance");
        tile("#repositories", failed() + " of " + aggregate.repositories().size(), "repositories fail");
        tile("#coverage", covered("pinned"), "references pinned");
        tile("#coverage", covered("locked"), "artifacts locked");
        int unchecked = aggregate.repositories().stream()
                .mapToInt(repository -> repository.last().unchecked())
                .sum();
        tile("#unread", String.valueOf(unchecked), "could not be checked");
        page.end();
    }

    private void tile(String target, String figure, String what) {
        page.begin("a", "class", "tile", "href", target)
                .element("b", figure)
                .element("span", what)
                .end();
    }

    private String covered(String verb) {
        long covered = 0;
        long total = 0;
        for (Coverage kind : aggregate.coverage()) {
            covered += kind.verb().equals(verb) ? kind.covered() : 0;
            total += kind.verb().equals(verb) ? kind.total() : 0;
        }
        return total == 0 ? "\u2013" : covered + " of " + total;
    }

    private void repositories() {
        page.begin("section", "id", "repositories", "aria-labelledby", "repositories-title");
        page.element("h2", "Repositories", "id", "repositories-title");
        page.begin("form", "id", "filter", "role", "search", "aria-label", "Repositories", "hidden", "");
        page.begin("label", "class", "query").element("span", "Filter");
        page.single(
                "input",
                "id",
                "query",
                "type",
                "search",
                "placeholder",
                "name, commit or check",
                "autocomplete",
                "off");
        page.end()
                .single("output", "id", "shown", "aria-live", "polite")
                .raw("</output>")
                .end();
        boolean trends = aggregate.repositories().stream()
                .anyMatch(repository -> repository.runs().size() > 1);
        table("Repository", "Verdict", "Critical", "High", "Medium", "Low", "Not checked");
        if (trends) {
            page.element("th", "Findings over time", "scope", "col");
        }
        page.end().end().begin("tbody", "id", "rows");
        aggregate.repositories().forEach(repository -> row(repository, trends));
        page.end().end().end().end();
    }

    private void row(Aggregate.Repository repository, boolean trends) {
        Run last = repository.last();
        page.begin("tr", "data-words", String.join(" ", last.checks().keySet()));
        page.begin("th", "scope", "row")
                .element("span", PageHeader.shortName(repository.name()), "title", repository.name());
        last.commit()
                .ifPresent(commit -> page.raw(" ")
                        .element("code", commit.substring(0, Math.min(7, commit.length())), "class", "soft"));
        page.end();
        page.begin("td")
                .element(
                        "span",
                        last.passed() ? "\u2713 passed" : "\u2715 failed",
                        "class",
                        last.passed() ? "passed" : "failed");
        page.end();
        for (Severity severity : List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)) {
            figure(last.counts().get(severity));
        }
        figure(last.unchecked());
        if (trends) {
            page.begin("td");
            List<Run> runs = repository.runs();
            if (runs.size() > 1) {
                List<Run> shown = runs.subList(Math.max(0, runs.size() - POINTS), runs.size());
                TrendLine.write(page, shown.stream().map(Run::total).toList(), "findings");
            }
            page.end();
        }
        page.end();
    }

    private void figure(int count) {
        page.element(
                "td", count == 0 ? "\u00b7" : String.valueOf(count), "class", count == 0 ? "figure soft" : "figure");
    }

    private void checks() {
        page.begin("section", "id", "checks", "aria-labelledby", "checks-title");
        page.element("h2", "What they have", "id", "checks-title");
        if (aggregate.checks().isEmpty()) {
            page.element("p", "Nothing was found", "class", "soft").end();
            return;
        }
        table("Check", "Worst", "Repositories", "Findings");
        page.end().end().begin("tbody");
        for (Map.Entry<String, Aggregate.Spread> entry : aggregate.checks().entrySet()) {
            Aggregate.Spread spread = entry.getValue();
            page.begin("tr")
                    .begin("th", "scope", "row")
                    .element("code", entry.getKey())
                    .end();
            page.begin("td");
            SeverityMark.write(page, spread.found().severity().label());
            page.end();
            figure(spread.repositories());
            figure(spread.found().count());
            page.end();
        }
        page.end().end().end().end();
    }

    private void coverage() {
        page.begin("section", "id", "coverage", "aria-labelledby", "coverage-title");
        page.element("h2", "Coverage", "id", "coverage-title");
        if (aggregate.coverage().isEmpty()) {
            page.element("p", "No report tells how much is pinned or locked", "class", "soft");
        } else {
            new CoverageBars(page).bars(aggregate.coverage());
        }
        page.end();
    }

    private void unread() {
        page.begin("section", "id", "unread", "aria-labelledby", "unread-title");
        page.element("h2", "What could not be read", "id", "unread-title");
        if (aggregate.unread().isEmpty()) {
            page.element(
                    "p",
                    "Every file could be read; what a report could not check stands in that report",
                    "class",
                    "soft");
        } else {
            page.begin("ul", "class", "plain");
            aggregate
                    .unread()
                    .forEach((file, reason) -> page.begin("li")
                            .element("code", file)
                            .text(": " + reason)
                            .end());
            page.end();
        }
        page.end();
    }

    /** Begins a table whose head is still open for one more column. */
    private void table(String... columns) {
        page.begin("div", "class", "scroll", "tabindex", "0")
                .begin("table")
                .begin("thead")
                .begin("tr");
        for (int i = 0; i < columns.length; i++) {
            boolean figures = i > 1;
            page.element("th", columns[i], "scope", "col", "class", figures ? "figure" : "name");
        }
    }
}
