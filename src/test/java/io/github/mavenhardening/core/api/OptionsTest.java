package io.github.mavenhardening.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import java.time.Duration;
import java.time.Period;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final String PERIOD = "must be an ISO 8601 period such as P90D or P1Y, of at most a thousand years";

    @Test
    void eachKindIsRead() {
        Options options = options("""
                text: v1.10
                quoted: ''
                flag: true
                off: False
                period: P1Y2M3D
                duration: PT12H
                list: [a, 'b', 1.10]
                none: []
                map: {b: x, a: "y"}
                """);

        assertThat(options.text("text")).contains("v1.10");
        assertThat(options.text("quoted")).contains("");
        assertThat(options.flag("flag")).contains(true);
        assertThat(options.flag("off")).contains(false);
        assertThat(options.period("period")).contains(Period.of(1, 2, 3));
        assertThat(options.duration("duration")).contains(Duration.ofHours(12));
        assertThat(options.texts("list")).containsExactly("a", "b", "1.10");
        assertThat(options.texts("none")).isEmpty();
        assertThat(options.map("map").keySet()).containsExactly("b", "a");
        assertThat(options.map("map").get("a").text()).isEqualTo("y");
    }

    @Test
    void whatIsNotGivenIsEmpty() {
        for (Options options : new Options[] {options("other: x"), Options.none()}) {
            assertThat(options.text("a")).isEmpty();
            assertThat(options.flag("a")).isEmpty();
            assertThat(options.period("a")).isEmpty();
            assertThat(options.duration("a")).isEmpty();
            assertThat(options.texts("a")).isEmpty();
            assertThat(options.map("a")).isEmpty();
        }
    }

    @Test
    void whatIsOfAnotherKindIsRefusedWithItsPlace() {
        refused("option: [x]", Options::text, "1:9", "must be a single value");
        refused("option: {a: b}", Options::text, "1:9", "must be a single value");
        refused("option:", Options::text, "1:8", "must be a single value");
        refused("x: 1\noption: 'true'", Options::flag, "2:9", "must be true or false");
        refused("option: yes", Options::flag, "1:9", "must be true or false");
        refused("option: [true]", Options::flag, "1:9", "must be a single value");
        refused("option: 90", Options::period, "1:9", PERIOD);
        refused("option: P-90D", Options::period, "1:9", PERIOD);
        refused("option: P99999999999D", Options::period, "1:9", PERIOD);
        refused("option: P2000Y", Options::period, "1:9", PERIOD);
        refused("option: P999999999M", Options::period, "1:9", PERIOD);
        refused("option: P2000000000D", Options::period, "1:9", PERIOD);
        refused("option: {}", Options::period, "1:9", "must be a single value");
        refused("option: 12h", Options::duration, "1:9", "must be an ISO 8601 duration such as PT12H");
        refused("option: -PT1H", Options::duration, "1:9", "must be an ISO 8601 duration such as PT12H");
        refused("option: []", Options::duration, "1:9", "must be a single value");
        refused("option: x", Options::texts, "1:9", "must be a list");
        refused("option:", Options::texts, "1:8", "must be a list");
        refused("option:\n  - a\n  - {b: c}", Options::texts, "3:5", "must be a single value");
        refused("option:\n  - a\n  -\n", Options::texts, "3:4", "must be a single value");
        refused("option: [a]", Options::map, "1:9", "must be a mapping");
        refused("option:\n  a: b\n  c: [d]", Options::map, "3:6", "must be a single value");
    }

    @Test
    void aCheckMayRefuseAValueItself() {
        Options options = options("map:\n  a: sha1");
        Options.Located value = options.map("map").get("a");

        assertThat(options.refused("map", value.node(), "must be sha256"))
                .hasMessage(".hardening.yml:2:6 checks.some-check.map: must be sha256");
    }

    @Test
    void aConfigurationErrorNamesWhatIsKnown() {
        Span span = new Span(0, 1, 2, 3, 2, 4);

        assertThat(new ConfigurationException(Location.of("f", span), "a.b", "must be c"))
                .hasMessage("f:2:3 a.b: must be c");
        assertThat(new ConfigurationException(Location.ofFile("f"), "", "is not there"))
                .hasMessage("f: is not there");
        assertThat(new ConfigurationException("hardening.failOn", "must be a severity"))
                .hasMessage("hardening.failOn: must be a severity");
    }

    private static void refused(String text, BiConsumer<Options, String> getter, String place, String reason) {
        assertThatThrownBy(() -> getter.accept(options(text), "option"))
                .as(text)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(".hardening.yml:" + place + " checks.some-check.option: " + reason);
    }

    private static Options options(String text) {
        try {
            return Options.of(
                    ".hardening.yml",
                    "some-check",
                    YamlDocument.parse(SourceFile.of(".hardening.yml", text))
                            .mapping()
                            .orElseThrow());
        } catch (UnreadableFileException e) {
            throw new AssertionError(e);
        }
    }
}
