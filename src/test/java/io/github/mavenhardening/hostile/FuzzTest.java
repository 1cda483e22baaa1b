package io.github.mavenhardening.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That readers throw nothing but what they document, end, and stay within a bounded memory: on the seeds and what was found once in
 * every build, and on inputs that Jazzer makes of them by the profile {@code fuzz}. How many it makes for each reader is set by
 * {@code -Dfuzz.runs}; of one reader alone it makes them with {@code -Dfuzz.reader=YAML}.
 *
 * @see <a href="https://github.com/CodeIntelligenceTesting/jazzer">Jazzer</a>
 */
class FuzzTest {

    private static final Path SEEDS = Path.of("src", "test", "resources", "fuzz");
    private static final Path FOUND = Path.of("target", "fuzz");
    private static final String RUNS = "hardening.test.fuzz";

    @ParameterizedTest
    @EnumSource
    void seedsAreRead(HostileReader reader) throws IOException {
        List<Path> seeds = files(SEEDS.resolve(reader.folder()));

        assertThat(seeds).isNotEmpty();
        for (Path seed : seeds) {
            byte[] input = Files.readAllBytes(seed);
            assertThatCode(() -> reader.read(input)).as(seed.toString()).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = RUNS, matches = "[1-9]\\d*")
    void nothingIsFound(HostileReader reader) throws IOException, InterruptedException {
        String only = System.getProperty("hardening.test.fuzz.reader", "");
        if (!only.isEmpty() && !only.equals(reader.name())) {
            return;
        }
        Path folder = FOUND.resolve(reader.folder());
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Process jazzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-D" + Fuzz.READER + "=" + reader.name(),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + Fuzz.class.getName(),
                        "--instrumentation_includes=io.github.mavenhardening.core.**",
                        // A keys map may hold expressions; how often one looks at its text is bounded.
                        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-runs=" + System.getProperty(RUNS),
                        "-max_len=1024",
                        "-timeout=20",
                        "-rss_limit_mb=3072",
                        "-print_final_stats=1",
                        corpus.toString(),
                        SEEDS.resolve(reader.folder()).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();

        assertThat(jazzer.waitFor())
                .as("what %s says; add the input to the seeds", folder.resolve("log"))
                .isZero();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
