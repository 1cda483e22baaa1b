package io.github.mavenhardening.core.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MavenArgumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dx=y",
                "-D x=y",
                "-D=x=y",
                "--define=x=y",
                "--define x=y",
                "--defin x=y",
                "--def=x=y",
                "-define x=y",
                "-define=x=y",
                "-BDx=y",
                "-BXDx=y",
                "-B -ntp -T2 -Dx=y clean",
                "\"-Dx=y\"",
                "-D\"x=y\"",
                "-Dx=\"y\"",
                "'-D' 'x=y'"
            })
    void readsADefinitionInEverySpelling(String line) {
        assertThat(of(line).definitions()).singleElement().satisfies(definition -> {
            assertThat(definition.name()).isEqualTo("x");
            assertThat(definition.value()).isEqualTo("y");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dx", "--define x", "--define=x", "-D x"})
    void setsAPropertyWithoutAValueToTrue(String line) {
        assertThat(of(line).definitions()).extracting(Definition::value).containsExactly("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-sx.xml", "-s x.xml", "-s=x.xml", "--settings x.xml", "--settings=x.xml", "-settings x.xml"})
    void readsAnOptionInEverySpelling(String line) {
        assertThat(of(line).options()).singleElement().satisfies(option -> {
            assertThat(option.name()).isEqualTo("s");
            assertThat(option.value()).isEqualTo("x.xml");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-cpu", "-ntp", "-fae", "--file-lock", "clean", "-", "--", "-T 4", "--strict-checksums", "-C"})
    void takesNoOtherOptionForOneThatItKnows(String line) {
        assertThat(of(line).definitions()).isEmpty();
        assertThat(of(line).options())
                .noneMatch(option -> List.of("c", "f", "fn", "s").contains(option.name()));
    }

    @Test
    void knowsOptionsOfSeveralLettersFromRowsOfFlags() {
        assertThat(of("-fn -Bc -gs g.xml -ps p.xml -Pa,b").options())
                .extracting(option -> option.name() + "=" + option.value())
                .containsExactly("fn=", "B=", "c=", "gs=g.xml", "ps=p.xml", "P=a,b");
    }

    @ParameterizedTest
    @CsvSource({
        "--pro a, pl",
        "--proj=a, pl",
        "--project-s s.xml, ps",
        "--res a, rf",
        "--resume, r",
        "--non, N",
        "--set a, s",
        "-rsa, r s",
        "-rfa, r f"
    })
    void takesWhatIsCutShortForWhatMavenTakesItFor(String line, String names) {
        assertThat(of(line).options()).extracting(MavenArguments.Option::name).containsExactly(names.split(" "));
    }

    @Test
    void readsValuesOnTheNextLine() {
        SourceFile file = SourceFile.of(".mvn/maven.config", "--define\nx=y\n# -Dno=1\n-Dz\n");

        assertThat(MavenArguments.of(Word.of(file, true)).definitions())
                .extracting(d -> d.name() + ":" + d.location().line())
                .containsExactly("x:2", "z:4");
        assertThat(MavenArguments.of(Word.of(file, false)).definitions())
                .as("a Maven that knows no comments")
                .extracting(Definition::name)
                .containsExactly("x", "no", "z");
    }

    private static MavenArguments of(String line) {
        return MavenArguments.of(Word.of(line));
    }
}
