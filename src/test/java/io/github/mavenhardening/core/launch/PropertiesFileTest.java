package io.github.mavenhardening.core.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x=y",
                "x = y",
                "x:y",
                "x : y",
                "x y",
                "x\ty",
                "  x=y",
                "\\u0078=y",
                "x=\\\n   y",
                "x\\\n=y",
                "# comment\n\n! comment\nx=y",
                "x=y\r\n"
            })
    void readsAPropertyInEverySpelling(String text) {
        assertThat(read(text)).singleElement().satisfies(definition -> {
            assertThat(definition.name()).isEqualTo("x");
            assertThat(definition.value()).isEqualTo("y");
        });
    }

    @Test
    void saysWhereEachStands() {
        assertThat(read("# one\na=1\\\n 2\n\\\\\n  b : 3\na=4"))
                .extracting(d -> d.name() + "=" + d.value() + ":" + d.location().line() + ":" + d.location().column())
                .containsExactly("a=12:2:1", "\\=:4:1", "b=3:5:3", "a=4:6:1");
    }

    @Test
    void keepsALineThatJavaRefuses() {
        assertThat(read("x=\\u12\ny=1")).extracting(Definition::name).containsExactly("x=\\u12", "y");
    }

    private static List<Definition> read(String text) {
        return PropertiesFile.read(SourceFile.of(".mvn/maven-user.properties", text));
    }
}
