package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mavenhardening.core.lock.change.ChangedLock;
import io.github.mavenhardening.core.lock.change.LockChange;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.page.HtmlReport;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change brings to the lock, as a part of the reports of an audit. */
class LockChangeInReportsTest {

    private static final String SHA = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    @TempDir
    Path folder;

    private ChangedLock lock;

    @BeforeEach
    void init() throws Exception {
        lock = new ChangedLock(folder);
    }

    /** Other bytes, another version, and a file beside the lock. */
    private LockChange change() throws Exception {
        lock.lock(SHA + " org/example/bad/1/bad-1.jar", "org/example/lib/1.0/lib-1.0.jar")
                .record("'files': {}")
                .branch();
        lock.write(".mvn/hardening-keys.list", "org.example = <b>any</b>\n");
        return lock.lock(OTHER + " org/example/bad/1/bad-1.jar", "org/example/lib/1.1/lib-1.1.jar")
                .record("'files': {}")
                .compare();
    }

    private static String render(Report report, LockChange change) {
        return report.render(Samples.rich(), Samples.CONTEXT.bringing(change));
    }

    static List<Report> all() {
        return FormatsTest.all();
    }

    /** Those formats that have a place for it, and no other. */
    @ParameterizedTest
    @MethodSource("all")
    void isInTheFormatsForPeopleAndScripts(Report report) throws Exception {
        LockChange change = change();
        String without = report.render(Samples.rich(), Samples.CONTEXT);
        String with = render(report, change);

        assertThat(without).doesNotContain("org.example:bad");
        if (Set.of("html", "json", "markdown").contains(report.format())) {
            assertThat(with).contains("org.example:bad", "org.example:lib").isEqualTo(render(report, lock.compare()));
            assertThat(with.indexOf("org.example:bad")).isLessThan(with.indexOf("org.example:lib"));
        } else {
            assertThat(with).isEqualTo(without);
        }
    }

    @Test
    void isASectionOfThePage() throws Exception {
        String page = render(new HtmlReport(), change());
        String section =
                page.substring(page.indexOf("<section id=\"lock-change\""), page.indexOf("<section id=\"coverage\""));

        assertThat(section)
                .contains(">What this change brings</h2>")
                .contains("The lock differs from main: 1 with other bytes, 1 updated; 0 artifacts unchanged")
                .contains("<strong>signer</strong>: .mvn/hardening-keys.list has the new line &#39;org.example ="
                        + " &lt;b&gt;any&lt;/b&gt;&#39;")
                .contains("<code>org.example:bad</code>")
                .contains("<strong>other bytes</strong>: org/example/bad/1/bad-1.jar had the SHA-256 " + SHA)
                .contains("<summary>1 artifact of which nothing stands out</summary>")
                .contains(">1.0 -&gt; 1.1</td>")
                .contains(">Not known</h3>")
                .contains("&#39;mvn hardening:lock -Dhardening.signatures&#39; verifies them");
    }

    /** What is not known names goals that may become known by them. */
    @ParameterizedTest
    @MethodSource("all")
    void namesGoalsAsTheyCanBeRun(Report report) throws Exception {
        String text = report.render(
                Samples.rich(),
                Samples.CONTEXT.naming(Commands.ofVersion("1.2.3")).bringing(change()));

        assertThat(text).doesNotContain("mvn hardening:");
        assertThat(text.contains(
                        "mvn io.github.mavenhardening:hardening-maven-plugin:1.2.3:lock -Dhardening.signatures"))
                .isEqualTo(Set.of("html", "json", "markdown").contains(report.format()));
    }

    @Test
    void isAPartOfTheSummaryBeforeTheFindings() throws Exception {
        String text = render(new MarkdownReport(), change());

        assertThat(text)
                .contains("\n### What this change brings\n\nThe lock differs from main: 1 with other bytes,")
                .contains("\n| org.example:lib | 1.0 -\\> 1.1 |  |\n");
        assertThat(text.indexOf("What this change brings")).isLessThan(text.indexOf("### [sample-mismatch]"));
    }

    /** However much it is, three quarters are left for the findings; what is cut is said. */
    @Test
    void leavesRoomForTheFindings() throws Exception {
        String[] paths = IntStream.range(0, 5_000)
                .mapToObj(i -> "org/example/a%04d/1/a%04d-1.jar".formatted(i, i))
                .toArray(String[]::new);
        LockChange change = lock.branch().lock(paths).compare();
        Result many = Samples.many(5_000);
        ReportContext context = Samples.CONTEXT.bringing(change);

        Report.Encoded text = new MarkdownReport().encodeWithin(many, context, 200_000);

        assertThat(text.bytes().length).isBetween(190_000, 200_000);
        assertThat(new String(text.bytes(), StandardCharsets.UTF_8).indexOf("### [sample-reference]"))
                .isBetween(49_000, 52_000);
        assertThat(text.cut())
                .satisfiesExactly(
                        cut -> assertThat(cut).matches("the \\d+ worst of 5000 artifacts are listed, .*"),
                        cut -> assertThat(cut).matches("the \\d+ most dangerous of 5000 findings are listed, .*"));
        for (int limit = 1_000; limit < 6_000; limit += 500) {
            assertThat(new MarkdownReport().encodeWithin(many, context, limit).bytes().length)
                    .isLessThanOrEqualTo(limit);
        }
    }

    @Test
    void isAMemberOfTheJson() throws Exception {
        LockChange change = change();
        String json = render(new JsonReport(), change);
        JsonNode member = Schemas.parse(json).path("lockChange");

        assertThat(Schemas.errors(Schemas.report(), json)).isEmpty();
        ObjectNode alone = (ObjectNode) new ObjectMapper().readTree(LockChangeJson.encode(change, "1.2.3"));
        assertThat(member.path("artifacts")).hasSize(2);
        assertThat(member).isEqualTo(alone.without(List.of("schemaVersion", "tool", "compared")));
        for (String wrong : List.of("\"kind\" : \"replaced\"", "\"concern\" : \"bytes\"", "\"record\" : 0")) {
            assertThat(json).contains(wrong);
            assertThat(Schemas.errors(Schemas.report(), json.replace(wrong, wrong.replaceAll("[a-z]+\" : ", "x$0"))))
                    .isNotEmpty();
        }
    }

    /** Two files of schemas, one form. */
    @Test
    void hasTheFormThatTheGoalsOwnFileHas() throws IOException {
        JsonNode alone = schema(LockChangeJson.SCHEMA);
        JsonNode member = schema(JsonReport.SCHEMA).at("/$defs/lockChange");

        assertThat(moved(alone.path("$defs"))).isEqualTo(member.path("$defs"));
        for (String name : List.of("base", "gaps", "counts", "notices", "artifacts")) {
            assertThat(member.path("required").toString()).contains("\"" + name + "\"");
            assertThat(moved(alone.path("properties").path(name)))
                    .isEqualTo(member.path("properties").path(name));
        }
    }

    private static JsonNode schema(String resource) throws IOException {
        String name = Path.of(resource).getFileName().toString();
        return new ObjectMapper().readTree(Files.readString(Path.of("src", "site", "resources", name)));
    }

    private static JsonNode moved(JsonNode schema) throws IOException {
        return new ObjectMapper().readTree(schema.toString().replace("#/$defs/", "#/$defs/lockChange/$defs/"));
    }

    @Test
    void isOneLineOfTheLog() throws Exception {
        LockChange change = change();

        assertThat(LockChangeText.notice(change, "mvn hardening:diff"))
                .isEqualTo("The lock changes 2 artifacts against main (1 with other bytes, 1 updated);"
                        + " 'mvn hardening:diff' lists them");
        lock.lock(SHA + " org/example/bad/1/bad-1.jar", "org/example/lib/1.0/lib-1.0.jar");
        assertThat(LockChangeText.notice(lock.compare(), "mvn hardening:diff"))
                .isEqualTo("The lock changes no artifact against main, but 1 thing beside them;"
                        + " 'mvn hardening:diff' lists it");
    }

    @Test
    void isAGapWhereItCannotBeCompared() throws Exception {
        LockChange change = change();

        assertThat(LockChangeText.gap(change)).isEmpty();
        assertThat(LockChangeText.gap(lock.compare("nowhere", Map.of(), Set.of())))
                .contains("the lock cannot be compared with nowhere: it is not known here; fetch the whole history"
                        + " (fetch-depth: 0)");
        assertThat(LockChangeText.gap(lock.compare("", Map.of("GITHUB_EVENT_NAME", "push"), Set.of())))
                .isEmpty();
    }
}
