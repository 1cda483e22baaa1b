package io.github.mavenhardening.core.yaml;

import static io.github.mavenhardening.core.yaml.YamlTexts.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be read in more than one way. */
class YamlProblemTest {

    private static final String MERGE = "the merge key << is not part of YAML 1.2 and is not expanded";
    private static final String SECOND = "a second document begins here; only the first is read";
    private static final String COMPLEX = "a key that is not a plain text is not read";

    @Test
    void ofAKeyThatStandsTwiceTheLastCounts() {
        YamlDocument document = parse("a: 1\nb: 2\n'a': 3\nc: {x: 1, x: 2}\n");
        YamlMapping root = document.mapping().orElseThrow();

        assertThat(root.scalar("a").orElseThrow().value()).isEqualTo("3");
        assertThat(root.entries()).extracting(YamlMapping.Entry::name).containsExactly("b", "a", "c");
        assertThat(problems(document))
                .containsExactly(
                        "the key 'a' stands here again, after line 1 3:1-3:4",
                        "the key 'x' stands here again, after line 4 4:11-4:12");
    }

    @Test
    void problemsComeInTheOrderOfTheText() {
        YamlDocument document = parse("a: 1\na: {x: 1, x: 2}\n<<: {}\n");

        assertThat(problems(document))
                .containsExactly(
                        "the key 'a' stands here again, after line 1 2:1-2:2",
                        "the key 'x' stands here again, after line 2 2:11-2:12",
                        MERGE + " 3:1-3:3");
    }

    @Test
    void aHugeKeyIsNotRepeatedInFull() {
        YamlDocument document = parse("? " + "k".repeat(5_000) + "\n: 1\n? " + "k".repeat(5_000) + "\n: 2\n");

        assertThat(document.problems().get(0).message()).hasSizeLessThan(300);
    }

    @Test
    void aMergeKeyIsReportedAndNotExpanded() {
        YamlDocument document = parse("base: &b {x: 1}\nuse:\n  <<: *b\n  y: 2\n  z: {'<<': 3}\n");
        YamlMapping use = document.mapping().orElseThrow().mapping("use").orElseThrow();

        assertThat(use.get("x")).isEmpty();
        assertThat(use.get("y")).isPresent();
        assertThat(problems(document)).containsExactly(MERGE + " 3:3-3:5");
    }

    @Test
    void ofSeveralDocumentsTheFirstIsRead() {
        YamlDocument document = parse("a: 1\n---\na: 2\n---\na: 3\n");

        assertThat(document.mapping().orElseThrow().scalar("a").orElseThrow().value())
                .isEqualTo("1");
        assertThat(problems(document)).containsExactly(SECOND + " 2:1-2:4");
        assertThat(problems(parse("---\na: 1\n...\n"))).isEmpty();
    }

    @Test
    void anEmptyFirstDocumentIsStillTheFirst() {
        YamlDocument document = parse("---\n---\na: 2\n");

        assertThat(document.root()).isEmpty();
        assertThat(problems(document)).containsExactly(SECOND + " 2:1-2:4");
    }

    @Test
    void aKeyThatIsACollectionIsLeftOut() {
        YamlDocument document = parse("? [a, b]\n: 1\n? {c: d}\n: 2\ne: 3\n");

        assertThat(document.mapping().orElseThrow().entries())
                .extracting(YamlMapping.Entry::name)
                .containsExactly("e");
        assertThat(problems(document)).containsExactly(COMPLEX + " 1:3-1:9", COMPLEX + " 3:3-3:9");
    }

    @Test
    void aFileOfNothingHasNoRoot() {
        for (String text : new String[] {"", "\n\n", "# c\n", "---\n", "~", "null", "---\n...\n"}) {
            assertThat(parse(text).root()).as("[%s]", text).isEmpty();
            assertThat(parse(text).problems()).as("[%s]", text).isEmpty();
        }
        assertThat(parse("''").root()).isPresent();
        assertThat(parse("text").mapping()).isEmpty();
    }

    private static List<String> problems(YamlDocument document) {
        return document.problems().stream()
                .map(problem -> problem.message() + " " + YamlTexts.place(problem.span()))
                .toList();
    }
}
