package io.github.mavenhardening.core.insights.schema;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The keywords that speak of strings; every other type passes them. */
final class StringKeywords {

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

    private static final Map<String, Predicate<String>> FORMATS = Map.of(
            "date", text -> Rfc3339.date(text).isPresent(),
            "date-time", text -> Rfc3339.dateTime(text).isPresent(),
            "idn-email", StringKeywords::isEmail);

    private static final Map<String, String> FORMAT_MEANINGS = Map.of(
            "date", "must be a day that exists, of the form YYYY-MM-DD",
            "date-time", "must be a date-time as RFC 3339 has it, such as 2027-01-31T00:00:00Z",
            "idn-email", "must be an email address");

    private StringKeywords() {}

    static Keyword pattern(String regex) {
        Pattern pattern = Pattern.compile(regex);
        String meaning = MEANINGS.getOrDefault(regex, "must match " + regex);
        return (instance, errors) -> instance.string()
                .filter(text -> !BoundedText.finds(pattern, text))
                .ifPresent(text -> errors.accept(
                        Keyword.error(instance, "pattern", regex, List.of(), Quoted.of(text) + " " + meaning)));
    }

    static Keyword format(String name) {
        Predicate<String> format = FORMATS.get(name);
        if (format == null) {
            throw new IllegalStateException("the schema uses the format " + name + ", which is not known here");
        }
        String meaning = FORMAT_MEANINGS.get(name);
        return (instance, errors) -> instance.string()
                .filter(format.negate())
                .ifPresent(text -> errors.accept(
                        Keyword.error(instance, "format", name, List.of(), Quoted.of(text) + " " + meaning)));
    }

    static Keyword minLength(int length) {
        return (instance, errors) -> instance.string()
                .filter(text -> text.codePointCount(0, text.length()) < length)
                .ifPresent(text -> errors.accept(Keyword.error(
                        instance,
                        "minLength",
                        "",
                        List.of(),
                        text.isEmpty() ? "must not be empty" : "must have at least " + length + " characters")));
    }

    static Keyword maxLength(int length) {
        return (instance, errors) -> instance.string()
                .filter(text -> text.codePointCount(0, text.length()) > length)
                .ifPresent(text -> errors.accept(Keyword.error(
                        instance,
                        "maxLength",
                        "",
                        List.of(),
                        "must have at most " + length + " characters, not " + text.codePointCount(0, text.length()))));
    }

    private static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return at > 0 && at < text.length() - 1 && text.chars().noneMatch(Character::isWhitespace);
    }
}
