package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.GitRef;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.LockedPins;
import java.util.Optional;

/**
 * Finds references to one's own organisation's actions and workflows by a branch or tag: whoever may write to one repository
 * can run code in the builds of all others.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "internal-mutable-ref",
        title = "An action or workflow of the own organisation is used at a branch or tag",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations"
        })
public final class InternalMutableRef implements WorkflowCheck {

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        Optional<RepositorySlug> slug = in.run().repository().slug();
        Optional<Uses.Repository> uses = reference.repository();
        if (slug.isPresent()
                && uses.isPresent()
                && slug.get().sameOwner(uses.get().owner())
                && uses.get().ref().isPresent()
                && !uses.get().ref().get().isCommit()
                && !LockedPins.has(uses.get(), in.definition().orElseThrow(), in.definitions())) {
            in.report(finding(reference, uses.get(), slug.get(), in));
        }
    }

    private Finding.Builder finding(
            UsesReference reference, Uses.Repository uses, RepositorySlug slug, WorkflowContext in) {
        GitRef ref = uses.ref().orElseThrow();
        boolean self = slug.same(uses.owner(), uses.name());
        String kind = ref.isVersion() ? "the tag" : "the branch or tag";
        // What the policy of unpinned-uses lets pass is a decision; only auditors are reminded of it.
        boolean allowed = in.options(PinPolicy.class).demandOn(uses) != PinPolicy.Demand.HASH_PIN;
        return at(in.at(reference.span()))
                .severity(in.isPrivileged() ? Severity.HIGH : info().severity())
                .persona(allowed ? Persona.AUDITOR : info().persona())
                .message("'" + reference.text() + "' follows " + kind + " '" + ref.name() + "' of "
                        + (self ? "this very repository" : "another repository of the organisation")
                        + ", so whoever can move it runs code in this build")
                .remedy(
                        self
                                ? "Refer to it as '$/" + uses.path().orElse("")
                                        + "', which is always the workflow's own commit"
                                : "Pin it to a full commit SHA with the version in a comment, and let an update bot keep both up to date")
                .subject(reference.text());
    }
}
