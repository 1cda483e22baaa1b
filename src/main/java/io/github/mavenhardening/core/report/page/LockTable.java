package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.lock.change.ArtifactChange;
import io.github.mavenhardening.core.lock.change.LockChange;
import io.github.mavenhardening.core.lock.change.Notice;
import io.github.mavenhardening.core.report.LockChangeText;
import java.util.ArrayList;
import java.util.List;

/** What the change at hand brings to the lock: the artifacts that a reviewer has to look at, then the others, folded away. */
final class LockTable {

    private final Markup page;

    LockTable(Markup page) {
        this.page = page;
    }

    void write(LockChange change) {
        page.begin("section", "id", "lock-change", "aria-labelledby", "lock-change-title");
        page.element("h2", "What this change brings", "id", "lock-change-title");
        page.element("p", LockChangeText.summary(change), "class", "soft");
        List<Notice> beside = change.build();
        if (!beside.isEmpty()) {
            page.begin("ul", "class", "plain");
            beside.forEach(notice -> notice("li", notice));
            page.end();
        }
        List<ArtifactChange> noticed = new ArrayList<>();
        List<ArtifactChange> others = new ArrayList<>();
        for (ArtifactChange artifact : change.artifacts()) {
            (artifact.notices().isEmpty() ? others : noticed).add(artifact);
        }
        table(noticed);
        if (!others.isEmpty()) {
            page.begin("details", "class", "more");
            page.element("summary", Count.of(others.size(), "artifacts") + " of which nothing stands out");
            table(others);
            page.end();
        }
        gaps(LockChangeText.gaps(change));
        page.end();
    }

    private void table(List<ArtifactChange> artifacts) {
        if (artifacts.isEmpty()) {
            return;
        }
        page.begin("table", "class", "access");
        page.begin("thead").begin("tr");
        for (String column : List.of("Artifact", "Versions", "What to look at")) {
            page.element("th", column, "scope", "col");
        }
        page.end().end();
        artifacts.forEach(this::row);
        page.end();
    }

    private void row(ArtifactChange artifact) {
        page.begin("tbody").begin("tr");
        page.begin("th", "scope", "row").element("code", artifact.artifact()).end();
        page.element("td", LockChangeText.versions(artifact), "data-label", "Versions");
        page.begin("td", "data-label", "What to look at");
        artifact.notices().forEach(notice -> notice("div", notice));
        List<String> facts = LockChangeText.facts(artifact);
        if (!facts.isEmpty()) {
            page.element("div", String.join("; ", facts), "class", "soft");
        }
        page.end().end().end();
    }

    private void notice(String element, Notice notice) {
        page.begin(element)
                .element("strong", notice.concern().label())
                .text(": " + notice.text())
                .end();
    }

    private void gaps(List<String> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        page.element("h3", "Not known").begin("ul", "class", "plain");
        gaps.forEach(gap -> page.element("li", gap));
        page.end();
    }
}
