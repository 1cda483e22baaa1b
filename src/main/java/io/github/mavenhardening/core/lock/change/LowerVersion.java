package io.github.mavenhardening.core.lock.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a version is lower than another beyond doubt: by its numbers, or as a release candidate of the same ones. Whatever else
 * stands behind the numbers decides nothing, so that no downgrade is reported that is none.
 *
 * @see <a href="https://maven.apache.org/pom.html#version-order-specification">Maven: version order</a>
 */
final class LowerVersion {

    private static final Pattern NUMBERS = Pattern.compile("[vV]?([0-9]++(?:[.][0-9]++)*+)(.*)", Pattern.DOTALL);

    /** What Maven holds for less than a release. */
    private static final Pattern BEFORE_RELEASE =
            Pattern.compile("[.-]?(?:alpha|beta|milestone|rc|cr|snapshot|a(?=[0-9])|b(?=[0-9])|m(?=[0-9])).*");

    private LowerVersion() {}

    /** Whether each of some versions is lower than each of others. */
    static boolean isEach(List<String> versions, List<String> others) {
        for (String version : versions) {
            for (String other : others) {
                if (!is(version, other)) {
                    return false;
                }
            }
        }
        return !versions.isEmpty() && !others.isEmpty();
    }

    /** Whether a version is lower than another. */
    static boolean is(String version, String other) {
        Matcher one = NUMBERS.matcher(version.toLowerCase(Locale.ROOT));
        Matcher two = NUMBERS.matcher(other.toLowerCase(Locale.ROOT));
        if (!one.matches() || !two.matches()) {
            return false;
        }
        int order = compare(numbers(one.group(1)), numbers(two.group(1)));
        boolean candidate =
                BEFORE_RELEASE.matcher(one.group(2)).matches() && two.group(2).isEmpty();
        return order < 0 || (order == 0 && candidate);
    }

    private static int compare(List<String> some, List<String> others) {
        for (int i = 0; i < Math.max(some.size(), others.size()); i++) {
            String a = i < some.size() ? some.get(i) : "";
            String b = i < others.size() ? others.get(i) : "";
            // Without leading zeros the longer number is the greater one.
            int order = a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Each without leading zeros; a zero has no digit left. */
    private static List<String> numbers(String dotted) {
        List<String> numbers = new ArrayList<>();
        for (String digits : dotted.split("[.]", -1)) {
            int zeros = 0;
            while (zeros < digits.length() && digits.charAt(zeros) == '0') {
                zeros++;
            }
            numbers.add(digits.substring(zeros));
        }
        return numbers;
    }
}
