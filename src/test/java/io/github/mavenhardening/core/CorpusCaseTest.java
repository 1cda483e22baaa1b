package io.github.mavenhardening.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A corpus that is not as it should be fails, instead of passing for one in which nothing is wrong. */
class CorpusCaseTest {

    private static final Checks CHECKS = Checks.load(CorpusCaseTest.class.getClassLoader());
    private static final String FILE = "# A title\n# file: .github/workflows/ci.yml\n";

    @TempDir
    Path corpus;

    private Path family;

    @BeforeEach
    void hasOneFolder() throws IOException {
        family = Files.createDirectory(corpus.resolve("workflows"));
    }

    private CorpusCase of(String text) throws IOException {
        Files.writeString(family.resolve("one.case"), text);
        return CorpusCase.below(corpus).get(0);
    }

    private static Finding found(String check, int line, int column) {
        Span span = new Span(0, 0, line, column, line, column);
        return Finding.of(check, Severity.HIGH, Location.of(".github/workflows/ci.yml", span))
                .message("m")
                .remedy("r")
                .build();
    }

    @Test
    void readsFilesAndMarks() throws IOException {
        CorpusCase one = of("""
                # A title
                # repository: my-org/app
                # finds in the repository: scorecard-missing, codeowners low
                # file: a/b.yml
                # finds below: unpinned-uses high
                uses: x    # finds: artipacked
                # bytes: c.bin
                yv66vg==
                """);

        assertThat(one.title()).isEqualTo("A title");
        assertThat(one.slug().orElseThrow().owner()).isEqualTo("my-org");
        assertThat(one.files().get("a/b.yml")).asString().isEqualTo("\nuses: x\n");
        assertThat(one.files().get("c.bin")).containsExactly(0xCA, 0xFE, 0xBA, 0xBE);
        assertThat(one.expected())
                .containsExactly(
                        new Mark("", 0, "scorecard-missing"),
                        new Mark("", 0, "codeowners low"),
                        new Mark("a/b.yml", 2, "unpinned-uses high"),
                        new Mark("a/b.yml", 2, "artipacked"));
    }

    @Test
    void refusesAFolderWithoutCases() {
        assertThatThrownBy(() -> CorpusCase.below(corpus)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# A title\n",
                "on: push\n",
                "# A title\nno header\n# file: a\nb\n",
                "# A title\n# repository: nothing\n# file: a\nb\n",
                "# A title\n# file: a\nb\n# file: a\nb\n"
            })
    void refusesWhatIsNoCase(String text) {
        assertThatThrownBy(() -> of(text)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unpined-uses", "unpinned-uses hihg", "unpinned-uses high column x"})
    void refusesMarksThatMeanNothing(String mark) throws IOException {
        CorpusCase one = of(FILE + "on: push # finds: " + mark + "\n");

        assertThatThrownBy(() -> one.differences(List.of(), CHECKS)).isInstanceOf(AssertionError.class);
    }

    @Test
    void demandsWhatIsMarkedAndNothingElse() throws IOException {
        CorpusCase one = of(FILE + "a: 1 # finds: unpinned-uses, unpinned-uses high column 4\n");
        Finding first = found("unpinned-uses", 1, 4);
        Finding second = found("unpinned-uses", 1, 9);

        assertThat(one.differences(List.of(first, second), CHECKS)).isEmpty();
        assertThat(one.differences(List.of(second, second), CHECKS)).hasSize(2);
        assertThat(one.differences(List.of(first), CHECKS))
                .singleElement()
                .asString()
                .contains("not found");
        assertThat(one.differences(List.of(first, second, found("artipacked", 1, 1)), CHECKS))
                .singleElement()
                .asString()
                .contains("not expected: .github/workflows/ci.yml:1 artipacked high");
        assertThat(one.differences(List.of(first, found("unpinned-uses", 2, 9)), CHECKS))
                .hasSize(2);
    }
}
