package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.GitRef;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.LockedPins;
import java.util.Optional;

/**
 * Finds actions and reusable workflows that are not pinned to a commit: whoever can move the tag or branch can run code in
 * the build. References within the repository are as fixed as the repository itself; images are {@link UnpinnedImages}'.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "unpinned-uses",
        title = "An action or reusable workflow is not pinned to a commit",
        severity = Severity.HIGH,
        options = PinPolicy.class,
        sources = {
            "https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions",
            "https://docs.zizmor.sh/audits/#unpinned-uses",
            "https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies"
        })
public final class UnpinnedUses implements WorkflowCheck {

    private static final String SLSA_GENERATOR = "slsa-framework/slsa-github-generator/.github/workflows/";

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        Optional<Uses.Repository> uses = reference.repository();
        if (uses.isPresent()
                && isUnpinned(uses.get(), in.options(PinPolicy.class))
                && !LockedPins.has(uses.get(), in.definition().orElseThrow(), in.definitions())) {
            report(reference, uses.get(), in);
        }
    }

    private void report(UsesReference reference, Uses.Repository uses, WorkflowContext in) {
        Finding.Builder finding = at(in.at(reference.span()));
        if (in.step().isEmpty()) {
            in.job().ifPresent(job -> finding.scope(job.span()));
        }
        in.report(finding.severity(severity(uses, in))
                .exposure(isForges(uses) ? Exposure.INSIDER : Exposure.PUBLISHER)
                .persona(isOwn(uses, in) ? Persona.PEDANTIC : info().persona())
                .message(message(reference, uses) + lack(in))
                .remedy(remedy(uses))
                .subject(reference.text()));
    }

    /** Whether it is published by GitHub itself, which runs the workflow anyhow. */
    private static boolean isForges(Uses.Repository uses) {
        return uses.owner().equalsIgnoreCase("actions") || uses.owner().equalsIgnoreCase("github");
    }

    /** Whether a reference is not pinned as that policy demands. */
    static boolean isUnpinned(Uses.Repository uses, PinPolicy policy) {
        return switch (policy.demandOn(uses)) {
            case ANY -> false;
            case REF_PIN -> uses.ref().isEmpty();
            case HASH_PIN -> !isPinned(uses) && !mustStayOnTag(uses);
        };
    }

    private static boolean isPinned(Uses.Repository uses) {
        return uses.ref().isPresent() && uses.ref().get().isCommit();
    }

    /**
     * The SLSA generator's workflows prove by their tag that they are themselves: at a commit they refuse to run.
     *
     * @see <a href="https://github.com/slsa-framework/slsa-github-generator#referencing-slsa-builders-and-generators">
     *     Referencing SLSA builders and generators</a>
     */
    private static boolean mustStayOnTag(Uses.Repository uses) {
        return uses.key().startsWith(SLSA_GENERATOR)
                && uses.ref().filter(GitRef::isFullVersion).isPresent();
    }

    /** One's own organisation is trusted a little more, but not where there is something to steal or to break. */
    private Severity severity(Uses.Repository uses, WorkflowContext in) {
        Severity usual = info().severity();
        return isOwn(uses, in) && !in.isPrivileged() ? usual.lowered() : usual;
    }

    /** Whether it is one's own organisation's, so that {@link InternalMutableRef} tells everyone of it. */
    private static boolean isOwn(Uses.Repository uses, WorkflowContext in) {
        return uses.ref().isPresent()
                && in.run()
                        .repository()
                        .slug()
                        .filter(slug -> slug.sameOwner(uses.owner()))
                        .isPresent();
    }

    /** What those who have GitHub's lock want to know as well. */
    private static String lack(WorkflowContext in) {
        return in.definitions().lock().isPresent() ? "; nor does " + DefinitionKind.LOCK_LOCATION + " pin it here" : "";
    }

    private static String message(UsesReference reference, Uses.Repository uses) {
        String subject = "'" + reference.text() + "'";
        Optional<GitRef> ref = uses.ref();
        if (ref.isEmpty()) {
            return subject + " has no ref, which GitHub refuses, and is not pinned";
        }
        return ref.get().isAbbreviatedCommit()
                ? subject + " is pinned to an abbreviated SHA, which GitHub does not treat as a commit"
                : subject + " is not pinned to a commit, so what it runs can change at any time";
    }

    private static String remedy(Uses.Repository uses) {
        String comment = uses.ref()
                .filter(GitRef::isVersion)
                .map(ref -> "of " + ref.name() + " and name the version in a comment: ")
                .orElse("of a release and name its version in a comment: ");
        String version = uses.ref().filter(GitRef::isVersion).map(GitRef::name).orElse("<version>");
        return "Pin it to the full commit SHA " + comment + uses.target() + "@<SHA> # " + version;
    }
}
