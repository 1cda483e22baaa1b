package io.github.mavenhardening;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.checks.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain, precise English in every text that users and readers of the code see. */
class WordingTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    /** Words that are archaic, or odd in the field. "There is no" and "is no longer" are plain English. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("(?i)\\b(?:told|borne|anew|slips?|mend(?:s|ed|ing)?|spoken|whence|pasted? into|pastes"
                    + "|whatever it be|(?<!there )(?:is|are|was) no (?!longer\\b|more\\b|fewer\\b|less\\b))\\b");

    /** A comment, a text block, a string or a character; code between them is passed over. */
    private static final Pattern TOKEN = Pattern.compile(
            "/\\*(?s:.*?)\\*/|//[^\\n]*|\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'");

    private static final Pattern FIRST_LITERAL =
            Pattern.compile("\\.(message|remedy)\\(\\s*\"((?:[^\"\\\\\\n]|\\\\.)*+)\"(\\s*\\))?");
    private static final Pattern COUNTED =
            Pattern.compile("(?:size\\(\\)|length)\\s*\\+\\s*\" (?:more |locked )?[a-z]+s\\b");

    static List<Check> checks() {
        return Checks.load(WordingTest.class.getClassLoader()).all();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void titlesAreSentencesWithoutAFullStop(Check check) {
        Sentences.assertTitle(check.info().title());
    }

    static List<Path> sources() throws IOException {
        return files(SOURCES, ".java");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void messagesBeginWithACapitalAndRemediesWithAVerb(Path source) throws IOException {
        Matcher literal = FIRST_LITERAL.matcher(Files.readString(source));
        while (literal.find()) {
            String text = literal.group(2).replace("\\\"", "\"");
            boolean whole = literal.group(3) != null;
            if (literal.group(1).equals("remedy")) {
                Sentences.assertRemedy(whole ? text : text + " x");
            } else {
                Sentences.assertMessage(whole ? text : text + " x");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void countsAgreeWithTheirNouns(Path source) throws IOException {
        assertThat(COUNTED.matcher(Files.readString(source)).results().map(MatchResult::group))
                .as("use Count.of")
                .isEmpty();
    }

    @Test
    void sourcesUsePlainWords() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources()) {
            TOKEN.matcher(Files.readString(source))
                    .results()
                    .map(MatchResult::group)
                    .flatMap(token -> FORBIDDEN.matcher(unbroken(token)).results())
                    .forEach(word -> found.add(source.getFileName() + ": " + word.group()));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void documentsUsePlainWords() throws IOException {
        List<Path> documents = new ArrayList<>(files(Path.of("src", "site", "markdown"), ".md"));
        documents.addAll(files(Path.of("src", "main", "resources"), ".json"));
        documents.add(Path.of("README.md"));
        List<String> found = new ArrayList<>();
        for (Path document : documents) {
            FORBIDDEN
                    .matcher(unbroken(Files.readString(document)))
                    .results()
                    .forEach(word -> found.add(document + ": " + word.group()));
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "which is told twice",
                "the file is no XML",
                "they are\n     * no artifacts",
                "Mend the line",
                "pasted into the script"
            })
    void findsOddWords(String text) {
        assertThat(unbroken(text)).containsPattern(FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"there is no lock", "it is no longer valid", "There are no findings", "recommended", "is not XML"
            })
    void passesPlainWords(String text) {
        assertThat(text).doesNotContainPattern(FORBIDDEN);
    }

    /** A text without the line breaks of comments and of literals that go on. */
    private static String unbroken(String text) {
        return text.replaceAll("\\s*\\n\\s*(?:\\*|//)?\\s*", " ");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(not(Files::isDirectory))
                    .filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
