package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.checks.workflow.ActionAdvisories.Advisory;
import io.github.mavenhardening.core.checks.workflow.ActionAdvisories.Range;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.GitRef;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.VersionName;
import io.github.mavenhardening.core.yaml.YamlComment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Compares the versions of actions with the advisories of a file; it looks at nothing until the policy names one. */
@AutoService(Check.class)
@CheckInfo(
        id = "known-vulnerable-actions",
        title = "An advisory is published about the version of an action",
        severity = Severity.HIGH,
        sources = {
            "https://docs.zizmor.sh/audits/#known-vulnerable-actions",
            "https://ossf.github.io/osv-schema/",
            "https://docs.github.com/en/rest/security-advisories/global-advisories"
        },
        options = KnownVulnerableActions.Known.class)
public final class KnownVulnerableActions implements WorkflowCheck {

    record Known(
            @Option(
                    value =
                            "The file with the advisories, a path within the repository: a list of records in the OSV format or of"
                                    + " GitHub's global advisories",
                    matches = "^(?!/)(?!.*\\.\\.)[^\\\\:]{1,255}$",
                    must = "be a path within the repository, relative to its root, with /",
                    example = ".github/advisories.json")
            Optional<String> advisories) {}

    /** The files that were read, by path. */
    private record Files(Map<String, ActionAdvisories> read) {}

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Optional<ActionAdvisories> advisories = advisories(in);
        if (advisories.isPresent()) {
            for (String problem : advisories.get().problems()) {
                in.run().decline(this, problem);
            }
        }
    }

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        Optional<Uses.Repository> uses = reference.repository();
        Optional<ActionAdvisories> advisories = uses.isPresent() ? advisories(in) : Optional.empty();
        if (advisories.isEmpty()) {
            return;
        }
        List<Advisory> about = advisories.get().about(uses.get().slug());
        if (about.isEmpty()) {
            return;
        }
        Optional<String> version = version(reference, in.definition().orElseThrow());
        Optional<ActionVersion> parsed = version.isPresent() ? ActionVersion.newest(version.get()) : Optional.empty();
        if (parsed.isEmpty()) {
            in.run()
                    .decline(
                            this,
                            "there are advisories about '" + uses.get().slug() + "', and '" + reference.text()
                                    + "' says no version, nor does a comment beside it");
            return;
        }
        for (Advisory advisory : about) {
            Optional<Range> range = advisory.of(parsed.get());
            if (range.isPresent()) {
                Optional<String> patched = range.get().patched();
                in.report(at(in.at(reference.span()))
                        .severity(advisory.severity())
                        .message("'" + uses.get().slug() + "' " + version.get() + " is vulnerable: " + advisory.id())
                        .remedy(
                                patched.isPresent()
                                        ? "Use " + patched.get() + " or newer, the first version without it"
                                        : "No version is known that is without it: replace the action")
                        .subject(reference.text() + " " + advisory.id()));
            }
        }
    }

    private static Optional<ActionAdvisories> advisories(WorkflowContext in) {
        Optional<String> path = in.options(Known.class).advisories();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Files files = in.run().repository().known(Files.class, () -> new Files(new ConcurrentHashMap<>()));
        return Optional.of(files.read()
                .computeIfAbsent(
                        path.get(), unread -> ActionAdvisories.read(in.run().repository(), unread)));
    }

    /** The version that a reference or, of a commit, its comment names. */
    private static Optional<String> version(UsesReference reference, Definition definition) {
        Optional<GitRef> ref = reference.repository().flatMap(Uses.Repository::ref);
        if (ref.isEmpty() || !ref.get().isCommit()) {
            return ref.map(GitRef::name).map(VersionName::bare);
        }
        Optional<YamlComment> comment = definition.commentOn(reference.span().endLine());
        return comment.isPresent() ? RefVersionMismatch.version(comment.get()) : Optional.empty();
    }
}
