package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.policy.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {

    /** A report that says what it is told. */
    private record Saying(String format, String fileName, String text) implements Report {
        @Override
        public byte[] encode(Result result, ReportContext context) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    @TempDir
    Path target;

    private List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesEachReportIntoAFolderThatItMakes() throws IOException {
        Path folder = target.resolve("a/hardening");
        List<Report> reports = List.of(new JsonReport(), new SarifReport());

        List<String> cut = new ReportWriter(folder).write(reports, Samples.rich(), Samples.CONTEXT);

        assertThat(cut).isEmpty();
        assertThat(names(folder)).containsExactly("hardening.json", "hardening.sarif");
        assertThat(folder.resolve("hardening.json"))
                .hasContent(new JsonReport().render(Samples.rich(), Samples.CONTEXT));
    }

    @Test
    void replacesWhatIsThereAndLeavesNothingBehind() throws IOException {
        ReportWriter writer = new ReportWriter(target);
        writer.write(List.of(new Saying("x", "x.txt", "old and long\n")), Samples.rich(), Samples.CONTEXT);
        writer.write(List.of(new Saying("x", "x.txt", "d\u00e9j\u00e0\n")), Samples.rich(), Samples.CONTEXT);

        assertThat(Files.readAllBytes(target.resolve("x.txt"))).containsExactly('d', 0xC3, 0xA9, 'j', 0xC3, 0xA0, '\n');
        assertThat(names(target)).containsExactly("x.txt");
    }

    @Test
    void leavesNothingBehindWhenItFails() throws IOException {
        Files.createDirectories(target.resolve("x.txt/in-the-way"));
        ReportWriter writer = new ReportWriter(target);

        assertThatThrownBy(() ->
                        writer.write(List.of(new Saying("x", "x.txt", "text\n")), Samples.rich(), Samples.CONTEXT))
                .isInstanceOf(IOException.class);
        assertThat(names(target)).containsExactly("x.txt");
    }

    @Test
    void findsItsReportsByFormat() {
        Reports reports = Reports.load(Reports.class.getClassLoader());

        assertThat(reports.formats()).contains("json", "sarif").isSorted();
        assertThat(reports.select("hardening.reports", List.of("SARIF", "json", "sarif")))
                .extracting(Report::fileName)
                .containsExactly("hardening.json", "hardening.sarif");
        assertThatThrownBy(() -> reports.select("hardening.reports", List.of("pdf\u001b")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("hardening.reports: There is no report format 'pdf\\u001b'; known are ");
        assertThatThrownBy(() -> reports.select("hardening.reports", List.of("serif")))
                .hasMessage("hardening.reports: There is no report format 'serif'; did you mean sarif?");
    }

    @Test
    void refusesTwoReportsOfOneFormat() {
        assertThatThrownBy(() -> Reports.of(List.of(new JsonReport(), new Saying("json", "other", ""))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("json")
                .hasMessageContaining("Saying");
    }
}
