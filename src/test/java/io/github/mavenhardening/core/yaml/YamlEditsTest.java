package io.github.mavenhardening.core.yaml;

import static io.github.mavenhardening.core.yaml.YamlTexts.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.FixApplier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlEditsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '^',
            value = {
                "a: b!a: b~x: 'y z'",
                "a: b # c~!a: b # c~x: 'y z'~",
                "a:~  - b~~# c~!a:~  - b~x: 'y z'~~# c~",
                "a: |-2~  b~!a: |-2~  b~x: 'y z'~",
                "a:~!a:~x: 'y z'~",
                "{a: b}!{a: b, x: 'y z'}",
                "{~  a: b, # c~}!{~  a: b, x: 'y z', # c~}",
                "x: !x: 'y z'",
                "x: # c!x: 'y z' # c",
                "x: old # c!x: 'y z' # c",
                "'x': \"old\"!'x': 'y z'",
            })
    void putsAValue(String before, String after) {
        assertThat(edited(before, YamlEdits.put(mapping(before), "x", "y z"))).isEqualTo(after.replace('~', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '^',
            value = {
                "a: b!a: b~o:~  x: y",
                "- a: b~  c: d~!- a: b~  c: d~  o:~    x: y~",
                "o:~    a: b~c: d~!o:~    a: b~    x: y~c: d~",
                "o: {a: b}!o: {a: b, x: y}",
                "{a: b}!{a: b, o: { x: y }}",
            })
    void putsAValueUnderAnotherKey(String before, String after) {
        assertThat(edited(before, YamlEdits.put(mapping(before), "o", "x", "y")))
                .isEqualTo(after.replace('~', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '^',
            value = {
                "a: b!a: b~x: >-~  y:1~  *.z:2",
                "a: b # c~d: e~!a: b # c~x: >-~  y:1~  *.z:2~d: e~",
                "- a: b~    # c~- d~!- a: b~    # c~  x: >-~    y:1~    *.z:2~- d~",
                "- a: b~~# c~!- a: b~  x: >-~    y:1~    *.z:2~~# c~",
                "{a: b}!{a: b, x: 'y:1 *.z:2'}",
            })
    void insertsWords(String before, String after) {
        Optional<Fix.Edit> edit = YamlEdits.insertWords(mapping(before), List.of("a"), "x", List.of("y:1", "*.z:2"));
        assertThat(edited(before, edit)).isEqualTo(after.replace('~', '\n'));
    }

    /** A part of the file that an empty line stands behind gets one before what is put behind it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '^',
            value = {
                "a:~  b: c~~d: e~!a:~  b: c~~x: y~~d: e~",
                "a:~  b: c~d: e~!a:~  b: c~x: y~d: e~",
                "a: b~~d: e~!a: b~x: y~~d: e~",
                "a:~  b: c!a:~  b: c~x: y",
                "a:~  b: c~!a:~  b: c~x: y~",
                "- a:~    b: c~~  d: e~!- a:~    b: c~  x: y~~  d: e~",
            })
    void keepsThePartsOfAFileApart(String before, String after) {
        Optional<Fix.Edit> edit = YamlEdits.insert(mapping(before), List.of("a"), "x", "y");
        assertThat(edited(before, edit)).isEqualTo(after.replace('~', '\n'));
    }

    @Test
    void insertsWordsWithTheLineBreaksOfTheFile() {
        String before = "a: b\r\nc: d\r\n";
        assertThat(edited(before, YamlEdits.insertWords(mapping(before), List.of("a"), "x", List.of("y", "z"))))
                .isEqualTo("a: b\r\nx: >-\r\n  y\r\n  z\r\nc: d\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: b~~  # c~", "x: y~a: b", "c: d"})
    void insertsNoWordsThatOthersWouldJoin(String before) {
        assertThat(YamlEdits.insertWords(mapping(before), List.of("a"), "x", List.of("y")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o: text",
                "o: &p~  a: b~c: *p~",
                "a: &p {b: c}~o: *p~",
                "[a: b]",
                "{}",
                "a: |+~  b~~",
                "a:~  - |+~    b~~"
            })
    void leavesWhatItCannotChangeAlone(String before) {
        Optional<Fix.Edit> edit = YamlEdits.put(mapping(before), "o", "x", "y");
        assertThat(edit.map(change -> edited(before, Optional.of(change))))
                .matches(text -> text.isEmpty() || text.get().equals("o: &p\n  a: b\n  x: y\nc: *p\n"));
    }

    @Test
    void writesNoTextThatWouldBreakTheLine() {
        assertThat(YamlEdits.put(mapping("a: b"), "x", "y\nz")).isEmpty();
        assertThat(YamlEdits.put(mapping("x: b"), "x", "y\u0085z")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '^',
            value = {
                "a: b~x: y # c~d: e~!a: b~d: e~",
                "a: b~x: y!a: b~",
                "x:~  - y~  - z~a: b~!a: b~",
                "a: b~x: |-~  y~~!a: b~~"
            })
    void removesAKeyWithItsLines(String before, String after) {
        YamlMapping mapping = mapping(before);
        assertThat(edited(before, YamlEdits.remove(mapping, mapping.entry("x").orElseThrow())))
                .isEqualTo(after.replace('~', '\n'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x: y", "- x: y~  a: b~", "{a: b, x: y}"})
    void removesNoKeyThatSharesItsLine(String before) {
        YamlMapping mapping = mapping(before);
        assertThat(YamlEdits.remove(mapping, mapping.entry("x").orElseThrow())).isEmpty();
    }

    private static YamlMapping mapping(String text) {
        YamlNode root = parse(text.replace('~', '\n')).root().orElseThrow();
        YamlNode first = root instanceof YamlSequence list ? list.values().get(0) : root;
        return (YamlMapping) first;
    }

    private static String edited(String before, Optional<Fix.Edit> edit) {
        String text = before.replace('~', '\n');
        Fix fix = new Fix("x", true, List.of(edit.orElseThrow()));
        return FixApplier.apply(Map.of(edit.orElseThrow().path(), text), List.of(fix))
                .texts()
                .get(edit.orElseThrow().path());
    }
}
