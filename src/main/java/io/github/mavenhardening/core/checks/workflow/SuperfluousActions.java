package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds third-party actions for what a tool of the runner image does as well. */
@AutoService(Check.class)
@CheckInfo(
        id = "superfluous-actions",
        title = "An action does what the runner's own tools do",
        severity = Severity.INFO,
        sources = {"https://docs.zizmor.sh/audits/#superfluous-actions", "https://github.com/actions/runner-images"})
public final class SuperfluousActions implements WorkflowCheck {

    /** What zizmor 1.32 is known to find, as far as it was asked; the tools are those of GitHub's runner images. */
    private static final Map<String, Instead> KNOWN = Map.ofEntries(
            Map.entry("ncipollo/release-action", new Instead("gh release", Confidence.HIGH)),
            Map.entry("softprops/action-gh-release", new Instead("gh release", Confidence.HIGH)),
            Map.entry("elgohr/github-release-action", new Instead("gh release", Confidence.HIGH)),
            Map.entry("svenstaro/upload-release-action", new Instead("gh release", Confidence.HIGH)),
            Map.entry("peter-evans/create-pull-request", new Instead("gh pr create", Confidence.LOW)),
            Map.entry(
                    "peter-evans/create-or-update-comment",
                    new Instead("gh pr comment or gh issue comment", Confidence.LOW)),
            Map.entry(
                    "addnab/docker-run-action", new Instead("docker run, or a job with a container,", Confidence.HIGH)),
            Map.entry("dacbd/create-issue-action", new Instead("gh issue create", Confidence.HIGH)),
            Map.entry("sergeysova/jq-action", new Instead("jq", Confidence.HIGH)),
            Map.entry("dtolnay/rust-toolchain", new Instead("rustup", Confidence.MEDIUM)),
            Map.entry("stefanzweifel/git-auto-commit-action", new Instead("git", Confidence.LOW)),
            Map.entry("endbug/add-and-commit", new Instead("git", Confidence.LOW)),
            Map.entry("actions-ecosystem/action-add-labels", new Instead("gh issue edit", Confidence.HIGH)),
            Map.entry("actions-ecosystem/action-remove-labels", new Instead("gh issue edit", Confidence.HIGH)));

    /**
     * What to use instead.
     *
     * @param confidence lower where the action does more than the tool
     */
    private record Instead(String tool, Confidence confidence) {}

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        Optional<Uses.Repository> uses = reference.repository();
        Instead instead = uses.isPresent() ? KNOWN.get(uses.get().slug().toLowerCase(Locale.ROOT)) : null;
        if (instead != null) {
            in.report(at(in.at(reference.span()))
                    .confidence(instead.confidence())
                    .persona(instead.confidence() == Confidence.HIGH ? Persona.REGULAR : Persona.PEDANTIC)
                    .message("'" + reference.text() + "' does what the runner's own tools do")
                    .remedy("Use " + instead.tool() + " in a 'run' step, so that one party less has to be trusted")
                    .subject(reference.text()));
        }
    }
}
