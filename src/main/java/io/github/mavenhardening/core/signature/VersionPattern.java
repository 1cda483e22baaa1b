package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.source.LimitedText;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The versions that a line of a keys map is about: all, one, a range of Maven's, or those that fit a regular expression
 * ({@code ~…}) or do not ({@code !~…}).
 *
 * @see <a href="https://www.simplify4u.org/pgpverify-maven-plugin/keysmap-format.html">pgpverify-maven-plugin: keys map</a>
 */
final class VersionPattern {

    /** Whether a version is one of them. */
    enum Answer {
        YES,
        NO,
        /** The expression takes too long to decide. */
        UNDECIDED
    }

    private static final String EXPRESSION = "~";
    private static final String NEGATED = "!~";
    private static final int MAX_EXPRESSION = 256;
    private static final int MAX_VERSION = 512;
    private static final int MAX_LOOKS = 100_000;

    private interface Test {
        Answer of(String version);
    }

    private final Test test;

    private VersionPattern(Test test) {
        this.test = test;
    }

    static boolean isExpression(String written) {
        return written.startsWith(EXPRESSION) || written.startsWith(NEGATED);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException with a message for the user when it is none
     */
    static VersionPattern of(String written, VersionRanges ranges) {
        if (written.isEmpty() || written.equals("*")) {
            return new VersionPattern(version -> Answer.YES);
        }
        if (isExpression(written)) {
            return expression(written);
        }
        if (written.contains("*")) {
            throw new IllegalArgumentException(
                    "a version cannot contain an asterisk; write a range, or a regular expression after ~");
        }
        String wanted = written.toLowerCase(Locale.ROOT);
        if (written.startsWith("[") || written.startsWith("(")) {
            return range(wanted, ranges);
        }
        return new VersionPattern(
                version -> answer(version.toLowerCase(Locale.ROOT).equals(wanted)));
    }

    private static VersionPattern range(String range, VersionRanges ranges) {
        try {
            ranges.contains(range, "1");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + range + "' is not a version range", e);
        }
        return new VersionPattern(version -> answer(ranges.contains(range, version.toLowerCase(Locale.ROOT))));
    }

    private static VersionPattern expression(String written) {
        boolean negated = written.startsWith(NEGATED);
        String expression = written.substring(negated ? NEGATED.length() : EXPRESSION.length());
        if (expression.length() > MAX_EXPRESSION) {
            throw new IllegalArgumentException("the expression is longer than " + MAX_EXPRESSION + " characters");
        }
        try {
            Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
            return new VersionPattern(version -> matches(pattern, version, negated));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + expression + "' is not a regular expression", e);
        }
    }

    private static Answer matches(Pattern pattern, String version, boolean negated) {
        if (version.length() > MAX_VERSION) {
            return Answer
                    .UNDECIDED; // Silent: a line that may be meant allows nothing, which is found where a key signed.
        }
        try {
            return answer(pattern.matcher(new LimitedText(version, MAX_LOOKS)).matches() != negated);
        } catch (LimitedText.Exhausted | StackOverflowError e) {
            return Answer.UNDECIDED; // Silent: as where it is too long.
        }
    }

    private static Answer answer(boolean yes) {
        return yes ? Answer.YES : Answer.NO;
    }

    Answer matches(String version) {
        return test.of(version);
    }
}
