package io.github.mavenhardening.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static final List<String> WORDS =
            List.of("run", "-f", "a.yml", "--quiet", "--file=b.yml", "--files", "tests", "-f");

    @Test
    void tellsOperandsFromOptionsAndTheirValues() {
        assertThat(Arguments.operands(WORDS, Set.of("-f"))).containsExactly("run", "tests");
        assertThat(Arguments.operands(WORDS, Set.of("-f", "--files"))).containsExactly("run");
        assertThat(Arguments.operand(WORDS, 1)).isEqualTo("a.yml");
        assertThat(Arguments.operand(WORDS, 3)).isEmpty();
    }

    @Test
    void takesTheNextWordOrWhatStandsBehindTheSign() {
        assertThat(Arguments.values(WORDS, "-f", "--file")).containsExactly("a.yml", "b.yml");
        assertThat(Arguments.value(WORDS, "--file")).contains("b.yml");
        assertThat(Arguments.value(WORDS, "--folder")).isEmpty();
    }
}
