package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.GitRemote;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.VersionName;
import io.github.mavenhardening.core.workflow.graph.References;
import io.github.mavenhardening.core.yaml.YamlComment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a pinned commit with the tag of the version that the comment beside it names. */
@AutoService(Check.class)
@CheckInfo(
        id = "ref-version-mismatch",
        title = "A pinned commit is not of the version that its comment names",
        severity = Severity.MEDIUM,
        online = true,
        sources = "https://docs.zizmor.sh/audits/#ref-version-mismatch")
public final class RefVersionMismatch implements WorkflowCheck {

    private static final Pattern VERSION =
            Pattern.compile("(?<![\\w.-])v?\\d{1,9}(?:\\.\\d{1,9}){0,3}(?:[-+][0-9A-Za-z.+-]{1,64})?(?![\\w.])");

    /** Which of the commits without a tag are of their repositories' histories, as far as that could be learned. */
    private record Histories(Map<Uses.Repository, Boolean> own) {}

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        RemoteRefs.ask(
                this,
                definitions,
                (reference, definition) -> reference.commit().isPresent()
                        && version(reference, definition).isPresent(),
                in);
        Map<Uses.Repository, String> untagged = new LinkedHashMap<>();
        for (Definition definition : definitions.all()) {
            for (UsesReference reference : References.live(definition, definitions)) {
                Optional<String> commit = reference.commit();
                Optional<String> version = version(reference, definition);
                if (commit.isPresent() && version.isPresent()) {
                    Uses.Repository uses = reference.repository().orElseThrow();
                    RemoteRefs.of(this, uses, in)
                            .map(GitRemote.Refs::tags)
                            .filter(tags -> !tags.containsValue(commit.get()))
                            .filter(tags -> named(tags, version.get()).isPresent())
                            .ifPresent(tags -> untagged.put(uses, commit.get()));
                }
            }
        }
        definitions.keep(Histories.class, definitions, new Histories(RemoteRefs.reached(this, untagged, in)));
    }

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        Optional<String> commit = reference.commit();
        Optional<String> version = version(reference, in.definition().orElseThrow());
        if (commit.isEmpty() || version.isEmpty()) {
            return;
        }
        RemoteRefs.of(this, reference.repository().orElseThrow(), in)
                .ifPresent(refs -> compare(reference, commit.get(), version.get(), refs.tags(), in));
    }

    private void compare(
            UsesReference reference,
            String commit,
            String version,
            SortedMap<String, String> tags,
            WorkflowContext in) {
        SortedMap<String, String> own = new TreeMap<>(tags);
        own.values().removeIf(tagged -> !tagged.equals(commit));
        // A tag v4 moves on: a commit that was v4 is right as long as it is v4.2.2.
        if (own.keySet().stream().anyMatch(tag -> VersionName.isOf(tag, version))) {
            return;
        }
        Optional<String> named = named(tags, version);
        String message = " is " + (own.isEmpty() ? "a commit without a tag" : own.lastKey())
                + ", but its comment names " + version;
        String remedy = named.isPresent()
                ? "Correct the comment, or pin the commit of " + named.get() + ", " + tags.get(named.get())
                : "Correct the comment: the repository has no tag " + version;
        if (own.isEmpty() && named.isPresent() && isOfHistory(reference, in)) {
            message = " is a commit of the repository's history, and the tag " + named.get()
                    + " that its comment names stands for another: the tag was moved, or the comment never was right";
            remedy = "Find out why " + named.get() + " stands for " + tags.get(named.get())
                    + " now; then pin that commit, or correct the comment";
        }
        in.report(at(in.at(reference.span()))
                .message("'" + reference.text() + "'" + message)
                .remedy(remedy)
                .subject(reference.text()));
    }

    private static boolean isOfHistory(UsesReference reference, WorkflowContext in) {
        Optional<Histories> histories = in.definitions().known(Histories.class, in.definitions());
        return histories.isPresent()
                && histories.get().own().getOrDefault(reference.repository().orElseThrow(), false);
    }

    private static Optional<String> named(SortedMap<String, String> tags, String version) {
        return tags.keySet().stream()
                .filter(tag -> VersionName.isSame(tag, version))
                .findFirst();
    }

    private static Optional<String> version(UsesReference reference, Definition definition) {
        Optional<YamlComment> comment = definition.commentOn(reference.span().endLine());
        return comment.isPresent() ? version(comment.get()) : Optional.empty();
    }

    /** The version that a comment names. */
    static Optional<String> version(YamlComment comment) {
        Matcher version = VERSION.matcher(comment.text());
        return version.find() ? Optional.of(version.group()) : Optional.empty();
    }
}
