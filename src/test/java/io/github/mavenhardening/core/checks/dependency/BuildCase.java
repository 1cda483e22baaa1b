package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.api.BuildCheck;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.pom.BuildFilesReader;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A build by its files, to run checks on. */
public final class BuildCase {

    private static final Pattern NAMED = Pattern.compile("\\A(?:#|<!--) ([\\w./-]+\\.\\w+)(?: -->)?\\n");

    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> variables = new TreeMap<>();
    private BuildFacts facts = BuildFacts.none();
    private Set<String> installing = Set.of();

    /** An example of a page: its first line may name the file in a comment, else it is the POM. */
    public static BuildCase ofExample(String example) {
        Matcher named = NAMED.matcher(example);
        return new BuildCase().file(named.find() ? named.group(1) : "pom.xml", example);
    }

    BuildCase file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    BuildCase file(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** The root's POM with that inside its project. */
    public BuildCase pom(String content) {
        return file("pom.xml", "<project>\n" + content + "</project>\n");
    }

    BuildCase variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    public BuildCase facts(BuildFacts known) {
        facts = known;
        return this;
    }

    /** The lock has what these plugins install. */
    BuildCase locking(String... plugins) {
        installing = Set.of(plugins);
        return this;
    }

    BuildDescription description() {
        return new BuildDescription(
                BuildFilesReader.read(context().repository()), facts, List.of(), new Origins(), installing);
    }

    /** What the check finds, sorted. */
    public List<Finding> findings(BuildCheck check) {
        List<Finding> findings = new ArrayList<>();
        check.check(description(), context().into(findings::add));
        findings.sort(null);
        return findings;
    }

    /** What the check finds, each as {@code path:line:column severity message}. */
    List<String> lines(BuildCheck check) {
        return findings(check).stream()
                .map(finding -> finding.primary().path() + ":"
                        + finding.primary().line() + ":" + finding.primary().column() + " "
                        + finding.severity().label() + " " + finding.message())
                .toList();
    }

    CheckContext context() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
        Repository repository = new Repository(new MemoryTree(files), Optional.empty());
        return new CheckContext(repository, new Environment(clock, variables), Options.none(), List.of());
    }
}
