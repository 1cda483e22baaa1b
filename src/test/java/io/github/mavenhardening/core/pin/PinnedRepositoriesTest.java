package io.github.mavenhardening.core.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.fix.Repairs;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.LoopbackGit;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.GitRef;
import io.github.mavenhardening.core.workflow.MemoryTree;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.References;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Fixes and pins the workflows of real repositories: the diff has lines that are meant alone, and a second run nothing to do. */
@Tag("long")
class PinnedRepositoriesTest {

    private static final Path FOLDER = Path.of("..", "shared", "conformance", "repositories");

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> repositories() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "conformance inputs are not present: " + FOLDER);
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> mend(folder)));
        }
    }

    private void mend(Path folder) throws Exception {
        Map<String, String> files = texts(folder);
        Repairs repairs = Repairs.of(files).made(Repairs.ALL, true);
        Map<String, String> fixed = new TreeMap<>(files);
        fixed.putAll(repairs.outcome().texts());
        Path forge =
                Files.createDirectory(temporary.resolve(folder.getFileName().toString()));
        publish(fixed, forge);
        try (LoopbackGit server = new LoopbackGit(forge)) {
            PinOutcome pinned = PinRunTest.pin(fixed, server.address(), Optional.empty(), Optional.empty());
            Map<String, String> then = new TreeMap<>(fixed);
            then.putAll(pinned.texts());

            assertThat(pinned.problems())
                    .as("what was published can be pinned; images name no registry, and others' commits are not there")
                    .allMatch(problem -> problem.contains("it names no registry")
                            || problem.contains("is not a commit of a branch or tag of that repository")
                            || problem.contains("the image '"));
            then.forEach((path, text) ->
                    assertThat(meant(fixed.get(path), text)).as(path).isEmpty());
            assertThat(PinRunTest.pin(then, server.address(), Optional.empty(), Optional.empty())
                            .texts())
                    .as("a second run")
                    .isEmpty();
            List<Finding> before = repairs.outcome().then();
            List<Finding> after =
                    Repairs.of(then).made(Repairs.ALL, true).outcome().then();
            assertThat(gained(before, after)).isEmpty();
            assertThat(unpinned(after)).isLessThan(Math.max(1, unpinned(before)));
        }
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path file :
                    below.filter(path -> path.toString().matches(".*\\.ya?ml")).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }

    /** Each repository that is used, with tags of the names that are used of it. */
    private static void publish(Map<String, String> texts, Path forge) throws Exception {
        Map<String, Set<String>> tags = new TreeMap<>();
        Definitions definitions = WorkflowAudit.definitions(new Repository(MemoryTree.of(texts), Optional.empty()));
        for (Definition definition : definitions.all()) {
            for (UsesReference reference : References.of(definition)) {
                Optional<Uses.Repository> uses = reference.repository();
                Optional<GitRef> ref = uses.flatMap(Uses.Repository::ref);
                if (ref.isPresent()) {
                    Set<String> names = tags.computeIfAbsent(uses.get().slug(), first -> new TreeSet<>());
                    if (!ref.get().isCommit()) {
                        names.add(ref.get().name());
                    }
                }
            }
        }
        for (Map.Entry<String, Set<String>> repository : tags.entrySet()) {
            try (Git git = LoopbackGit.repository(forge, repository.getKey())) {
                LoopbackGit.commit(git);
                for (String name : repository.getValue()) {
                    if (!name.equals("main")) {
                        LoopbackGit.tag(git, name, false);
                    }
                }
            }
        }
    }

    /** The lines that differ in more than a ref and the comment behind it. */
    private static List<String> meant(String before, String after) {
        String[] old = before.split("\n", -1);
        String[] now = after.split("\n", -1);
        assertThat(now).hasSameSizeAs(old);
        return Stream.iterate(0, i -> i < old.length, i -> i + 1)
                .filter(i -> !old[i].equals(now[i]))
                .filter(i -> !now[i].matches(".*uses:\\s.*@[0-9a-f]{40}['\"]?\\s+# .*")
                        || !now[i].startsWith(old[i].substring(0, old[i].indexOf('@') + 1)))
                .map(i -> old[i] + " -> " + now[i])
                .toList();
    }

    /** What is found after that was not before, whatever its reference is pinned to now. */
    private static Set<String> gained(List<Finding> before, List<Finding> after) {
        Map<String, Integer> balance = new HashMap<>();
        before.forEach(finding -> balance.merge(key(finding), 1, Integer::sum));
        Set<String> gained = new HashSet<>();
        after.forEach(finding -> {
            if (balance.merge(key(finding), -1, Integer::sum) < 0) {
                gained.add(key(finding));
            }
        });
        return gained;
    }

    private static String key(Finding finding) {
        return finding.checkId() + " " + finding.primary().path() + " "
                + finding.subject().replaceAll("@[^\\s>']+", "@");
    }

    private static long unpinned(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.checkId().equals("unpinned-uses"))
                .count();
    }
}
