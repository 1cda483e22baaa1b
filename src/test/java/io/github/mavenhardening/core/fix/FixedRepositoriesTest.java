package io.github.mavenhardening.core.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedTree;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Workflow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Makes every fix that there is in real repositories' workflows. */
@Tag("long")
class FixedRepositoriesTest {

    private static final Path FOLDER = Path.of("..", "shared", "conformance", "repositories");

    @TestFactory
    Stream<DynamicTest> repositories() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "conformance inputs are not present: " + FOLDER);
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> fix(folder)));
        }
    }

    private static void fix(Path folder) throws IOException {
        Map<String, String> texts = texts(folder);
        Repairs fixed = Repairs.of(texts).made(Repairs.ALL, true);
        Map<String, String> then = new TreeMap<>(texts);
        then.putAll(fixed.outcome().texts());

        assertThat(fixed.refusals()).allMatch(reason -> reason.startsWith("there would be a new finding: "));
        Set<String> refusedCalls = refusedCalls(then);
        refusedCalls.removeAll(refusedCalls(texts));
        assertThat(refusedCalls).isEmpty();
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

    /** The calls that GitHub starts no run of: a job of the called workflow asks for more than the call is said to grant. */
    private static Set<String> refusedCalls(Map<String, String> texts) {
        Map<String, byte[]> bytes = new TreeMap<>();
        texts.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Definitions definitions = WorkflowAudit.definitions(new Repository(new TrackedTree(bytes), Optional.empty()));
        Set<String> refused = new TreeSet<>();
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.jobs()) {
                Optional<Permissions> granted = workflow.permissionsOf(job);
                if (job instanceof ReusableWorkflowCall call
                        && granted.isPresent()
                        && definitions.target(call.uses().uses()).orElse(null) instanceof Workflow called
                        && called.jobs().stream()
                                .flatMap(inner -> called.permissionsOf(inner).stream())
                                .anyMatch(asked -> !covers(granted.get(), asked))) {
                    refused.add(workflow.path() + " " + job.id().value());
                }
            }
        }
        return refused;
    }

    private static boolean covers(Permissions granted, Permissions asked) {
        return level(granted, "") >= level(asked, "")
                && asked.grants().stream()
                        .map(grant -> grant.name().value())
                        .allMatch(name -> level(granted, name) >= level(asked, name));
    }

    /** None, to read, to write. */
    private static int level(Permissions permissions, String name) {
        return switch (permissions.base()) {
            case WRITE_ALL -> 2;
            case READ_ALL -> 1;
            case UNKNOWN, EXPLICIT ->
                Math.max(
                        0,
                        List.of("none", "read", "write")
                                .indexOf(permissions
                                        .grant(name)
                                        .map(grant -> grant.level().value())
                                        .orElse("none")));
        };
    }
}
