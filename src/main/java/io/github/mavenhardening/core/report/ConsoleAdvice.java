package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.policy.Danger;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.ConsoleLine.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The end of a log: where everything is, what to do next, how to silence, and which option shows what is hidden. */
final class ConsoleAdvice {

    /** One for each of the three duties, and the baseline. */
    private static final int STEPS = 4;

    private static final String INDENT = " ".repeat("  Reports  ".length());

    private final Result result;
    private final ConsoleSettings settings;

    ConsoleAdvice(Result result, ConsoleSettings settings) {
        this.result = result;
        this.settings = settings;
    }

    void write(ConsoleLines lines) {
        if (!settings.reports().isEmpty()) {
            line(lines, "Reports", reports());
        }
        List<NextStep> steps = NextStep.of(result);
        for (int i = 0; i < Math.min(STEPS, steps.size()); i++) {
            NextStep step = steps.get(i);
            command(
                    lines,
                    i == 0 ? "Next" : "",
                    settings.commands().of(step.goal()),
                    "   " + step.purpose(Count.of(step.ends().size(), "findings")));
        }
        List<EvaluatedFinding> failing = result.failing();
        worst(failing, judged -> !judged.integrity()).ifPresent(one -> line(lines, "Silence", silence(one)));
        worst(failing, judged -> true).ifPresent(one -> {
            String explain = settings.commands().of("explain") + " -Dcheck=" + one.checkId();
            command(lines, "Explain", explain, "");
        });
        more().ifPresent(how -> line(lines, "More", how));
    }

    /** The page, or the first, with its folder, the others as far as they differ: {@code target/hardening/hardening.html (also .json, .sarif)}. */
    private String reports() {
        List<String> files = new ArrayList<>(settings.reports());
        files.sort(Comparator.comparing(file -> !file.endsWith(".html")));
        String first = files.get(0);
        String stem = first.substring(0, first.lastIndexOf('.') < 0 ? first.length() : first.lastIndexOf('.'));
        String folder = first.substring(0, first.lastIndexOf('/') + 1);
        List<String> others = new ArrayList<>();
        for (String file : files.subList(1, files.size())) {
            others.add(file.substring(file.startsWith(stem + ".") ? stem.length() : folder.length()));
        }
        return others.isEmpty() ? first : first + " (also " + String.join(", ", others) + ")";
    }

    private static void line(ConsoleLines lines, String title, String text) {
        lines.wrapped(Level.INFO, titled(title) + text, INDENT);
    }

    /** A command stays on one line, so that it can be copied; what it is for goes below it where both are too long. */
    private static void command(ConsoleLines lines, String title, String command, String purpose) {
        String line = titled(title) + command;
        if (line.length() + purpose.length() <= lines.width(Level.INFO)) {
            lines.whole(Level.INFO, line + purpose);
        } else {
            lines.whole(Level.INFO, line);
            if (!purpose.isBlank()) {
                lines.wrapped(Level.INFO, INDENT + purpose, INDENT + "   ");
            }
        }
    }

    private static String titled(String title) {
        String begin = "  " + title;
        return begin + " ".repeat(INDENT.length() - begin.length());
    }

    private static Optional<Finding> worst(List<EvaluatedFinding> findings, Predicate<EvaluatedFinding> wanted) {
        return Danger.worst(findings.stream().filter(wanted).toList()).map(EvaluatedFinding::finding);
    }

    /** How it is silenced, where that may be. */
    private static String silence(Finding finding) {
        String path = finding.primary().path();
        String comment = "hardening: ignore[" + finding.checkId() + "] reason";
        if (finding.primary().span().isPresent() && (path.endsWith(".yml") || path.endsWith(".yaml"))) {
            return "# " + comment + "   on the line";
        }
        return finding.primary().span().isPresent() && path.endsWith(".xml")
                ? "<!-- " + comment + " -->   on the line"
                : "an exception for " + finding.checkId() + " in .mvn/hardening.yml, with a reason";
    }

    private Optional<String> more() {
        List<String> options = new ArrayList<>();
        int all = result.counting().size();
        // One that fails the build was listed in full.
        if (!settings.verbose() && all > (result.failing().isEmpty() ? 0 : 1)) {
            options.add("-Dhardening.verbose lists " + (all == 1 ? "it in full" : "all " + all));
        }
        if (result.hidden() > 0) {
            options.add("-Dhardening.persona=auditor up to " + result.hidden() + " more");
        }
        return options.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", options));
    }
}
