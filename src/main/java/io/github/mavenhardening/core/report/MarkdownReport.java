package io.github.mavenhardening.core.report;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.policy.Danger;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.AuditResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result as Markdown, for the summary of a job on GitHub and for comments: the verdict, a table of checks, the new findings
 * by check, the most dangerous first, and what could not be looked at. It is cut where GitHub would take none of it.
 */
@AutoService(Report.class)
public final class MarkdownReport implements Report {

    /** The most bytes of the summary of a step; GitHub shows nothing of a larger one. */
    public static final int LIMIT = 1 << 20;

    /** Bytes kept for the sentence that says what was left out. */
    private static final int RESERVE = 200;

    /** The part of the text that may be about the lock: a fourth. */
    private static final int LOCK_SHARE = 4;

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public String fileName() {
        return "hardening.md";
    }

    @Override
    public String purpose() {
        return "Markdown, for summaries of jobs and comments";
    }

    @Override
    public byte[] encode(Result result, ReportContext context) {
        return encodeWithin(result, context).bytes();
    }

    @Override
    public Encoded encodeWithin(Result result, ReportContext context) {
        // Silent: what is cut is answered with the text, and stands in it.
        return encodeWithin(result, context, LIMIT);
    }

    /**
     * The result within a number of bytes.
     *
     * @param limit the most bytes; nothing is written where the beginning does not fit
     */
    public Encoded encodeWithin(Result result, ReportContext context, int limit) {
        BoundedText text = new BoundedText(limit - RESERVE);
        List<EvaluatedFinding> counting = Danger.sorted(result.counting());
        List<EvaluatedFinding> shown = new ArrayList<>();
        for (EvaluatedFinding judged : counting) {
            if (judged.mayFail()) {
                shown.add(judged);
            }
        }
        text.add(head(result));
        text.add(table(counting, context));
        text.add(unchecked(result));
        List<String> left = new ArrayList<>();
        if (context.lockChange().isPresent()) {
            // The findings get the room that it does not need.
            Encoded change = LockChangeMarkdown.partWithin(context.lockChange().get(), limit / LOCK_SHARE);
            text.add(new String(change.bytes(), StandardCharsets.UTF_8));
            left.addAll(change.cut());
        }
        int listed = text.isFull() ? 0 : findings(text, shown, context);
        if (listed == shown.size() && !text.isFull()) {
            return new Encoded(text.bytes(), left);
        }
        String cut = (listed == 0 ? "no" : "the " + listed + " most dangerous") + " of "
                + Count.of(shown.size(), "findings") + " are listed, which is as much as GitHub takes; "
                + "the JSON report lists all";
        text.end("\nCut: " + cut + ".\n");
        left.add(cut);
        return new Encoded(text.bytes(), left);
    }

    private static String head(Result result) {
        StringBuilder head = new StringBuilder("## Hardening: ");
        head.append(result.verdict().passed() ? "passed" : "failed").append("\n\n");
        for (String reason : result.verdict().reasons()) {
            head.append("- ").append(MarkdownText.of(reason)).append('\n');
        }
        if (!result.verdict().reasons().isEmpty()) {
            head.append('\n');
        }
        head.append("Findings: ").append(Wording.bySeverity(result.counts()));
        int known = result.counting().size();
        for (EvaluatedFinding judged : result.counting()) {
            known -= judged.mayFail() ? 1 : 0;
        }
        int suppressed = result.findings().size() - result.counting().size();
        if (known > 0) {
            head.append("; ").append(known).append(" of them known or untouched, and not listed");
        }
        if (suppressed > 0) {
            head.append("; ").append(suppressed).append(" suppressed");
        }
        String examined = Wording.examined(Wording.examined(result.audits()));
        head.append(
                examined.isEmpty() ? ". Nothing was looked at.\n" : ". Looked at " + MarkdownText.of(examined) + ".\n");
        return head.toString();
    }

    private static String table(List<EvaluatedFinding> counting, ReportContext context) {
        if (counting.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("\n| check | worst | findings | fixable |\n|---|---|---:|---:|\n");
        for (CheckGroup group : CheckGroup.of(counting)) {
            table.append("| ")
                    .append(link(group.checkId(), context))
                    .append(" | ")
                    .append(group.severity().label())
                    .append(" | ")
                    .append(group.count())
                    .append(" | ")
                    .append(group.fixable())
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String unchecked(Result result) {
        StringBuilder text = new StringBuilder();
        for (AuditResult audit : result.audits()) {
            for (String sentence : Wording.unchecked(audit)) {
                text.append("- ").append(MarkdownText.of(sentence)).append('\n');
            }
        }
        return text.isEmpty() ? "" : "\n### Not looked at\n\n" + text;
    }

    /** Lists as many findings as fit, by check, and answers how many. */
    private static int findings(BoundedText text, List<EvaluatedFinding> shown, ReportContext context) {
        Map<String, List<EvaluatedFinding>> groups = new LinkedHashMap<>();
        for (EvaluatedFinding judged : shown) {
            groups.computeIfAbsent(judged.finding().checkId(), id -> new ArrayList<>())
                    .add(judged);
        }
        int listed = 0;
        for (Map.Entry<String, List<EvaluatedFinding>> group : groups.entrySet()) {
            Optional<Check> check = context.checks().byId(group.getKey());
            String title = check.map(
                            known -> "\n" + MarkdownText.of(known.info().title()) + "\n")
                    .orElse("");
            String before = "\n### " + link(group.getKey(), context) + "\n" + title + "\n";
            String remedy = "";
            for (EvaluatedFinding judged : group.getValue()) {
                Finding finding = judged.finding();
                String line = "- **" + finding.severity().label() + "** "
                        + MarkdownText.of(Wording.place(finding.primary())) + " "
                        + MarkdownText.of(CheckHelp.sentence(finding.message()));
                // A remedy that stands a line above need not stand here.
                line += finding.remedy().equals(remedy)
                        ? "\n"
                        : " " + MarkdownText.of(CheckHelp.sentence(finding.remedy())) + "\n";
                if (!text.add(before + line)) {
                    return listed;
                }
                before = "";
                remedy = finding.remedy();
                listed++;
            }
        }
        return listed;
    }

    private static String link(String checkId, ReportContext context) {
        String text = MarkdownText.of(checkId);
        Optional<String> address = context.checks().byId(checkId).flatMap(CheckHelp::address);
        return address.isPresent() ? "[" + text + "](<" + address.get() + ">)" : text;
    }
}
