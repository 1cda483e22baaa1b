package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * A command that brings a failed build nearer to passing. The console and the page name the same ones.
 *
 * @param goal the goal to run: {@code lock}
 * @param ends the findings that it answers, each of which no other step answers; at least one
 * @param does what it is run for, the end of a sentence, in which {@code %s} stands for the findings
 */
public record NextStep(String goal, List<EvaluatedFinding> ends, String does) {

    /** From so many findings on, nobody fixes all before the gate is wanted. */
    private static final int MANY = 10;

    private static final Set<String> LOCK = Set.of("missing-lock", "unlocked-artifact");
    private static final Set<String> PIN =
            Set.of("unpinned-uses", "unpinned-images", "pin-without-version-comment", "internal-mutable-ref");
    private static final Set<String> INIT =
            Set.of("security-insights-missing", "security-policy", "codeowners", "update-bot");

    public NextStep {
        ends = List.copyOf(ends);
    }

    /** What it is run for, with the findings called that. */
    public String purpose(String findings) {
        return does.replace("%s", findings);
    }

    /** The commands that help with what fails the build, the one that helps most first; each with all that it answers. */
    public static List<NextStep> of(Result result) {
        List<EvaluatedFinding> failing = result.failing();
        Set<EvaluatedFinding> urgent = new HashSet<>(failing);
        ToLongFunction<NextStep> help =
                step -> step.ends().stream().filter(urgent::contains).count();
        List<NextStep> steps = new ArrayList<>(answering(
                result.findings().stream().filter(EvaluatedFinding::mayFail).toList()));
        steps.removeIf(step -> help.applyAsLong(step) == 0);
        steps.sort(Comparator.comparingLong(help).reversed());
        accepting(result, failing)
                .ifPresent(baseline -> steps.add(baseline.ends().size() > MANY ? 0 : steps.size(), baseline));
        return List.copyOf(steps);
    }

    /** The commands that end some of those findings. */
    public static List<NextStep> answering(Collection<EvaluatedFinding> findings) {
        List<EvaluatedFinding> fix = new ArrayList<>();
        List<EvaluatedFinding> pin = new ArrayList<>();
        List<EvaluatedFinding> lock = new ArrayList<>();
        List<EvaluatedFinding> init = new ArrayList<>();
        for (EvaluatedFinding judged : findings) {
            String id = judged.finding().checkId();
            if (judged.finding().fix().isPresent()) {
                fix.add(judged);
            } else if (PIN.contains(id)) {
                pin.add(judged);
            } else if (LOCK.contains(id)) {
                lock.add(judged);
            } else if (INIT.contains(id)) {
                init.add(judged);
            }
        }
        List<NextStep> steps = new ArrayList<>();
        add(steps, new NextStep("fix", fix, "shows the changes that fix %s"));
        add(steps, new NextStep("pin", pin, "shows the changes that pin actions and images; asks their hosts"));
        add(steps, new NextStep("lock", lock, "writes the lock that dependencies are verified against"));
        add(steps, new NextStep("init", init, "writes the files that are missing"));
        return List.copyOf(steps);
    }

    /** The command that accepts those findings; empty where there is a baseline already, or nothing that may be in one. */
    public static Optional<NextStep> accepting(Result result, Collection<EvaluatedFinding> findings) {
        List<EvaluatedFinding> acceptable =
                findings.stream().filter(judged -> !judged.integrity()).toList();
        return result.comparison().baseline().isPresent() || acceptable.isEmpty()
                ? Optional.empty()
                : Optional.of(new NextStep("baseline", acceptable, "accepts what is there; only new findings fail"));
    }

    private static void add(List<NextStep> steps, NextStep step) {
        if (!step.ends().isEmpty()) {
            steps.add(step);
        }
    }
}
