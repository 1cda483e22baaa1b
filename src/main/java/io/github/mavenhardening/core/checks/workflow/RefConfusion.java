package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.GitRemote;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.GitRef;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import java.util.Optional;

/** Finds references whose name is that of a tag and of a branch. */
@AutoService(Check.class)
@CheckInfo(
        id = "ref-confusion",
        title = "A reference names both a tag and a branch",
        severity = Severity.MEDIUM,
        online = true,
        sources = "https://docs.zizmor.sh/audits/#ref-confusion")
public final class RefConfusion implements WorkflowCheck {

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        RemoteRefs.ask(
                this, definitions, (reference, definition) -> name(reference).isPresent(), in);
    }

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        Optional<String> name = name(reference);
        if (name.isEmpty()) {
            return;
        }
        Optional<GitRemote.Refs> refs =
                RemoteRefs.of(this, reference.repository().orElseThrow(), in);
        if (refs.isPresent() && new GitRef(name.get()).isCommit()) {
            Optional<String> tagged = Optional.ofNullable(refs.get().tags().get(name.get()))
                    .or(() -> Optional.ofNullable(refs.get().branches().get(name.get())));
            if (tagged.isPresent() && !tagged.get().equalsIgnoreCase(name.get())) {
                in.report(at(in.at(reference.span()))
                        .severity(Severity.HIGH)
                        .message("'" + reference.text()
                                + "' looks like a commit, and is the name of a tag or branch that" + " stands for "
                                + tagged.get())
                        .remedy("Find out who named it so; pin the commit that is meant by its version's tag")
                        .subject(reference.text()));
            }
        } else if (refs.isPresent()
                && refs.get().tags().containsKey(name.get())
                && refs.get().branches().containsKey(name.get())) {
            String slug = reference.repository().orElseThrow().slug();
            in.report(at(in.at(reference.span()))
                    .message("'" + slug + "' has a tag and a branch named '" + name.get() + "'")
                    .remedy("Pin the commit that is meant: the tag is "
                            + refs.get().tags().get(name.get()) + ", the branch "
                            + refs.get().branches().get(name.get()))
                    .subject(reference.text()));
        }
    }

    private static Optional<String> name(UsesReference reference) {
        return reference.repository().flatMap(Uses.Repository::ref).map(GitRef::name);
    }
}
