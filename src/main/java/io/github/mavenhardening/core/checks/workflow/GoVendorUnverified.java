package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.posture.Manifests;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds Go modules whose vendored dependencies are never compared with what go.sum says of them. */
@AutoService(Check.class)
@CheckInfo(
        id = "go-vendor-unverified",
        title = "Nothing verifies the vendored Go modules",
        severity = Severity.LOW,
        confidence = Confidence.MEDIUM,
        persona = Persona.PEDANTIC,
        sources = {
            "https://go.dev/ref/mod#go-mod-verify",
            "https://go.dev/ref/mod#go-mod-vendor",
            "https://go.dev/ref/mod#vendoring"
        })
public final class GoVendorUnverified implements WorkflowCheck {

    private static final Pattern MODULE = Pattern.compile("go\\.(mod|work)");

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Repository repository = in.run().repository();
        Optional<String> vendored = vendored(repository);
        if (vendored.isEmpty() || definitions.workflows().isEmpty() || isVerified(definitions, repository)) {
            return;
        }
        in.report(at(Location.ofFile(vendored.get()))
                .message(
                        "Go builds from the copies in 'vendor', but no workflow compares these with the modules that go.sum"
                                + " names, so that a change hidden in them is built and released")
                .remedy(
                        "Run 'go mod verify', and 'go mod vendor' followed by 'git diff --exit-code -- vendor', on pull requests")
                .subject("missing"));
    }

    private static Optional<String> vendored(Repository repository) {
        for (String module : Manifests.of(repository, MODULE)) {
            String listed = module.substring(0, module.lastIndexOf('/') + 1) + "vendor/modules.txt";
            if (repository.isFile(listed)) {
                return Optional.of(listed);
            }
        }
        return Optional.empty();
    }

    private static boolean isVerified(Definitions definitions, Repository repository) {
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.liveJobs()) {
                if (job instanceof NormalJob normal && verifies(normal, workflow, definitions, repository)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean verifies(NormalJob job, Workflow workflow, Definitions definitions, Repository repository) {
        boolean vendored = false;
        for (ReachedStep reached : JobSteps.of(job, workflow, definitions)) {
            if (buildsFromModules(reached.step()) || buildsFromModules(job, workflow)) {
                return true;
            }
            for (ShellCommand command : ProjectScripts.commands(reached, definitions, repository)) {
                if (verifies(command) || (vendored && compares(command))) {
                    return true;
                }
                vendored |= isOfModules(command, "vendor");
            }
        }
        return false;
    }

    /** Whether a command verifies the modules, or builds from them and not from the copies. */
    private static boolean verifies(ShellCommand command) {
        return command.name().equals("go")
                && (isOfModules(command, "verify")
                        || command.arguments().stream().anyMatch(GoVendorUnverified::leavesVendor)
                        || leavesVendor(command.assignments().getOrDefault("GOFLAGS", "")));
    }

    private static boolean isOfModules(ShellCommand command, String verb) {
        // Behind -C stands the folder to run in.
        int at = command.arguments().indexOf("-C") == 0 ? 1 : 0;
        return command.name().equals("go")
                && List.of("mod", "work").contains(command.operand(at))
                && command.operand(at + 1).equals(verb);
    }

    private static boolean leavesVendor(String flags) {
        return flags.contains("-mod=mod") || flags.contains("-mod=readonly");
    }

    private static boolean buildsFromModules(Step step) {
        return leavesVendor(step.env().text("GOFLAGS").orElse(""));
    }

    private static boolean buildsFromModules(NormalJob job, Workflow workflow) {
        return leavesVendor(job.env().text("GOFLAGS").orElse(""))
                || leavesVendor(workflow.env().text("GOFLAGS").orElse(""));
    }

    /** Whether a command, run after {@code go mod vendor}, sees that something has changed. */
    private static boolean compares(ShellCommand command) {
        return command.name().equals("diff")
                || (command.name().equals("git")
                        && List.of("diff", "status", "diff-index", "ls-files").contains(command.operand(0)));
    }
}
