package io.github.mavenhardening.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.yaml.YamlDocument;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinderTest {

    private enum Level {
        HASH_PIN,
        REF_PIN,
        ANY
    }

    private record Inner(
            Location place,
            @Option("A name that must be given") String name,
            @Option("When it ends") Optional<LocalDate> ends) {}

    record Every(
            @Option("A text") Optional<String> text,
            @Option(value = "A flag", otherwise = "true") boolean flag,

            @Option(value = "A number", otherwise = "7", most = 99)
            int number,

            @Option(value = "A level", otherwise = "hash-pin")
            Level level,

            @Option(value = "A period", otherwise = "P1M") Period period,
            @Option("A duration") Optional<Duration> longTime,
            @Option("A day") Optional<LocalDate> day,
            @Option(value = "A list", most = 3) List<String> list,
            @Option("A set") Set<Level> set,

            @Option(value = "A map", keys = "^[a-z]+$", matches = "^v", must = "be a letter or a version")
            Map<String, String> map,

            @Option("By level") Map<Level, Integer> numbers,
            @Option("Located") Map<String, Located<String>> reasons,
            @Option("Nested") Optional<Inner> inner,
            @Option("Many") List<Inner> many) {

        Every {
            if (text.isPresent() && day.isPresent()) {
                throw new IllegalArgumentException("Must not have 'text' and 'day' together");
            }
        }
    }

    private static Every bind(String yaml) {
        return TestOptions.bind("policy.yml", Every.class, "checks.some-check", yaml);
    }

    @Test
    void bindsEachType() {
        Every bound = bind("""
                text: v1.10
                flag: False
                number: 12
                level: REF-PIN
                period: P1Y2M3D
                long-time: PT12H
                list: [a, 'b', 1.10]
                set: [any, hash-pin, any]
                map: {b: v1, a: "v2"}
                numbers: {any: 0, ref-pin: 3}
                reasons:
                  ci.yml: because
                inner: {name: x, ends: 2027-01-31}
                many:
                  - name: y
                """);

        assertThat(bound.text()).contains("v1.10");
        assertThat(bound.flag()).isFalse();
        assertThat(bound.number()).isEqualTo(12);
        assertThat(bound.level()).isEqualTo(Level.REF_PIN);
        assertThat(bound.period()).isEqualTo(Period.of(1, 2, 3));
        assertThat(bound.longTime()).contains(Duration.ofHours(12));
        assertThat(bound.list()).containsExactly("a", "b", "1.10");
        assertThat(bound.set()).containsExactly(Level.ANY, Level.HASH_PIN);
        assertThat(bound.map()).containsExactly(Map.entry("b", "v1"), Map.entry("a", "v2"));
        assertThat(bound.numbers()).containsExactly(Map.entry(Level.ANY, 0), Map.entry(Level.REF_PIN, 3));
        assertThat(bound.reasons().get("ci.yml").value()).isEqualTo("because");
        assertThat(bound.reasons().get("ci.yml").location().line()).isEqualTo(12);
        assertThat(bound.inner().orElseThrow().ends()).contains(LocalDate.of(2027, 1, 31));
        assertThat(bound.many()).singleElement().satisfies(inner -> {
            assertThat(inner.name()).isEqualTo("y");
            assertThat(inner.place().path()).isEqualTo("policy.yml");
            assertThat(inner.place().line()).isEqualTo(15);
        });
    }

    @Test
    void takesTheDeclarationsWordForWhatIsNotGiven() {
        Every bound = bind("{}");

        assertThat(bound.flag()).isTrue();
        assertThat(bound.number()).isEqualTo(7);
        assertThat(bound.level()).isEqualTo(Level.HASH_PIN);
        assertThat(bound.period()).isEqualTo(Period.ofMonths(1));
        assertThat(bound.text()).isEmpty();
        assertThat(bound.list()).isEmpty();
        assertThat(bound.map()).isEmpty();
        assertThat(bound).isEqualTo(Binder.absent(Every.class));
    }

    /** Each case: the YAML, with {@code |} for line breaks, and the error's place, key below the check's, and reason. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[a] ~ 1:1 : Must be a mapping",
                "txt: a ~ 1:1 .txt: Unknown key; did you mean text?",
                "long-tim: a ~ 1:1 .long-tim: Unknown key; did you mean long-time?",
                "zzzzzz: a ~ 1:1 .zzzzzz: Unknown key; known are text, flag, number, level, period, long-time, day,"
                        + " list, set, map, numbers, reasons, inner, many",
                "text: [x] ~ 1:7 .text: Must be a single value",
                "text: {a: b} ~ 1:7 .text: Must be a single value",
                "text: ~ 1:6 .text: Must be a single value",
                "flag: yes ~ 1:7 .flag: Must be true or false",
                "text: a|flag: 'true' ~ 2:7 .flag: Must be true or false",
                "flag: [true] ~ 1:7 .flag: Must be a single value",
                "number: -1 ~ 1:9 .number: Must be a whole number, 0 or more",
                "number: 4294967295 ~ 1:9 .number: Must be a whole number, 0 or more",
                "number: 1.5 ~ 1:9 .number: Must be a whole number, 0 or more",
                "number: 100 ~ 1:9 .number: Must be a whole number, at most 99",
                "level: hashpin ~ 1:8 .level: Must be hash-pin, ref-pin or any; did you mean hash-pin?",
                "level: strict ~ 1:8 .level: Must be hash-pin, ref-pin or any",
                "period: 90 ~ 1:9 .period: Must be an ISO 8601 period such as P90D or P1Y, of at most a thousand years",
                "period: P-90D ~ 1:9 .period: Must be an ISO 8601 period such as P90D or P1Y, of at most a thousand years",
                "period: P2000Y ~ 1:9 .period: Must be an ISO 8601 period such as P90D or P1Y, of at most a thousand years",
                "period: P99999999999D ~ 1:9 .period: Must be an ISO 8601 period such as P90D or P1Y, of at most a thousand years",
                "period: P2000000000D ~ 1:9 .period: Must be an ISO 8601 period such as P90D or P1Y, of at most a thousand years",
                "long-time: 12h ~ 1:12 .long-time: Must be an ISO 8601 duration such as PT12H",
                "long-time: -PT1H ~ 1:12 .long-time: Must be an ISO 8601 duration such as PT12H",
                "day: 2027-02-30 ~ 1:6 .day: Must be a date such as 2027-01-31",
                "day: tomorrow ~ 1:6 .day: Must be a date such as 2027-01-31",
                "list: x ~ 1:7 .list: Must be a list",
                "list: ~ 1:6 .list: Must be a list",
                "list:|  - a|  - {b: c} ~ 3:5 .list: Must be a single value",
                "list:|  - a|  -| ~ 3:4 .list: Must be a single value",
                "list: [a, b, c, d] ~ 1:7 .list: Must have at most 3 entries",
                "set: [any, all] ~ 1:12 .set: Must be hash-pin, ref-pin or any; did you mean any?",
                "map: [a] ~ 1:6 .map: Must be a mapping",
                "map:|  a: v1|  c: [d] ~ 3:6 .map.c: Must be a single value",
                "map:|  A: v1 ~ 2:3 .map.A: Must be a letter or a version",
                "map:|  a: 1 ~ 2:6 .map.a: Must be a letter or a version",
                "numbers: {some: 1} ~ 1:11 .numbers.some: Must be hash-pin, ref-pin or any",
                "numbers: {any: x} ~ 1:16 .numbers.any: Must be a whole number, 0 or more",
                "numbers: {any: 1, ANY: 2} ~ 1:19 .numbers.ANY: Is given twice",
                "reasons:|  a: ~ 2:5 .reasons.a: Must be a single value",
                "inner: x ~ 1:8 .inner: Must be a mapping",
                "inner: {} ~ 1:8 .inner: Needs 'name'",
                "inner: {nam: x} ~ 1:9 .inner.nam: Unknown key; did you mean name?",
                "inner: {name: x, ends: x} ~ 1:24 .inner.ends: Must be a date such as 2027-01-31",
                "many: [{name: x}, {}] ~ 1:19 .many: Needs 'name'",
                "text: a|day: 2027-01-31 ~ 1:1 : Must not have 'text' and 'day' together",
            })
    void refusesWhatDoesNotFitWithItsPlace(String yaml, String error) {
        String[] placed = error.split(" ", 2);
        assertThatThrownBy(() -> bind(yaml.replace('|', '\n')))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("policy.yml:" + placed[0] + " checks.some-check"
                        + placed[1].replaceFirst("^ ?:", ":").replaceFirst("^ ", ""));
    }

    @Test
    void takesALineBreakAtTheEndForPartOfTheText() {
        assertThatThrownBy(() -> bind("map:\n  ? |\n    a\n  : v1\n"))
                .hasMessageContaining("Must be a letter or a version");
    }

    @Test
    void notesWhereSingleValuesStand() throws Exception {
        String yaml = "flag: TRUE\nnumbers: {ANY: 3}\nmap: {a: v1}\nlist: [a]\ninner:\n  name: x\nmany: [{name: y}]\n";
        Binder binder = new Binder("policy.yml");
        binder.bind(
                Every.class,
                "",
                YamlDocument.parse(SourceFile.of("policy.yml", yaml)).root().orElseThrow(),
                List.of());

        assertThat(binder.stated().values())
                .contains(new Setting("flag", "true", "policy.yml:1"), new Setting("numbers.any", "3", "policy.yml:2"))
                .noneMatch(setting ->
                        setting.name().startsWith("list") || setting.name().startsWith("many"));
    }

    @Test
    void aConfigurationErrorNamesWhatIsKnown() {
        Span span = new Span(0, 1, 2, 3, 2, 4);

        assertThat(new ConfigurationException(Location.of("f", span), "a.b", "Must be c"))
                .hasMessage("f:2:3 a.b: Must be c");
        assertThat(new ConfigurationException(Location.ofFile("f"), "", "Is not there"))
                .hasMessage("f: Is not there");
        assertThat(new ConfigurationException("hardening.failOn", "Must be a severity"))
                .hasMessage("hardening.failOn: Must be a severity");
    }
}
