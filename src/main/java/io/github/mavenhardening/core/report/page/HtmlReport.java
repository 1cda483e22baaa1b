package io.github.mavenhardening.core.report.page;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.Report;
import io.github.mavenhardening.core.report.ReportContext;
import java.util.List;

/**
 * The result as one HTML page that opens from disk, from a mail or from a server alike: it loads nothing, and its policy forbids
 * it to. Days that are left are counted by the reader's clock, so that the page itself is the same at every time.
 */
@AutoService(Report.class)
public final class HtmlReport implements Report {

    @Override
    public String format() {
        return "html";
    }

    @Override
    public String fileName() {
        return "hardening.html";
    }

    @Override
    public String purpose() {
        return "a page for people, in one file: what to do first, findings in their source, coverage, set-up";
    }

    @Override
    public byte[] encode(Result result, ReportContext context) {
        List<EvaluatedFinding> failing = result.failing();
        List<Group> groups = Group.of(result.findings(), failing);
        SourceLines source = SourceLines.of(result.findings(), context.checkout()::text);
        String data = new FindingData(source, failing).of(groups);

        Markup page = new Markup();
        Frame frame = new Frame(page, Asset.of("page.css"), Asset.of("page.js"));
        frame.begin("Hardening: " + (result.verdict().passed() ? "passed" : "failed") + nameOf(context));
        new PageHeader(page).write(result, failing, context);
        page.begin("main", "id", "main");
        new Tiles(page).write(result);
        new FirstSteps(page, context.commands()).write(result, groups);
        findings(page, groups, context, result);
        if (context.lockChange().isPresent()) {
            new LockTable(page).write(context.lockChange().get());
        }
        new AccessTable(page, context.commands()).write(result);
        new CoverageBars(page).write(result);
        new TimeLimits(page).write(result);
        new Unchecked(page).write(result);
        new SetUp(page).write(result, context);
        page.end();
        frame.end(data);
        return page.toBytes();
    }

    private static String nameOf(ReportContext context) {
        String name = PageHeader.nameOf(context);
        return name.isEmpty() ? "" : ", " + name;
    }

    private static void findings(Markup page, List<Group> groups, ReportContext context, Result result) {
        page.begin("section", "id", "findings", "aria-labelledby", "findings-title");
        page.element("h2", "Findings", "id", "findings-title");
        if (groups.isEmpty()) {
            page.element("p", "Nothing was found in what could be looked at", "class", "soft");
        } else {
            new FilterBar(page).write(result);
            new GroupList(page, context).write(groups);
        }
        page.end();
    }
}
