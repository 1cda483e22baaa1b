package io.github.mavenhardening.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Test
    void writesMembersInTheirOrder() {
        JsonObject object = new JsonObject();
        object.put("b", 1).put("a", "é\"\u0001").put("yes", true);
        object.putArray("list").add("text").add(-2).addObject().put("c", "d");
        object.putObject("none");
        object.putArray("nothing");

        assertThat(text(object)).isEqualTo("""
                {
                  "b" : 1,
                  "a" : "é\\"\\u0001",
                  "yes" : true,
                  "list" : [
                    "text",
                    -2,
                    {
                      "c" : "d"
                    }
                  ],
                  "none" : { },
                  "nothing" : [ ]
                }
                """);
    }

    @Test
    void anotherReaderReadsEveryCharacterBack() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 0xD800; c++) {
            all.append((char) c);
        }
        all.appendCodePoint(0x1F600);

        JsonNode read = Json.read(text(new JsonObject().put("all", all.toString())));

        assertThat(read.path("all").textValue()).isEqualTo(all.toString());
    }

    @Test
    void halfOfASurrogatePairBecomesAQuestionMark() {
        assertThat(text(new JsonObject().put("a", "x\uD800y"))).contains("x?y");
    }

    private static String text(JsonObject object) {
        return new String(JsonWriter.bytes(object), StandardCharsets.UTF_8);
    }
}
