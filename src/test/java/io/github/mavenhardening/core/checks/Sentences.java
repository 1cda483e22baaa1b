package io.github.mavenhardening.core.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import java.util.regex.Pattern;

/** The form of titles, messages and remedies, as far as a machine can hold it. */
public final class Sentences {

    /** A capital; or a quoted thing; or a name as it is written elsewhere: a path, coordinates, a key, an option. */
    private static final Pattern MESSAGE = Pattern.compile("(?s)\\p{Lu}.*|['`\"(].*|\\S*[./:@=_*-]\\S*\\s.*");

    private static final Pattern TITLE = Pattern.compile("\\p{Lu}.*[^.]");
    private static final Pattern REMEDY = Pattern.compile("(?s)\\p{Lu}\\p{Ll}+\\b.*[^.]");
    private static final Pattern NO_VERB = Pattern.compile(
            "(?:A|An|The|This|That|It|Its|There|Nothing|Nobody|No|Who|What|Where|If|When|In|On|For)\\b.*");
    private static final Pattern DISAGREEMENT = Pattern.compile(
            "(?s).*(?:(?<![\\d.,-])1 (?:more )?(?:artifact|check|day|entrie|file|finding|line|workflow)s\\b|\\w\\(s\\)(?!\\w)).*");

    private Sentences() {}

    public static void assertTitle(String title) {
        assertThat(title).matches(TITLE);
    }

    public static void assertMessage(String message) {
        assertThat(message).matches(MESSAGE).doesNotEndWith(".").doesNotMatch(DISAGREEMENT);
    }

    public static void assertRemedy(String remedy) {
        assertThat(remedy).matches(REMEDY).doesNotMatch(NO_VERB).doesNotMatch(DISAGREEMENT);
    }

    /** The texts of a finding that a check has produced. */
    public static void assertFinding(Finding finding) {
        assertMessage(finding.message());
        assertRemedy(finding.remedy());
    }
}
