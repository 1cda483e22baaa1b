package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.history.History;
import io.github.mavenhardening.core.history.HistoryPoint;
import io.github.mavenhardening.core.report.Provenance;
import io.github.mavenhardening.core.run.Coverage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a repository stood over time, as one page: the curve, each commit with what came and went, and what no point tells. */
public final class HistoryPage {

    private static final List<Severity> SHOWN =
            List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

    /** So many checks whose findings came or went are named; the JSON file has all. */
    private static final int CHANGES = 4;

    private final Markup page = new Markup();
    private final History history;
    private final List<HistoryPoint> looked;

    private HistoryPage(History history) {
        this.history = history;
        this.looked = history.looked();
    }

    /**
     * The page, UTF-8; the same history gives the same bytes.
     *
     * @param provenance which repository it is about
     */
    public static byte[] encode(History history, Provenance provenance, String toolVersion) {
        return new HistoryPage(history).write(provenance, toolVersion);
    }

    private byte[] write(Provenance provenance, String toolVersion) {
        String name = provenance.repository().map(PageHeader::shortName).orElse("History");
        Frame frame = new Frame(page, Asset.of("page.css"), Asset.of("aggregate.js"));
        frame.begin("Hardening over time" + (name.equals("History") ? "" : ", " + name));
        header(name);
        page.begin("main", "id", "main");
        curve();
        commits();
        sentences(
                "gaps",
                "What could not be looked at",
                history.gaps(),
                "Everything in these commits could be looked at");
        sentences("limits", "What this does not tell", history.limits(), "");
        frame.endOfOverview(toolVersion);
        return page.toBytes();
    }

    private void header(String name) {
        page.begin("header", "class", "top").begin("div");
        page.element("p", "Hardening over time", "class", "eyebrow");
        page.element("h1", name);
        page.element(
                        "p",
                        Count.of(history.points().size(), "commits")
                                + (history.points().isEmpty()
                                        ? ""
                                        : " from " + day(history.points().get(0)) + " to "
                                                + day(history.points()
                                                        .get(history.points().size() - 1))),
                        "class",
                        "soft")
                .end();
        if (!looked.isEmpty()) {
            HistoryPoint last = looked.get(looked.size() - 1);
            page.begin("div", "class", last.passed() ? "verdict passed" : "verdict failed");
            page.begin("p", "class", "word")
                    .element("span", last.passed() ? "\u2713" : "\u2715", "aria-hidden", "true");
            page.text(last.passed() ? " Passed" : " Failed").end();
            page.element("p", "by today's policy, at " + last.name()).end();
            new SeverityStrip(page).write(last.counts());
        }
        page.end();
    }

    private static LocalDate day(HistoryPoint point) {
        return LocalDate.ofInstant(point.time(), ZoneOffset.UTC);
    }

    private void curve() {
        page.begin("section", "id", "curve", "aria-labelledby", "curve-title");
        page.element("h2", "Findings over time", "id", "curve-title");
        if (looked.isEmpty()) {
            page.element("p", "No commit could be looked at", "class", "soft");
        } else {
            List<Curve.Line> lines = new ArrayList<>();
            for (Severity severity : SHOWN) {
                lines.add(new Curve.Line(
                        severity.label(),
                        looked.stream()
                                .map(point -> point.counts().get(severity))
                                .toList()));
            }
            new Curve(page)
                    .write(
                            lines,
                            looked.get(0).name(),
                            looked.get(looked.size() - 1).name());
        }
        page.end();
    }

    private void commits() {
        page.begin("section", "id", "commits", "aria-labelledby", "commits-title");
        page.element("h2", "Commits", "id", "commits-title");
        page.begin("form", "id", "filter", "role", "search", "aria-label", "Commits", "hidden", "");
        page.begin("label", "class", "query").element("span", "Filter");
        page.single(
                "input", "id", "query", "type", "search", "placeholder", "tag, commit or check", "autocomplete", "off");
        page.end()
                .single("output", "id", "shown", "aria-live", "polite")
                .raw("</output>")
                .end();
        page.begin("div", "class", "scroll", "tabindex", "0").begin("table");
        page.begin("thead").begin("tr");
        for (String column : List.of("Version", "Date", "Verdict")) {
            page.element("th", column, "scope", "col");
        }
        for (String column : List.of("Critical", "High", "Medium", "Low", "Pinned")) {
            page.element("th", column, "scope", "col", "class", "figure");
        }
        page.element("th", "Since the one before", "scope", "col").end().end();
        page.begin("tbody", "id", "rows");
        int at = looked.size();
        for (int i = history.points().size() - 1; i >= 0; i--) {
            HistoryPoint point = history.points().get(i);
            at -= point.looked() ? 1 : 0;
            row(point, point.looked() ? history.changes(at) : new TreeMap<>());
        }
        page.end().end().end().end();
    }

    private void row(HistoryPoint point, SortedMap<String, Integer> changes) {
        page.begin("tr", "data-words", String.join(" ", point.checks().keySet()));
        page.begin("th", "scope", "row")
                .element("span", point.name(), "title", point.commit())
                .end();
        page.element("td", day(point).toString());
        if (!point.looked()) {
            page.element("td", "not looked at", "class", "soft");
            page.begin("td", "colspan", "6")
                    .text(String.join("; ", point.gaps()))
                    .end();
            page.end();
            return;
        }
        page.begin("td")
                .element(
                        "span",
                        point.passed() ? "\u2713 passed" : "\u2715 failed",
                        "class",
                        point.passed() ? "passed" : "failed")
                .end();
        for (Severity severity : SHOWN) {
            int count = point.counts().get(severity);
            page.element(
                    "td",
                    count == 0 ? "\u00b7" : String.valueOf(count),
                    "class",
                    count == 0 ? "figure soft" : "figure");
        }
        page.element("td", pinned(point.coverage()), "class", "figure");
        page.element("td", words(changes)).end();
    }

    private static String pinned(List<Coverage> kinds) {
        long covered = 0;
        long total = 0;
        for (Coverage kind : kinds) {
            covered += kind.covered();
            total += kind.total();
        }
        return total == 0 ? "\u2013" : 100 * covered / total + " %";
    }

    private static String words(SortedMap<String, Integer> changes) {
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, Integer> change : changes.entrySet()) {
            if (words.size() == CHANGES) {
                words.add((changes.size() - CHANGES) + " more checks");
                break;
            }
            words.add((change.getValue() > 0 ? "+" : "\u2212") + Math.abs(change.getValue()) + " " + change.getKey());
        }
        return String.join(", ", words);
    }

    private void sentences(String id, String title, List<String> sentences, String none) {
        page.begin("section", "id", id, "aria-labelledby", id + "-title");
        page.element("h2", title, "id", id + "-title");
        if (sentences.isEmpty()) {
            page.element("p", none, "class", "soft");
        } else {
            page.begin("ul", "class", "plain");
            sentences.forEach(sentence -> page.element("li", sentence));
            page.end();
        }
        page.end();
    }
}
