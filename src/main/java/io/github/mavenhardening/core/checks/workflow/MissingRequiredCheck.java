package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.Glob;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Finds required checks that no job reports: pull requests wait for them without end, until somebody goes past the rules. */
@AutoService(Check.class)
@CheckInfo(
        id = "missing-required-check",
        title = "No job reports a check that the default branch requires",
        severity = Severity.MEDIUM,
        confidence = Confidence.LOW,
        options = MissingRequiredCheck.Others.class,
        sources = {
            "https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/troubleshooting-required-status-checks"
        })
public final class MissingRequiredCheck implements WorkflowCheck {

    /** Each is compared with each job whose name has more than one form. */
    private static final int MAX_CHECKS = 500;

    record Others(
            @Option(value = "Required checks that come from elsewhere than from workflows", example = "[DCO]")
            Set<String> external) {}

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Optional<ForgeView> found = ForgeView.ofGitHub(this, in.run());
        if (found.isEmpty() || definitions.workflows().isEmpty()) {
            return;
        }
        ForgeView forge = found.get();
        Optional<SortedSet<String>> required = forge.value(
                "'requiredChecks'", forge.settings().defaultBranchRules().requiredChecks());
        if (required.isEmpty() || required.get().isEmpty()) {
            return;
        }
        if (!definitions.unreadable().isEmpty()) {
            forge.gap("not every workflow can be read, so that the names of their jobs are not known");
            return;
        }
        if (required.get().size() > MAX_CHECKS) {
            forge.gap("more than " + MAX_CHECKS + " checks are required");
            return;
        }
        Set<String> names = new HashSet<>();
        List<Glob> patterns = new ArrayList<>();
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.jobs()) {
                collect(job, names, patterns);
            }
        }
        for (String check : required.get()) {
            boolean isReported = names.contains(check)
                    || in.options(Others.class).external().contains(check)
                    || patterns.stream().anyMatch(pattern -> pattern.matches(check));
            if (!isReported) {
                in.report(at(forge.at("defaultBranchRules", "requiredChecks"))
                        .message("The default branch requires the check '" + check
                                + "', and no job of a workflow has that name")
                        .remedy(
                                "Require the job's name as it is now; if it comes from elsewhere, list it under 'external'")
                        .subject(check));
            }
        }
    }

    /** The names under which a job reports: its own, with the matrix's values after it, or the called workflow's jobs. */
    private static void collect(Job job, Set<String> names, List<Glob> patterns) {
        String name = job.name().map(YamlScalar::value).orElse(job.id().value());
        boolean isOpen = name.contains("${{");
        if (!isOpen) {
            names.add(name);
        }
        if (isOpen || job.matrix().isPresent() || job instanceof ReusableWorkflowCall) {
            String fixed = isOpen ? name.replaceAll("\\$\\{\\{.{0,1000}?}}", "\0") : name;
            String pattern = fixed.replaceAll("([*?\\[\\]\\\\])", "\\\\$1").replace("\0", "*");
            patterns.add(Glob.of(pattern, false));
            patterns.add(Glob.of(pattern + (job instanceof ReusableWorkflowCall ? " / *" : " (*)"), false));
        }
    }
}
