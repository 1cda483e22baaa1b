package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.source.LimitedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A keyword that speaks of strings: {@code pattern}, {@code format}, {@code minLength} or {@code maxLength}. */
final class StringKeyword implements Keyword {

    /** What the patterns of the schemas mean, for who does not read patterns. */
    private static final Map<String, String> MEANINGS = Map.of(
            "^https?://", "must be a URL that begins with https:// (or http://)",
            "^https?://\\S+$", "must be a URL that begins with https:// (or http://), without blanks",
            "^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$", "must be an email address",
            "^\\d{4}-\\d{2}-\\d{2}$", "must be a date of the form YYYY-MM-DD",
            "^[1-9]+\\.[0-9]+\\.[0-9]+$", "must be a version of three numbers",
            "^[0-9a-f]{5,40}$", "must be the hash of a commit, 5 to 40 hexadecimal digits in lower case",
            "BEGIN PGP PUBLIC KEY BLOCK", "must be a PGP public key block",
            "^[\\w+_.-]+@[\\w.-]+$|https?://|[+]*[(]{0,1}[0-9]{1,4}[)]{0,1}[-\\s./0-9]*$",
                    "must be an email address, a URL or a telephone number");

    private static final Map<String, String> FORMAT_MEANINGS = Map.of(
            "date", "must be a day that exists, of the form YYYY-MM-DD",
            "date-time", "must be a date-time as RFC 3339 has it, such as 2027-01-31T00:00:00Z",
            "idn-email", "must be an email address");

    private static final int MAX_LOOKS = 2_000_000;

    private final String name;
    private final String detail;
    private final Optional<Pattern> pattern;
    private final int length;

    private StringKeyword(String name, String detail, Optional<Pattern> pattern, int length) {
        this.name = name;
        this.detail = detail;
        this.pattern = pattern;
        this.length = length;
    }

    static Keyword pattern(String regex) {
        return new StringKeyword("pattern", regex, Optional.of(Pattern.compile(regex)), 0);
    }

    static Keyword format(String format) {
        if (!FORMAT_MEANINGS.containsKey(format)) {
            throw new IllegalStateException("the schema uses the format " + format + ", which is not known here");
        }
        return new StringKeyword("format", format, Optional.empty(), 0);
    }

    static Keyword minLength(int length) {
        return new StringKeyword("minLength", "", Optional.empty(), length);
    }

    static Keyword maxLength(int length) {
        return new StringKeyword("maxLength", "", Optional.empty(), length);
    }

    @Override
    public void check(Instance instance, List<SchemaError> errors) {
        Optional<String> text = instance.string();
        if (text.isPresent() && !fits(text.get())) {
            errors.add(Keyword.error(instance, name, detail, List.of(), reason(text.get())));
        }
    }

    private boolean fits(String text) {
        return switch (name) {
            case "pattern" -> isFound(pattern.orElseThrow(), text);
            case "format" -> hasFormat(text);
            case "minLength" -> length(text) >= length;
            default -> length(text) <= length;
        };
    }

    /** Patterns come from the schemas, texts from anyone. */
    private static boolean isFound(Pattern pattern, String text) {
        try {
            return pattern.matcher(new LimitedText(text, MAX_LOOKS)).find();
        } catch (LimitedText.Exhausted e) {
            // Silent: a text that does not fit is reported as an error of the schema.
            return false;
        }
    }

    private boolean hasFormat(String text) {
        return switch (detail) {
            case "date" -> Rfc3339.date(text).isPresent();
            case "date-time" -> Rfc3339.dateTime(text).isPresent();
            default -> isEmail(text);
        };
    }

    private String reason(String text) {
        return switch (name) {
            case "pattern" -> Quoted.of(text) + " " + MEANINGS.getOrDefault(detail, "must match " + detail);
            case "format" -> Quoted.of(text) + " " + FORMAT_MEANINGS.get(detail);
            case "minLength" ->
                text.isEmpty() ? "must not be empty" : "must have at least " + Count.of(length, "characters");
            default -> "must have at most " + Count.of(length, "characters") + ", not " + length(text);
        };
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return at > 0 && at < text.length() - 1 && !hasBlank(text);
    }

    private static boolean hasBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
