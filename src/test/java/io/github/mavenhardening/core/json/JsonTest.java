package io.github.mavenhardening.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"text\"",
                "[true, false, null, 1, -2.5, 12345678901, 123456789012345678901234567890, 1e3]",
                "{\"a\": {\"b\": [[], {}, \"\\u00e9\\n\\\"\"]}, \"c\": 1, \"c\": 2}"
            })
    void readsWhatAnObjectMapperReads(String json) throws IOException {
        assertThat(Json.read(json)).isEqualTo(new ObjectMapper().readTree(json));
        assertThat(Json.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Json.read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,]", "{\"a\"}", "1 2", "[] []", "nul", "]"})
    void refusesWhatIsNotOneValue(String json) {
        assertThatThrownBy(() -> Json.read(json)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesADepthThatWouldOverflowTheStack() {
        assertThatThrownBy(() -> Json.read("[".repeat(100_000))).isInstanceOf(IOException.class);
    }
}
