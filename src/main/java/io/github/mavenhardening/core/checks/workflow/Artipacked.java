package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.ActionVersion;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.workflow.step.ForeignCode;
import io.github.mavenhardening.core.workflow.step.NeededPermissions;
import io.github.mavenhardening.core.yaml.YamlEdits;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Finds checkouts that leave the job's token in the working tree, from where an artifact can carry it out. */
@AutoService(Check.class)
@CheckInfo(
        id = "artipacked",
        title = "A checkout leaves its credentials in the working tree",
        severity = Severity.MEDIUM,
        confidence = Confidence.LOW,
        options = Artipacked.Shown.class,
        sources = {
            "https://docs.zizmor.sh/audits/#artipacked",
            "https://unit42.paloaltonetworks.com/github-repo-artifacts-leak-tokens/"
        })
public final class Artipacked implements WorkflowCheck {

    private static final String INPUT = "persist-credentials";
    private static final String REMEDY = "Set '" + INPUT + ": false' under 'with'";
    private static final List<String> WHOLE_TREE = List.of(".", "./", "..", "../");

    /** Packs all that is in the working tree; a star leaves hidden files out. */
    private static final SoughtPattern PACKS = SoughtPattern.of(
            "\\btar\\s{1,9}-?[a-zA-Z]{0,6}c[a-zA-Z]{0,6}f\\s{1,9}(?!-)([^\\s;&|]{1,200})\\s{1,9}\\.{1,2}/?(?=[\\s;&|]|$)"
                    + "|\\bzip\\s{1,9}-[a-zA-Z]{0,6}r[a-zA-Z]{0,6}\\s{1,9}([^\\s;&|]{1,200})\\s{1,9}\\./?(?=[;&|\\n]|$)",
            "tar",
            "zip");

    private static final int UPLOADS_SHOWN = 10;

    /** Actions that take files of the job out of it. */
    private static final List<String> UPLOADING = List.of("actions/upload-artifact", "actions/upload-pages-artifact");

    /** From this version on, the credentials lie outside the working tree. */
    private static final int SAFER_CHECKOUT = 6;

    record Shown(
            @Option(
                    value =
                            "Show every checkout to the regular persona, as zizmor does, and not only those that code of others or"
                                    + " an upload follows in the job",
                    otherwise = "false")
            boolean everyCheckout) {}

    @Override
    public void steps(List<Step> steps, WorkflowContext in) {
        List<Integer> uploads = new ArrayList<>();
        Set<String> archives = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            packsTree(steps.get(i), archives);
            if (uploadsTree(steps.get(i), archives)) {
                uploads.add(i);
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Optional<Persona> persona = step.usesAction("actions/checkout") ? leaves(step) : Optional.empty();
            if (step.usesAction("actions/checkout") && isUnknown(step)) {
                in.report(unknown(step, in));
            } else if (persona.isPresent()) {
                int next = Collections.binarySearch(uploads, i);
                List<Step> later = uploads.subList(next < 0 ? -next - 1 : next + 1, uploads.size()).stream()
                        .limit(UPLOADS_SHOWN)
                        .map(steps::get)
                        .toList();
                // Where the tree is uploaded, but only before, this checkout leaks nothing.
                if (uploads.isEmpty() || !later.isEmpty()) {
                    boolean harmless = persona.get() == Persona.REGULAR && later.isEmpty() && isHarmless(step, in);
                    in.report(finding(step, later, steps.subList(i, steps.size()), in)
                            .persona(harmless ? Persona.PEDANTIC : persona.get()));
                }
            }
        }
    }

    private Finding.Builder finding(Step checkout, List<Step> uploads, List<Step> after, WorkflowContext in) {
        Severity severity =
                uploads.isEmpty() ? info().severity() : info().severity().raised();
        boolean isOutside =
                isSafer(ActionVersion.major(checkout, in.definition().orElseThrow()));
        Finding.Builder finding = at(in.at(checkout.span()))
                // Of a commit a comment alone tells the version, which may be of another one: enough for words.
                .severity(isSafer(ActionVersion.ofRef(checkout)) ? severity.lowered() : severity)
                .confidence(uploads.isEmpty() ? info().confidence() : Confidence.HIGH)
                .message("The checkout stores the job's token "
                        + (isOutside ? "outside the working tree" : "in the working tree")
                        + (uploads.isEmpty()
                                ? ", where later steps can read it"
                                : isOutside ? ", and a later step uploads the tree" : ", which a later step uploads"))
                .remedy(REMEDY)
                .subject("checkout" + checkout.id().map(id -> " " + id.value()).orElse(""));
        if (after.stream().anyMatch(NeededPermissions::pushes)) {
            finding.remedy(REMEDY + Fix.REFUSED + "a later step pushes with the token: give it one of its own");
        } else {
            YamlEdits.put(checkout.mapping(), "with", INPUT, "false")
                    .filter(edit -> !isDecidedAtRun(checkout))
                    .ifPresent(edit -> finding.fix(Fix.of("Do not store the token", false, edit)));
        }
        uploads.forEach(upload -> finding.related(in.at(upload.span()).labelled("uploads the working tree")));
        return finding;
    }

    /**
     * Whether nothing in the job can carry the token out: the repository's own code is all that runs after the checkout, and no
     * one but its maintainers decides what that is. What follows a step of an action is not known.
     */
    private static boolean isHarmless(Step checkout, WorkflowContext in) {
        if (in.normalJob().isEmpty()
                || in.normalJob().get().container().isPresent()
                || DangerousTriggers.of(in.workflow().orElseThrow()).isPresent()
                || in.options(Shown.class).everyCheckout()) {
            return false;
        }
        NormalJob job = in.normalJob().get();
        Workflow workflow = in.workflow().orElseThrow();
        List<ReachedStep> after = JobSteps.after(checkout, job, workflow, in.definitions());
        return JobSteps.areAllKnown(job, workflow, in.definitions())
                && Releases.of(job, workflow, in.definitions(), in.run().repository())
                        .isEmpty()
                && after.stream()
                        .noneMatch(next -> UPLOADING.stream()
                                .anyMatch(action -> next.step().usesAction(action)))
                && !ForeignCode.mayRun(after, in, in.definitions(), in.run().repository());
    }

    /** Whether the inputs as a whole are an expression. */
    private static boolean isUnknown(Step checkout) {
        return checkout.uses().orElseThrow().with().whole().isPresent();
    }

    private Finding.Builder unknown(Step checkout, WorkflowContext in) {
        NamedValues with = checkout.uses().orElseThrow().with();
        return at(in.at(with.span().orElseThrow()))
                .severity(Severity.INFO)
                .confidence(Confidence.HIGH)
                .persona(Persona.PEDANTIC)
                .message("The checkout may store the job's token in the working tree: its inputs are an expression")
                .remedy("Write the inputs out, and '" + INPUT + ": false' with them")
                .subject("checkout inputs");
    }

    /** To whom it matters that the checkout leaves its credentials; empty where it does not leave them. */
    private static Optional<Persona> leaves(Step checkout) {
        NamedValues with = checkout.uses().orElseThrow().with();
        String value = with.text(INPUT).orElse("");
        if (with.whole().isPresent() || value.startsWith("${{")) {
            return Optional.of(Persona.PEDANTIC);
        }
        if (value.equalsIgnoreCase("true")) {
            return Optional.of(Persona.AUDITOR);
        }
        // The action compares the input with TRUE, so that every other word keeps the token away.
        return value.isBlank() || value.contains("${{") ? Optional.of(Persona.REGULAR) : Optional.empty();
    }

    private static boolean isDecidedAtRun(Step checkout) {
        return checkout.uses()
                .orElseThrow()
                .with()
                .text(INPUT)
                .filter(value -> value.contains("${{"))
                .isPresent();
    }

    /** Adds the archives that a step makes of the whole working tree, its hidden files among them. */
    private static void packsTree(Step step, Set<String> archives) {
        String script = step.run().map(run -> run.script().value()).orElse("");
        Matcher packs = PACKS.in(script);
        while (packs.find()) {
            archives.add(packs.group(1) == null ? packs.group(2) : packs.group(1));
        }
    }

    private static boolean uploadsTree(Step step, Set<String> archives) {
        Optional<YamlScalar> paths = step.usesAction("actions/upload-artifact") ? step.input("path") : Optional.empty();
        if (paths.isEmpty()) {
            return false;
        }
        for (String line : paths.get().value().replace('\r', '\n').split("\n", -1)) {
            String path = line.strip();
            if (WHOLE_TREE.contains(path)
                    || archives.contains(path)
                    || (path.startsWith("${{") && path.endsWith("}}") && path.contains("github.workspace"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSafer(Optional<Integer> major) {
        return major.isPresent() && major.get() >= SAFER_CHECKOUT;
    }
}
