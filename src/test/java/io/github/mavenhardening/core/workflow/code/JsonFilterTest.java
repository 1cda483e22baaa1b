package io.github.mavenhardening.core.workflow.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFilterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".number",
                ".[0].number",
                ".[].id",
                ".[0].number // empty",
                "[.[] | select(.title == $title)][0].number // empty",
                ".[] | select(.title | test(\"x|y\")) | .number",
                "map(select(.body != null)) | .[0].id // null",
                "[.[].number] | max",
                "first(.[] | select(.title == \"a, b\")).databaseId",
                ".head.sha",
                "\"#\\(.number): \\(.state)\"",
                ".title | length",
                ".labels | map(.name) | any(. == \"x\")",
                ".title | test(\"x\")",
                ".draft, .createdAt",
                ".[] | select(.title == \"x\") | .number | tostring",
                "[.[] | .number] | sort | .[0]",
                "[.[] | select((.filename | (startswith(\"a\") or endswith(\"b\")) | not)) | .additions + .deletions] | add // 0",
                ".labels[].name",
                "[.labels[].name] // []"
            })
    void knowsWhatIsNoText(String filter) {
        assertThat(JsonFilter.givesNoText(filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".title",
                ".number, .title",
                ".title // .number",
                ".number // .title",
                ".number // \"\\(.title)\"",
                "[.[] | .number, .title]",
                "{number, title}",
                ".",
                "",
                ".[0]",
                ".title | .[0:5]",
                ".number | .title",
                "\"\\(.number) \\(.title)\"",
                "(.number | tostring) + .title",
                ".title | select(length > 3)",
                ".head.ref",
                "if .draft then .title else .number end",
                ".body | tostring",
                "[.[].title] | add // \"\"",
                ".name",
                ".[\"number\", \"title\"]"
            })
    void takesTheRestForText(String filter) {
        assertThat(JsonFilter.givesNoText(filter)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {".number", ".[0].number // empty", "\"a\"", ".state"})
    void trustsMembersOfAnswersAlone(String filter) {
        assertThat(JsonFilter.givesNumbers(filter)).isFalse();
    }

    @Test
    void knowsWhatIsWrittenInJson() {
        assertThat(JsonFilter.writesJson("[.[] | .filename]")).isTrue();
        assertThat(JsonFilter.writesJson(".[] | {name, patch}")).isTrue();
        assertThat(JsonFilter.writesJson("[.[] | .filename] | join(\",\")")).isFalse();
        assertThat(JsonFilter.writesJson("[.[]][0].filename")).isFalse();
        assertThat(JsonFilter.writesJson("")).isFalse();
    }
}
