package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.Provenance;
import io.github.mavenhardening.core.report.ReportContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The head of the page: whose it is, and the verdict as a word, with its reasons. */
final class PageHeader {

    /** So much of a commit's hash is shown. */
    private static final int HASH = 10;

    private final Markup page;

    PageHeader(Markup page) {
        this.page = page;
    }

    void write(Result result, List<EvaluatedFinding> failing, ReportContext context) {
        boolean passed = result.verdict().passed();
        page.begin("header", "class", "top");
        page.begin("div");
        page.element("p", "Hardening", "class", "eyebrow");
        String name = nameOf(context);
        page.element("h1", name.isEmpty() ? "Supply chain report" : name);
        page.element("p", String.join(" \u00b7 ", about(result, context)), "class", "soft");
        page.end();
        page.begin("div", "class", passed ? "verdict passed" : "verdict failed");
        page.begin("p", "class", "word").element("span", passed ? "\u2713" : "\u2715", "aria-hidden", "true");
        page.text(passed ? " Passed" : " Failed").end();
        if (passed) {
            page.element("p", "Nothing found that fails the build");
        } else {
            for (String reason : result.verdict().reasons()) {
                page.element("p", reason);
            }
            if (result.comparison().baseline().isPresent()) {
                page.element("p", Count.of(failing.size(), "findings") + " not in the baseline");
            }
        }
        page.end();
        new SeverityStrip(page).write(result.counts());
        page.end();
    }

    /** The repository's name as people say it, and the folder in it that was looked at; empty where neither is known. */
    static String nameOf(ReportContext context) {
        List<String> parts = new ArrayList<>();
        Optional<String> repository = context.checkout().provenance().repository();
        if (repository.isPresent()) {
            parts.add(shortName(repository.get()));
        }
        if (!context.root().equals(".")) {
            parts.add(context.root());
        }
        return String.join(", ", parts);
    }

    /** The last two parts of an address: {@code owner/name}. */
    static String shortName(String address) {
        String[] parts = address.replaceFirst("(\\.git)?/?$", "").split("/", -1);
        return parts.length < 2 ? address : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }

    private static List<String> about(Result result, ReportContext context) {
        List<String> about = new ArrayList<>();
        Provenance version = context.checkout().provenance();
        if (version.branch().isPresent()) {
            about.add("branch " + version.branch().get());
        }
        if (version.commit().isPresent()) {
            String commit = version.commit().get();
            about.add("commit " + commit.substring(0, Math.min(HASH, commit.length())));
        }
        List<String> files = result.policy().files();
        about.add("policy: " + (files.isEmpty() ? "none, defaults" : String.join(", ", files)));
        return about;
    }
}
