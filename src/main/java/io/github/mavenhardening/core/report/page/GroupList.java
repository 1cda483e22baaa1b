package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.CheckPages;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.report.ReportContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The findings by check, readable without a script: each check opens to what to do, its places and its documentation. The script
 * puts its own list in the place of the places.
 */
final class GroupList {

    /** The most places of a check without a script. */
    private static final int PLACES = 100;
    /** The most different remedies of a check that stand above its places. */
    private static final int REMEDIES = 3;

    private final Markup page;
    private final ReportContext context;

    GroupList(Markup page, ReportContext context) {
        this.page = page;
        this.context = context;
    }

    void write(List<Group> groups) {
        page.begin("div", "id", "groups");
        groups.forEach(this::group);
        page.end();
    }

    private void group(Group group) {
        Optional<CheckInfo> info = context.checks().byId(group.checkId()).map(Check::info);
        String severity = group.severity().label();
        page.begin("details", "class", "group", "data-check", group.checkId());
        page.begin("summary");
        SeverityMark.write(page, severity);
        page.begin("h3").element("span", group.checkId(), "class", "id").end();
        page.element("span", info.map(CheckInfo::title).orElse(""), "class", "what");
        page.element("span", amount(group), "class", "amount");
        page.end();
        page.begin("div", "class", "body");
        remedies(group);
        page.begin("ul", "class", "places");
        group.findings().stream().limit(PLACES).forEach(this::place);
        page.end();
        if (group.findings().size() > PLACES) {
            page.element(
                    "p",
                    Count.of(group.findings().size() - PLACES, "places") + " more stand in the other reports",
                    "class",
                    "places soft");
        }
        about(group, info);
        page.end().end();
    }

    private static String amount(Group group) {
        int suppressed = group.findings().size() - group.counting();
        String places = EvaluatedFinding.tally(group.counted()).of("findings")
                + (group.files() == 0 ? "" : " in " + Count.of(group.files(), "files"));
        return group.counting() == 0
                ? suppressed + " suppressed"
                : places + (suppressed == 0 ? "" : ", " + suppressed + " suppressed");
    }

    private void remedies(Group group) {
        Set<String> remedies = new LinkedHashSet<>();
        group.findings().forEach(judged -> remedies.add(judged.finding().remedy()));
        page.begin("div", "class", "remedy").element("h4", "What to do");
        remedies.stream()
                .limit(REMEDIES)
                .forEach(remedy -> page.begin("p").sentence(remedy).end());
        if (remedies.size() > REMEDIES) {
            page.element("p", "What to do differs from place to place; each says its own", "class", "soft");
        }
        page.end();
    }

    private void place(EvaluatedFinding judged) {
        Finding finding = judged.finding();
        page.begin("li").element("code", where(finding.primary())).text(" ").sentence(finding.message());
        Standing standing = Standing.of(judged);
        if (standing != Standing.PLAIN) {
            page.text(" ").element("span", standing.label(), "class", "tag");
        }
        page.end();
    }

    static String where(Location place) {
        String path = place.path().isEmpty() ? "(repository)" : place.path();
        return place.span().isEmpty() ? path : path + ":" + place.line();
    }

    private void about(Group group, Optional<CheckInfo> info) {
        page.begin("div", "class", "about");
        Optional<Check> check = context.checks().byId(group.checkId());
        Optional<String> text = check.flatMap(CheckPages::of).map(context.commands()::spelled);
        if (text.isPresent()) {
            page.begin("details", "class", "more").element("summary", "Why it matters, and how to do it right");
            page.begin("div", "class", "prose");
            new CheckText(page).write(text.get());
            page.end().end();
        }
        info.ifPresent(known -> silence(known));
        page.end();
    }

    private void silence(CheckInfo info) {
        page.begin("details", "class", "more").element("summary", "How to silence it");
        page.begin("div", "class", "prose");
        String id = Sanitizer.text(info.id());
        switch (info.silence()) {
            case FREELY -> {
                page.begin("p").text("One place, by a comment on its line that says why: ");
                page.element("code", "# hardening: ignore[" + id + "] reason").end();
                page.begin("p")
                        .text("Places by their path, in the policy file under ")
                        .element("code", "exceptions");
                page.text(": ")
                        .element("code", "- {check: " + id + ", path: \"…\", reason: \"…\", expires: …}")
                        .end();
                page.begin("p").text("The whole check, in the policy file: ");
                page.element("code", "checks: {" + id + ": {enabled: false}}").end();
            }
            case BY_EXCEPTION -> {
                page.begin("p")
                        .text(
                                "It is a check of integrity. An exception in the policy file alone takes a finding back,");
                page.text(" with a reason and a last day: ");
                page.element("code", "- {check: " + id + ", about: \"…\", reason: \"…\", expires: …}")
                        .end();
            }
            case NEVER ->
                page.element(
                        "p",
                        "Nothing silences it: what was vouched for does not hold. Correct the files, or what was found");
        }
        page.end().end();
    }
}
