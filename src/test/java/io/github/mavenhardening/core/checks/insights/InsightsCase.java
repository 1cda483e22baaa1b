package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.api.TestOptions;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.insights.ProjectFacts;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.FileTree;
import io.github.mavenhardening.core.source.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A repository with Security Insights files, and what checks find in it at a fixed time. */
final class InsightsCase {

    private static final String NAME = "security-insights.yml";
    private static final String MARK = "#! ";

    private final InsightsCheck[] checks;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<Record> options = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");
    private Optional<ProjectFacts> project = Optional.empty();
    private Optional<Path> checkout = Optional.empty();
    private List<String> leftOut = List.of();

    private InsightsCase(InsightsCheck... checks) {
        this.checks = checks;
    }

    static InsightsCase of(InsightsCheck... checks) {
        return new InsightsCase(checks);
    }

    /** The file of the usual name. */
    InsightsCase with(String yaml) {
        return with(NAME, yaml);
    }

    InsightsCase with(String path, String content) {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    InsightsCase with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** What a sparse checkout leaves out. */
    InsightsCase leavingOut(String... paths) {
        leftOut = List.of(paths);
        return this;
    }

    /** A checkout on disk instead of files. */
    InsightsCase in(Path root) {
        checkout = Optional.of(root);
        return this;
    }

    InsightsCase at(String moment) {
        now = Instant.parse(moment);
        return this;
    }

    InsightsCase project(ProjectFacts facts) {
        project = Optional.of(facts);
        return this;
    }

    /** What the policy says to the check of that id, as YAML. */
    InsightsCase option(String checkId, String yaml) {
        Check check = Checks.load(Check.class.getClassLoader()).named(checkId);
        options.add(TestOptions.of(check, yaml));
        return this;
    }

    AuditResult audit() {
        try {
            FileTree tree = checkout.isPresent() ? new Checkout(checkout.get()) : new MapTree(files, leftOut);
            Environment environment = new Environment(Clock.fixed(now, ZoneOffset.UTC), Map.of());
            CheckContext context = new CheckContext(
                    new Repository(tree, Optional.empty()), environment, Options.of(options), List.of());
            return new SecurityInsightsAudit(project).run(context, Checks.of(List.of(checks)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Finding> findings() {
        return audit().findings();
    }

    /** Each finding as {@code severity path:line message}. */
    List<String> found() {
        return findings().stream()
                .map(finding -> finding.severity().label() + " "
                        + finding.primary().path() + ":" + finding.primary().line() + " " + finding.message())
                .toList();
    }

    /** The one finding. */
    Finding only() {
        List<Finding> findings = findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    void findsNothing() {
        assertThat(found()).isEmpty();
    }

    /**
     * Holds the findings in the file of the usual name against the comments {@code #! …} in it: each such line has exactly
     * one finding, whose message contains the comment's text, and no other line has any.
     */
    void findsWhatIsMarked() {
        String[] lines = new String(files.get(NAME), StandardCharsets.UTF_8).split("\n", -1);
        Map<Integer, String> marked = new TreeMap<>();
        for (int i = 0; i < lines.length; i++) {
            int mark = lines[i].indexOf(MARK);
            if (mark >= 0) {
                marked.put(i + 1, lines[i].substring(mark + MARK.length()).strip());
            }
        }
        assertThat(marked).as("marks in the example").isNotEmpty();
        Map<Integer, String> found = new TreeMap<>();
        for (Finding finding : findings()) {
            String earlier = found.put(finding.primary().line(), finding.message());
            assertThat(earlier).as("a second finding on one line").isNull();
        }
        assertThat(found.keySet()).as("lines with findings: %s", found).isEqualTo(marked.keySet());
        marked.forEach((line, text) -> assertThat(found.get(line)).contains(text));
    }

    private record MapTree(Map<String, byte[]> contents, List<String> leftOut) implements FileTree {
        @Override
        public SortedSet<String> files() {
            return new TreeSet<>(contents.keySet());
        }

        @Override
        public boolean isFile(String path) {
            return contents.containsKey(path);
        }

        @Override
        public byte[] read(String path, int limit) throws IOException {
            if (!isFile(path)) {
                throw new NoSuchFileException(path);
            }
            if (contents.get(path).length > limit) {
                throw new IOException("larger than " + limit + " bytes");
            }
            return contents.get(path);
        }
    }
}
