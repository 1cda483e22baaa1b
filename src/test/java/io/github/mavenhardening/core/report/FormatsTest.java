package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every format, those to come included. */
class FormatsTest {

    @TempDir
    Path folder;

    static List<Report> all() {
        Reports reports = Reports.load(Reports.class.getClassLoader());
        return reports.select("hardening.formats", reports.formats());
    }

    @Test
    void goToFilesOfTheirOwn() {
        assertThat(all()).hasSizeGreaterThan(5);
        assertThat(all()).extracting(Report::fileName).doesNotHaveDuplicates();
        assertThat(all()).extracting(Report::fileName).allMatch(name -> name.matches("[a-z0-9-]+\\.[a-z]+"));
        assertThat(all()).extracting(Report::purpose).allMatch(purpose -> !purpose.endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("all")
    void areTextTheSameEveryTime(Report report) {
        for (Result result : List.of(
                Samples.rich(),
                Samples.hostile(),
                Samples.weakened(),
                Samples.compared(),
                Samples.judge(PolicyLayer.none()))) {
            String text = report.render(result, Samples.CONTEXT);

            assertThat(text).endsWith("\n").doesNotContain("\r", "\u001b");
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
            assertThat(report.render(result, Samples.CONTEXT)).isEqualTo(text);
        }
    }

    /** All that a report says of a result, in every format: what a reader copies has to run. */
    @ParameterizedTest
    @MethodSource("all")
    void nameGoalsAsTheyCanBeRun(Report report) throws IOException {
        Result result = Samples.naming("Run 'mvn clean verify hardening:lock' at last");

        assertThat(written(report, result, Commands.ofVersion("1.2.3")))
                .contains("mvn clean verify io.github.mavenhardening:hardening-maven-plugin:1.2.3:lock")
                .doesNotContain("verify hardening:lock");
        assertThat(written(report, result, Commands.byPrefix()))
                .isEqualTo(report.render(result, Samples.CONTEXT))
                .contains("mvn clean verify hardening:lock");
    }

    private String written(Report report, Result result, Commands commands) throws IOException {
        new ReportWriter(folder).write(List.of(report), result, Samples.CONTEXT.naming(commands));
        return Files.readString(folder.resolve(report.fileName()));
    }

    /** A finding, a note, a gap, a remark and a reason, of which the formats have different ones. */
    @Test
    void nameGoalsInEverySentence() {
        String full = "mvn io.github.mavenhardening:hardening-maven-plugin:1.2.3:lock";
        Result result = SpelledResult.of(Samples.naming("mvn hardening:lock"), Commands.ofVersion("1.2.3"));

        EvaluatedFinding judged = result.findings().get(0);
        assertThat(List.of(judged.finding().message(), judged.finding().remedy()))
                .allMatch(full::equals);
        assertThat(judged.fingerprint())
                .isEqualTo(
                        Samples.naming("mvn hardening:lock").findings().get(0).fingerprint());
        assertThat(result.audits().get(0).notes()).containsExactly(full);
        assertThat(result.audits().get(0).gaps()).containsExactly(full);
        assertThat(result.remarks()).containsExactly(full);
        assertThat(result.verdict().reasons()).containsExactly(full);
    }

    @ParameterizedTest
    @MethodSource("all")
    @Timeout(180)
    void growWithTheFindings(Report report) {
        report.encodeWithin(Samples.many(3_000), Samples.CONTEXT);
        List<Long> times = new ArrayList<>();
        for (int count : new int[] {3_000, 30_000}) {
            Result result = Samples.many(count);
            long start = System.nanoTime();
            Report.Encoded encoded = report.encodeWithin(result, Samples.CONTEXT);
            times.add(System.nanoTime() - start);

            assertThat(encoded.bytes().length).isLessThan(4_096 * count);
        }
        // Ten times as much, with room for the noise of a busy machine.
        assertThat(Duration.ofNanos(times.get(1)))
                .isLessThan(Duration.ofNanos(60 * times.get(0)).plusSeconds(5));
    }
}
