package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.References;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Finds pinned commits that are of no branch's and no tag's history in the repository that is named. */
@AutoService(Check.class)
@CheckInfo(
        id = "impostor-commit",
        title = "A pinned commit is not of the repository that is named",
        severity = Severity.HIGH,
        online = true,
        sources = "https://docs.zizmor.sh/audits/#impostor-commit")
public final class ImpostorCommit implements WorkflowCheck {

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        RemoteRefs.ask(
                this, definitions, (reference, definition) -> reference.commit().isPresent(), in);
        Map<Uses.Repository, String> commits = new LinkedHashMap<>();
        for (Definition definition : definitions.all()) {
            for (UsesReference reference : References.live(definition, definitions)) {
                reference
                        .commit()
                        .ifPresent(commit -> commits.put(reference.repository().orElseThrow(), commit));
            }
        }
        Set<Uses.Repository> foreign = RemoteRefs.foreign(this, commits, in);
        for (Definition definition : definitions.all()) {
            for (UsesReference reference : References.live(definition, definitions)) {
                if (reference.repository().filter(foreign::contains).isPresent()) {
                    report(reference, in.in(definition));
                }
            }
        }
    }

    private void report(UsesReference reference, WorkflowContext in) {
        in.report(at(in.at(reference.span()))
                .message("'" + reference.text() + "' is a commit of no branch and no tag of '"
                        + reference.repository().orElseThrow().slug() + "': it may be one of a fork")
                // Nothing is offered in its place: what may be an attack is looked at first.
                .remedy("Look at the commit and at who brought it in; what ran it may have leaked its secrets")
                .subject(reference.text()));
    }
}
