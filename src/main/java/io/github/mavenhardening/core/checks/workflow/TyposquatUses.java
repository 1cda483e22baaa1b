package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.text.Misspelling;
import io.github.mavenhardening.core.workflow.PreCommitConfig;
import io.github.mavenhardening.core.workflow.SlugList;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import java.util.Locale;
import java.util.Optional;

/** Finds references that differ from a popular action's by one typing error and belong to another owner. */
@AutoService(Check.class)
@CheckInfo(
        id = "typosquat-uses",
        title = "An action's name looks like a misspelling of a popular one",
        severity = Severity.HIGH,
        confidence = Confidence.LOW,
        sources = {"https://docs.zizmor.sh/audits/#typosquat-uses"})
public final class TyposquatUses implements WorkflowCheck {

    private static final SlugList POPULAR = SlugList.load("popular-actions.txt");

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        if (reference.repository().isPresent()) {
            Uses.Repository uses = reference.repository().get();
            Optional<String> popular = imitated(uses);
            if (popular.isPresent()) {
                report(reference.text(), popular.get(), reference.span(), "action", in);
            }
        }
    }

    @Override
    public void preCommit(PreCommitConfig config, WorkflowContext in) {
        for (PreCommitConfig.HookRepository hooks : config.repositories()) {
            Optional<Uses.Repository> repository = hooks.onGitHub();
            Optional<String> popular = repository.isPresent() ? imitated(repository.get()) : Optional.empty();
            if (popular.isPresent()) {
                String text = repository.get().slug();
                report(text, popular.get(), hooks.repo().span(), "repository", in);
            }
        }
    }

    private void report(String text, String popular, Span place, String what, WorkflowContext in) {
        in.report(at(in.at(place))
                .message("'" + text + "' looks like a misspelling of the popular " + what + " '" + popular
                        + "', but belongs to another owner")
                .remedy("Use '" + popular + "' if that is meant; else make sure that you trust the owner of this "
                        + what)
                .subject(text));
    }

    /** The popular repository that a reference could be mistaken for. */
    private static Optional<String> imitated(Uses.Repository uses) {
        String slug = uses.slug().toLowerCase(Locale.ROOT);
        String ownerPrefix = uses.owner().toLowerCase(Locale.ROOT) + "/";
        if (POPULAR.contains(uses)) {
            return Optional.empty();
        }
        for (String popular : POPULAR.slugs()) {
            if (!popular.startsWith(ownerPrefix) && Misspelling.isOneSlip(slug, popular)) {
                return Optional.of(popular);
            }
        }
        return Optional.empty();
    }
}
