package io.github.mavenhardening.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineFileTest {

    private static final BaselineEntry CHECKOUT =
            new BaselineEntry("unpinned-uses", ".github/workflows/a.yml", "actions/checkout@v4");
    private static final Baseline BASELINE = new Baseline(
            "1.0.0",
            Set.of("unpinned-uses", "dco"),
            new TreeMap<>(Map.of(CHECKOUT, 3, new BaselineEntry("missing-lock", "", "\"lock\"\n\u202e"), 1)));

    private static String text(Baseline baseline) {
        return new String(BaselineFile.bytes(baseline), StandardCharsets.UTF_8);
    }

    private static Baseline parse(String text) {
        return BaselineParser.parse(SourceFile.of("b.json", text));
    }

    @Test
    void hasALineForEachKindOfFindingSortedByFile() {
        assertThat(text(BASELINE).lines().toList())
                .containsExactly(
                        "{",
                        "  \"version\" : 1,",
                        "  \"plugin\" : \"1.0.0\",",
                        "  \"findings\" : [",
                        "    { \"check\" : \"missing-lock\", \"path\" : \"\", \"subject\" : \"\\\"lock\\\"\\n\u202e\", \"count\" : 1,"
                                + " \"fingerprint\" : \""
                                + new BaselineEntry("missing-lock", "", "\"lock\"\n\u202e").fingerprint() + "\" },",
                        "    { \"check\" : \"unpinned-uses\", \"path\" : \".github/workflows/a.yml\", \"subject\" :"
                                + " \"actions/checkout@v4\", \"count\" : 3, \"fingerprint\" : \""
                                + CHECKOUT.fingerprint() + "\" }",
                        "  ],",
                        "  \"checks\" : [",
                        "    \"dco\",",
                        "    \"unpinned-uses\"",
                        "  ]",
                        "}");
    }

    @Test
    void readsWhatItWrites() {
        assertThat(parse(text(BASELINE))).isEqualTo(BASELINE);
        Baseline empty = new Baseline("", Set.of(), new TreeMap<>());
        assertThat(parse(text(empty))).isEqualTo(empty);
        BaselineEntry half = new BaselineEntry("a", "b", "half \ud800 a pair");
        Baseline odd = new Baseline("", Set.of(), new TreeMap<>(Map.of(half, 1)));
        assertThat(parse(text(odd))).isEqualTo(odd);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "'version\" : 1' ~ 'version\" : 2' ~ b.json:2:15: Version 2 is not known to this release, which reads 1",
                "'version\" : 1' ~ 'version\" : \"1\"' ~ b.json:2:15: Must be a number",
                "'version\"' ~ 'varsion\"' ~ b.json:2:15: The member 'varsion' is unknown",
                "'\"plugin\" : \"1.0.0\",' ~ '' ~ The member 'plugin' is missing",
                "'\"plugin\" : \"1.0.0\",' ~ '\"version\" : 1,' ~ b.json:3:15: The member 'version' stands there twice",
                "'\"count\" : 3' ~ '\"count\" : 0' ~ The count must be a whole number from 1 to 1000000",
                "'\"count\" : 3' ~ '\"count\" : -1' ~ The count must be a whole number from 1 to 1000000",
                "'\"count\" : 3' ~ '\"count\" : 99999999999999999999' ~ The count must be a whole number",
                "'\"count\" : 3' ~ '\"count\" : 1e3' ~ Must be a number",
                "'\"count\" : 3,' ~ '' ~ b.json:6:5: A finding has a check, a path, a subject, a count and a fingerprint",
                "'@v4' ~ '@v5' ~ b.json:6:5: The fingerprint is not that of the check, path and subject beside it",
                "'\"path\" : \".github/' ~ '\"line\" : \".github/' ~ The member 'line' is unknown",
                "'\"dco\"' ~ '{}' ~ b.json:9:5: Must be a text",
                "'  \"checks\" : [' ~ '  \"checks\" : {' ~ b.json:8:14: Must be a list",
            })
    void namesThePlaceOfWhatDoesNotFit(String from, String to, String message) {
        assertThat(text(BASELINE)).contains(from);
        assertThatThrownBy(() -> parse(text(BASELINE).replace(from, to)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{} {}",
                "<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs",
                "{\"findings\" : [[[[[[[[[[",
                "\u0000"
            })
    void refusesWhatIsNotABaseline(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("b.json");
    }

    @Test
    void refusesTheSameFindingTwiceAndDeepNesting() {
        String line = text(BASELINE).lines().skip(4).findFirst().orElseThrow();
        assertThatThrownBy(() -> parse(text(BASELINE).replace(line, line + line)))
                .hasMessageContaining("The same finding stands there twice: add up the counts");
        assertThatThrownBy(() -> parse("{\"findings\" : " + "[".repeat(100_000)))
                .isInstanceOf(ConfigurationException.class);
    }
}
