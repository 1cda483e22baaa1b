package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.Commands;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.JobAccess;
import io.github.mavenhardening.core.run.JobAccess.Guard;
import io.github.mavenhardening.core.run.JobAccess.Owner;
import io.github.mavenhardening.core.run.JobAccess.Rule;
import java.util.ArrayList;
import java.util.List;

/** Which job reaches which credentials: a line for each thing that it publishes or reads, with the rule that guards it. */
final class AccessTable {

    private final Markup page;
    private final Commands commands;

    AccessTable(Markup page, Commands commands) {
        this.page = page;
        this.commands = commands;
    }

    /** Nothing where no job reaches anything. */
    void write(Result result) {
        List<JobAccess> jobs = new ArrayList<>();
        for (AuditResult audit : result.audits()) {
            jobs.addAll(audit.measures().access());
        }
        if (jobs.isEmpty()) {
            return;
        }
        page.begin("section", "id", "access", "aria-labelledby", "access-title");
        page.element("h2", "Who reaches which credentials", "id", "access-title");
        page.begin("p", "class", "soft").sentence(summary(jobs)).end();
        page.begin("table", "class", "access");
        page.begin("thead").begin("tr");
        for (String column : List.of("Job", "Started by", "Environment", "Reaches", "Guarded by")) {
            page.element("th", column, "scope", "col");
        }
        page.end().end();
        jobs.forEach(this::job);
        page.end().end();
    }

    private String summary(List<JobAccess> jobs) {
        int open = 0;
        int unknown = 0;
        int all = 0;
        for (JobAccess job : jobs) {
            for (Line line : lines(job)) {
                all++;
                open += line.rule().guard() == Guard.OPEN ? 1 : 0;
                unknown += line.rule().guard() == Guard.UNKNOWN ? 1 : 0;
            }
        }
        String sentence = "Of " + Count.of(all, "ways") + " to a credential or a publication nothing guards " + open;
        return unknown == 0
                ? sentence + "."
                : sentence + ", and of " + unknown
                        + " it is unknown. What guards environments stands in the forge's settings: `"
                        + commands.of("forge") + "` takes a snapshot of them";
    }

    /** One thing that a job reaches. */
    private record Line(String kind, String name, String detail, Rule rule) {}

    private static List<Line> lines(JobAccess job) {
        List<Line> lines = new ArrayList<>();
        for (String what : job.publishes()) {
            lines.add(new Line("Publishes with", what, "", job.rule()));
        }
        for (JobAccess.Secret secret : job.secrets()) {
            boolean isAny = secret.name().equals("*");
            String detail = secret.owner() == Owner.UNKNOWN
                    ? ""
                    : secret.owner() == Owner.NOBODY
                            ? ", which nobody has"
                            : " of " + secret.owner().words();
            lines.add(new Line(isAny ? "Any secret" : "Secret", isAny ? "" : secret.name(), detail, secret.rule()));
        }
        if (lines.isEmpty()) {
            lines.add(new Line("The environment", "", "", job.rule()));
        }
        return lines;
    }

    private void job(JobAccess job) {
        List<Line> lines = lines(job);
        String rows = String.valueOf(lines.size());
        page.begin("tbody");
        for (int i = 0; i < lines.size(); i++) {
            page.begin("tr");
            if (i == 0) {
                page.begin("th", "scope", "rowgroup", "rowspan", rows);
                page.element("code", job.job()).element("small", job.workflow()).end();
                page.begin("td", "rowspan", rows, "data-label", "Started by")
                        .text(String.join(", ", job.events()))
                        .end();
                page.begin("td", "rowspan", rows, "data-label", "Environment");
                if (job.environment().isPresent()) {
                    page.element("code", job.environment().get());
                } else {
                    page.text("none");
                }
                page.end();
            }
            line(lines.get(i));
            page.end();
        }
        page.end();
    }

    private void line(Line line) {
        page.begin("td", "data-label", "Reaches").text(line.kind());
        if (!line.name().isEmpty()) {
            page.text(" ").element("code", line.name());
        }
        page.text(line.detail()).end();
        page.begin("td", "data-label", "Guarded by");
        switch (line.rule().guard()) {
            case GUARDED -> page.text(line.rule().text());
            case OPEN -> page.element("span", line.rule().text(), "class", "over");
            case UNKNOWN -> page.element("span", "Unknown: " + line.rule().text(), "class", "soft");
        }
        page.end();
    }
}
