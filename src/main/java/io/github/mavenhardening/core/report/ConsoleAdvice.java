package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.ConsoleLine.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a log: where everything is, what to do next, how to silence, and which option shows what is hidden. */
final class ConsoleAdvice {

    private static final int STEPS = 3;
    private static final String FORMAT = "  %-8s %s";
    private static final String INDENT = " ".repeat(FORMAT.formatted("", "").length());

    private final Result result;
    private final ConsoleSettings settings;

    ConsoleAdvice(Result result, ConsoleSettings settings) {
        this.result = result;
        this.settings = settings;
    }

    void write(ConsoleLines lines) {
        if (!settings.reports().isEmpty()) {
            line(lines, "Reports", String.join(", ", settings.reports()));
        }
        List<NextStep> steps = NextStep.of(result);
        for (int i = 0; i < Math.min(STEPS, steps.size()); i++) {
            NextStep step = steps.get(i);
            line(lines, i == 0 ? "Next" : "", settings.commands().of(step.goal()) + "   " + step.purpose());
        }
        List<CheckGroup> failing = CheckGroup.of(result.failing());
        silence(failing).ifPresent(how -> line(lines, "Silence", how));
        if (!failing.isEmpty()) {
            line(
                    lines,
                    "Explain",
                    settings.commands().of("explain") + " -Dcheck="
                            + failing.get(0).checkId());
        }
        more().ifPresent(how -> line(lines, "More", how));
    }

    private static void line(ConsoleLines lines, String title, String text) {
        lines.wrapped(Level.INFO, FORMAT.formatted(title, text), INDENT);
    }

    /** How the first of them that may be silenced is; empty where none may be. */
    private static Optional<String> silence(List<CheckGroup> groups) {
        for (CheckGroup group : groups) {
            for (EvaluatedFinding judged : group.findings()) {
                if (!judged.integrity()) {
                    return Optional.of(silence(judged.finding()));
                }
            }
        }
        return Optional.empty();
    }

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
        if (!settings.verbose() && all > 0) {
            options.add("-Dhardening.verbose lists " + (all == 1 ? "" : "all ") + Count.of(all, "findings"));
        }
        if (result.hidden() > 0) {
            options.add("-Dhardening.persona=" + (result.policy().persona() == Persona.REGULAR ? "pedantic|" : "")
                    + "auditor shows up to " + result.hidden() + " more");
        }
        return options.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", options));
    }
}
