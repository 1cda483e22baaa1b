package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A command that brings a failed build nearer to passing.
 *
 * @param goal the goal to run: {@code lock}
 * @param findings how many of the findings that fail the build it answers
 * @param purpose what it is run for, the end of a sentence
 */
public record NextStep(String goal, int findings, String purpose) {

    /** From so many findings on, nobody fixes all before the gate is wanted. */
    private static final int MANY = 10;

    private static final Set<String> LOCK = Set.of("missing-lock", "unlocked-artifact");
    private static final Set<String> PIN =
            Set.of("unpinned-uses", "unpinned-images", "pin-without-version-comment", "internal-mutable-ref");
    private static final Set<String> INIT =
            Set.of("security-insights-missing", "security-policy", "codeowners", "update-bot");

    /** The commands that help with what fails the build, the one that helps most first. */
    public static List<NextStep> of(Result result) {
        int lock = 0;
        int init = 0;
        int pin = 0;
        int fix = 0;
        int acceptable = 0;
        for (EvaluatedFinding judged : result.failing()) {
            String id = judged.finding().checkId();
            lock += LOCK.contains(id) ? 1 : 0;
            pin += PIN.contains(id) ? 1 : 0;
            init += INIT.contains(id) ? 1 : 0;
            fix += judged.finding().fix().isPresent() ? 1 : 0;
            acceptable += judged.integrity() ? 0 : 1;
        }
        List<NextStep> steps = new ArrayList<>();
        add(steps, new NextStep("fix", fix, "shows the changes that fix " + Count.of(fix, "findings")));
        add(steps, new NextStep("pin", pin, "shows the changes that pin actions and images; asks their hosts"));
        add(steps, new NextStep("lock", lock, "writes the lock that dependencies are verified against"));
        add(steps, new NextStep("init", init, "writes the files that are missing"));
        steps.sort(Comparator.comparing(NextStep::findings).reversed());
        if (result.comparison().baseline().isEmpty()) {
            NextStep baseline = new NextStep("baseline", acceptable, "accepts what is there; only new findings fail");
            if (acceptable > MANY) {
                steps.add(0, baseline);
            } else {
                add(steps, baseline);
            }
        }
        return List.copyOf(steps);
    }

    private static void add(List<NextStep> steps, NextStep step) {
        if (step.findings() > 0) {
            steps.add(step);
        }
    }
}
