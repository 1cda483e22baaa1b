package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.shell.GradleCommand;
import io.github.mavenhardening.core.shell.MavenCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.release.Release;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.workflow.step.StartedMaven;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds releases that skip tests which nothing ran before. */
@AutoService(Check.class)
@CheckInfo(
        id = "deploy-without-verify",
        title = "A release skips tests that no earlier job or step ran",
        severity = Severity.LOW,
        confidence = Confidence.MEDIUM,
        persona = Persona.PEDANTIC,
        sources = {
            "https://maven.apache.org/guides/introduction/introduction-to-the-lifecycle.html",
            "https://maven.apache.org/surefire/maven-surefire-plugin/examples/skipping-tests.html"
        })
public final class DeployWithoutVerify implements WorkflowCheck {

    private static final String OWN_SKIP = "hardening.skip";

    /** What actions call an input that is a command. */
    private static final Pattern COMMAND_INPUT =
            Pattern.compile("(?i)(?:.{0,60}[-_])?(?:cmd|command|commands|run|script)(?:[-_].{0,60})?");

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        for (Release release :
                Releases.of(job, workflow, in.definitions(), in.run().repository())) {
            if (release.command().isPresent()) {
                look(release.command().get(), release, job, workflow, in);
            }
        }
    }

    private void look(ShellCommand command, Release release, NormalJob job, Workflow workflow, WorkflowContext in) {
        Repository repository = in.run().repository();
        Optional<MavenCommand> maven = StartedMaven.of(command, release.step(), repository);
        if (StartedMaven.isCut(command, release.step(), repository)) {
            in.run()
                    .gap("Not all words that '" + release.text() + "' in '" + workflow.path()
                            + "' takes from MAVEN_ARGS or .mvn/maven.config are looked at: they are too many");
        }
        if (maven.isPresent()
                && !maven.get().properties().getOrDefault(OWN_SKIP, "false").equals("false")) {
            in.report(finding(release, "-D" + OWN_SKIP, "the checks of this plugin", in)
                    .severity(Severity.MEDIUM)
                    .persona(Persona.REGULAR));
        }
        Optional<String> skipped = skippingTests(maven, command);
        if (skipped.isPresent() && !isTested(job, workflow, in.definitions(), repository)) {
            in.report(finding(release, skipped.get(), "tests", in));
        }
    }

    /** The option by which a command skips tests. */
    private static Optional<String> skippingTests(Optional<MavenCommand> maven, ShellCommand command) {
        Optional<String> property = maven.isPresent() ? maven.get().skippingTests() : Optional.empty();
        if (property.isPresent()) {
            return Optional.of("-D" + property.get());
        }
        Optional<GradleCommand> gradle = GradleCommand.of(command);
        return gradle.isPresent() ? gradle.get().skippedTests().map(task -> "-x " + task) : Optional.empty();
    }

    private Finding.Builder finding(Release release, String option, String what, WorkflowContext in) {
        return release.step()
                .explain(at(release.place())
                        .message("'" + release.text() + "' publishes with '" + option + "'"
                                + (isGiven(option, release.command().orElseThrow())
                                        ? ""
                                        : " of .mvn/maven.config, MAVEN_ARGS or a profile")
                                + ", but nothing before it in this workflow runs " + what)
                        .remedy("Run the tests in this job, or in one that it 'needs'")
                        .subject(in.job().orElseThrow().id().value() + " " + option));
    }

    /** Whether an option of Maven's stands in the command itself. */
    private static boolean isGiven(String option, ShellCommand command) {
        Optional<MavenCommand> maven = MavenCommand.of(command);
        String name = option.substring("-D".length());
        return maven.isEmpty()
                || maven.get().properties().containsKey(name)
                || maven.get().skippingTests().equals(Optional.of(name));
    }

    /** Whether the job tests in another command, or needs a job that does or whose steps are elsewhere. */
    private static boolean isTested(NormalJob job, Workflow workflow, Definitions definitions, Repository repository) {
        // A run that follows another one, or is called, comes after what that has done.
        if (workflow.runsOn("workflow_run") || workflow.runsOn("workflow_call")) {
            return true;
        }
        Optional<Set<String>> known = definitions.known(DeployWithoutVerify.class, workflow);
        Set<String> tested = known.isPresent()
                ? known.get()
                : definitions.keep(DeployWithoutVerify.class, workflow, tested(workflow, definitions, repository));
        return tested.contains(job.id().value());
    }

    /** The ids of the jobs that test, or whose steps are elsewhere, and of all that need one of them. */
    private static Set<String> tested(Workflow workflow, Definitions definitions, Repository repository) {
        Map<String, List<String>> needing = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (Job job : workflow.jobs()) {
            if (!(job instanceof NormalJob normal) || tests(normal, workflow, definitions, repository)) {
                open.push(job.id().value());
            }
            for (YamlScalar id : job.needs()) {
                needing.putIfAbsent(id.value(), new ArrayList<>());
                needing.get(id.value()).add(job.id().value());
            }
        }
        Set<String> tested = new HashSet<>();
        while (!open.isEmpty()) {
            String id = open.pop();
            if (tested.add(id)) {
                open.addAll(needing.getOrDefault(id, List.of()));
            }
        }
        return tested;
    }

    private static boolean tests(NormalJob job, Workflow workflow, Definitions definitions, Repository repository) {
        for (ReachedStep step : JobSteps.of(job, workflow, definitions)) {
            for (ShellCommand command : ProjectScripts.commands(step, definitions, repository)) {
                if (isTesting(command, step, repository)) {
                    return true;
                }
            }
            if (runsTests(step, repository)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an action is given a command to run that tests. */
    private static boolean runsTests(ReachedStep step, Repository repository) {
        if (step.step().uses().isEmpty()) {
            return false;
        }
        for (NamedValues.Binding input : step.step().uses().get().with().all()) {
            if (COMMAND_INPUT.matcher(input.name().value()).matches()
                    && input.text().isPresent()) {
                for (ShellCommand command :
                        ShellScript.of(input.text().get(), Shell.POSIX).commands()) {
                    if (isTesting(command, step, repository)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isTesting(ShellCommand command, ReachedStep step, Repository repository) {
        Optional<MavenCommand> maven = StartedMaven.of(command, step, repository);
        Optional<GradleCommand> gradle = GradleCommand.of(command);
        return (maven.isPresent() && maven.get().isTesting() && !StartedMaven.isCut(command, step, repository))
                || (gradle.isPresent() && gradle.get().isTesting());
    }
}
