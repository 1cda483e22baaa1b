package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.mavenhardening.core.lock.change.ChangedLock;
import io.github.mavenhardening.core.lock.change.LockChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same change as lines, as Markdown and as JSON. */
class LockChangeReportsTest {

    private static final String SHA = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    @TempDir
    Path folder;

    private ChangedLock lock;

    @BeforeEach
    void init() throws Exception {
        lock = new ChangedLock(folder);
    }

    /** Other bytes, an update, one new, one removed, one unchanged. */
    private LockChange change() throws Exception {
        lock.jar("org/example/fresh/1/fresh-1.jar", "META-INF/maven/plugin.xml", "a.so");
        lock.pom("org/example/fresh/1/fresh-1.pom", "<licenses><license><name>MIT | x</name></license></licenses>");
        return lock.lock(
                        SHA + " org/example/bad/1/bad-1.jar",
                        "org/example/gone/1/gone-1.jar",
                        "org/example/lib/1.0/lib-1.0.jar",
                        "org/example/same/1/same-1.jar")
                .record("'files': {}")
                .branch()
                .lock(
                        OTHER + " org/example/bad/1/bad-1.jar",
                        "org/example/fresh/1/fresh-1.jar",
                        "org/example/fresh/1/fresh-1.pom",
                        "org/example/lib/1.1/lib-1.1.jar",
                        "org/example/same/1/same-1.jar")
                .record("'files': {'org/example/lib/1.1/lib-1.1.jar': {'published': '2026-01-02'}}")
                .compare();
    }

    @Test
    void tellsTheWorstFirst() throws Exception {
        LockChange change = change();

        assertThat(LockChangeText.summary(change))
                .isEqualTo(
                        "The lock differs from main: 1 with other bytes, 1 updated, 1 new, 1 removed; 1 artifact unchanged");
        assertThat(LockChangeText.lines(change))
                .containsExactly(
                        "org.example:bad  1 with other bytes",
                        "    other bytes: org/example/bad/1/bad-1.jar had the SHA-256 " + SHA + " and has " + OTHER
                                + ": a published version never changes",
                        "org.example:fresh  1 new  (plugin; MIT | x)",
                        "    runs in the build: is a plugin",
                        "    native code: holds machine code: a.so",
                        "org.example:lib  1.0 -> 1.1  (published on 2026-01-02)",
                        "org.example:gone  1 removed");
        assertThat(LockChangeText.gaps(change))
                .satisfiesExactly(
                        gap -> assertThat(gap).startsWith("no day of publication is recorded of 2 of 3 artifacts"),
                        gap -> assertThat(gap).startsWith("no signature is recorded of 3 of 3 artifacts"),
                        gap -> assertThat(gap)
                                .isEqualTo("what runs in the build and machine code are not known of 2 files:"
                                        + " org.example:bad: bad-1.jar: it is not in the local repository;"
                                        + " org.example:lib: lib-1.1.jar: it is not in the local repository"),
                        gap -> assertThat(gap)
                                .isEqualTo("the licence is not known, as the POM cannot be looked at, of 2"
                                        + " versions: org.example:bad:1: it is not locked; org.example:lib:1.1: it is not"
                                        + " locked"));
    }

    @Test
    void fillsAScreenAndCountsTheRest() throws Exception {
        String[] paths = IntStream.range(0, 500)
                .mapToObj(i -> "org/example/a%03d/1/a%03d-1.jar".formatted(i, i))
                .toArray(String[]::new);
        lock.branch().lock(paths);
        lock.write(
                ".mvn/hardening-keys.list",
                String.join(
                        "\n",
                        IntStream.range(0, 30).mapToObj(i -> "g" + i + " = any").toList()));

        List<String> lines = LockChangeText.lines(lock.compare());

        assertThat(lines).hasSizeBetween(30, 40);
        assertThat(lines.get(8)).isEqualTo("22 more like these");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("and 477 artifacts more, none worse than the last of these");
        assertThat(LockChangeText.gaps(lock.compare())).hasSizeLessThan(10);
    }

    @Test
    void saysPlainlyWhatWasNotCompared() throws Exception {
        lock.lock("org/example/lib/1.0/lib-1.0.jar").record("'files': {}").branch();

        assertThat(LockChangeText.summary(lock.compare()))
                .isEqualTo("The lock is what it is in main: 1 artifact, with the same bytes and records");
        assertThat(LockChangeText.summary(lock.compare("nowhere", Map.of(), Set.of())))
                .isEqualTo("The lock cannot be compared with nowhere: it is not known here; fetch the whole history"
                        + " (fetch-depth: 0)");
        LockChange push = lock.compare("", Map.of("GITHUB_EVENT_NAME", "push"), Set.of());
        assertThat(LockChangeText.summary(push))
                .isEqualTo("There is nothing to compare the lock with: this build is not of a pull or merge request;"
                        + " -Dhardening.base=\u2026 names a branch, tag or commit");
        for (LockChange change : List.of(push, lock.compare("nowhere", Map.of(), Set.of()))) {
            assertThat(LockChangeText.lines(change)).isEmpty();
            assertThat(markdown(change, 10_000)).contains(MarkdownText.of(LockChangeText.summary(change)));
            JsonNode json = json(change);
            assertThat(json.path("compared").asBoolean(true)).isFalse();
            assertThat(json.path("problem").asText()).isNotEmpty();
        }
    }

    private static String markdown(LockChange change, int limit) {
        return new String(LockChangeMarkdown.encodeWithin(change, limit).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void writesMarkdown() throws Exception {
        String text = markdown(change(), 10_000);

        assertThat(text)
                .startsWith("## What this change brings\n\nThe lock differs from main: ")
                .contains(
                        "\n| artifact | versions | what to look at |\n|---|---|---|\n| org.example:bad | 1 with other bytes"
                                + " | **other bytes**: ")
                .contains("\n| org.example:fresh | 1 new | **runs in the build**: is a plugin<br>**native code**: holds"
                        + " machine code: a.so<br>plugin; MIT \\| x |\n")
                .contains("\n| org.example:lib | 1.0 -\\> 1.1 | published on 2026-01-02 |\n")
                .contains("\n| org.example:gone | 1 removed |  |\n\nNot known:\n\n- no day of publication is recorded");
    }

    @Test
    void saysWhatIsCutOfTheMarkdown() throws Exception {
        LockChange change = change();
        int whole = markdown(change, 10_000).length();

        for (int limit = 2_000; limit < whole; limit += 100) {
            Report.Encoded text = LockChangeMarkdown.encodeWithin(change, limit);
            assertThat(text.bytes().length).isLessThanOrEqualTo(limit);
            assertThat(new String(text.bytes(), StandardCharsets.UTF_8))
                    .matches("(?s).*\nCut: (no|the [123] worst) of 4 artifacts are listed, .*\nNot known:\n.*");
            assertThat(text.cut()).hasSize(1);
        }
    }

    private static JsonNode json(LockChange change) throws IOException {
        JsonNode json = new ObjectMapper().readTree(LockChangeJson.encode(change, "1.2.3"));
        assertThat(errors(json)).isEmpty();
        return json;
    }

    private static List<String> errors(JsonNode json) throws IOException {
        Path file = Path.of(
                "src",
                "site",
                "resources",
                Path.of(LockChangeJson.SCHEMA).getFileName().toString());
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(file));
        return schema.validate(json).stream().map(ValidationMessage::getMessage).toList();
    }

    /** What a real change comes to fits the published schema, and the schema refuses what none is. */
    @Test
    void writesJsonThatFitsItsSchema() throws Exception {
        LockChange change = change();
        JsonNode json = json(change);

        assertThat(json.at("/counts").toString())
                .isEqualTo("{\"replaced\":1,\"updated\":1,\"added\":1,\"files\":0,\"record\":0,\"removed\":1,"
                        + "\"unchanged\":1}");
        assertThat(json.at("/artifacts/0/notices/0/concern").asText()).isEqualTo("bytes");
        assertThat(json.at("/artifacts/0/files/0/before").asText()).isEqualTo(SHA);
        assertThat(json.at("/artifacts/1/after/nativeCode/0").asText()).isEqualTo("a.so");
        assertThat(json.at("/artifacts/1/roles/0").asText()).isEqualTo("plugin");
        assertThat(json.at("/artifacts/2/after/published").asText()).isEqualTo("2026-01-02");
        assertThat(LockChangeJson.encode(change, "1")).isEqualTo(LockChangeJson.encode(lock.compare(), "1"));

        String text = json.toString();
        for (String wrong : List.of(
                text.replace("\"compared\":true", "\"compared\":false"),
                text.replace("\"bytes\"", "\"bites\""),
                text.replace("\"replaced\":1,", ""),
                text.replace(SHA, "AB"))) {
            assertThat(wrong).isNotEqualTo(text);
            assertThat(errors(new ObjectMapper().readTree(wrong))).isNotEmpty();
        }
    }

    @Test
    void showsWhatComesFromFilesAndObeysNoneOfIt() throws Exception {
        lock.write(".mvn/hardening-keys.list", "x");
        lock.lock("org/example/lib/1.0/lib-1.0.jar").branch();
        lock.lock("org/example/##[error]<b>@all/1/##[error]<b>@all-1.jar", "org/ex\u202eample/x/1/x-1.jar");
        lock.write(".mvn/hardening-keys.list", "::error::hi\u001b[31m\n##vso[task]\n");

        LockChange change = lock.compare();

        assertThat(String.join("\n", LockChangeText.lines(change))).doesNotContain("\u202e", "\u001b", "##[", "##vso");
        assertThat(markdown(change, 10_000)).doesNotContain("\u202e", "\u001b", "<b>", "@all");
        assertThat(json(change).toString()).doesNotContain("\u202e", "\u001b");
    }
}
