package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.api.TestOptions;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.insights.ProjectFacts;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.FileTree;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A repository, and what one posture check finds in it. Files given here count as tracked. */
final class PostureCase {

    private final PostureCheck check;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private Options options = Options.none();
    private Optional<ProjectFacts> project = Optional.empty();
    private Optional<String> base = Optional.empty();
    private Optional<String> since = Optional.empty();
    private Optional<Path> checkout = Optional.empty();
    private List<String> policyFiles = List.of();
    private List<String> leftOut = List.of();

    private PostureCase(PostureCheck check) {
        this.check = check;
    }

    static PostureCase of(PostureCheck check) {
        return new PostureCase(check);
    }

    PostureCase with(String path, String content) {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    PostureCase with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** What a sparse checkout leaves out. */
    PostureCase leavingOut(String... paths) {
        leftOut = List.of(paths);
        return this;
    }

    /** A checkout on disk instead of files. */
    PostureCase in(Path root) {
        checkout = Optional.of(root);
        return this;
    }

    PostureCase variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** The base that the user names. */
    PostureCase base(String revision) {
        base = Optional.of(revision);
        return this;
    }

    /** Since which the user's findings count. */
    PostureCase since(String revision) {
        since = Optional.of(revision);
        return this;
    }

    /** The file that the policy is read from. */
    PostureCase policyFile(String path) {
        policyFiles = List.of(path);
        return this;
    }

    PostureCase licensed(String... names) {
        List<ProjectFacts.License> licenses = List.of(names).stream()
                .map(name -> new ProjectFacts.License(Optional.of(name), Optional.empty()))
                .toList();
        project = Optional.of(new ProjectFacts(
                "pom.xml", Optional.empty(), Optional.empty(), List.of(), licenses, List.of(), List.of()));
        return this;
    }

    /** What the policy says to the check, as YAML. */
    PostureCase option(String yaml) {
        options = Options.of(List.of(TestOptions.of(check, yaml)));
        return this;
    }

    AuditResult audit() {
        try {
            FileTree tree = checkout.isPresent() ? new Checkout(checkout.get()) : new TrackedTree(files, leftOut);
            Environment environment =
                    new Environment(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), variables, base).since(since);
            CheckContext context =
                    new CheckContext(new Repository(tree, Optional.empty()), environment, options, policyFiles);
            return new PostureAudit(project)
                    .run(context, Checks.of(List.of(check)))
                    .withGaps(context.gaps());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each finding as {@code severity path:line message}. */
    List<String> found() {
        return audit().findings().stream()
                .map(finding -> finding.severity().label() + " "
                        + finding.primary().path() + ":" + finding.primary().line() + " " + finding.message())
                .toList();
    }

    /** The one finding. */
    Finding only() {
        List<Finding> findings = audit().findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    /** Looks, and finds nothing. */
    void findsNothing() {
        AuditResult result = audit();
        assertThat(result.outcome()).isEqualTo(AuditResult.Outcome.CHECKED);
        assertThat(result.findings()).isEmpty();
    }
}
