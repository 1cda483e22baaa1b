package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.code.NamedTexts;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tests of a program that a name holds nothing harmful, behind which it is taken to run where it does. */
final class TestedNames {

    private static final SoughtPattern BY_PATTERN = SoughtPattern.of(
            // Of several lines, one is enough where the pattern looks at each.
            "(?:/(\\^(?:[^/\\\\\\n]|\\\\.){1,200}\\$)/[a-ln-z]{0,3}\\.test\\(|\\bre\\.fullmatch\\((?!\\s{0,5}r?['\"][^'\"]{0,200}\\.[*+])[^,]{1,200},"
                    + "|\\bre\\.match\\(\\s{0,5}r?['\"]([^'\",]{1,200}\\$)['\"],"
                    + "|\\bisNaN\\(|\\bNumber\\.isInteger\\()\\s{0,5}(\\w{1,100})"
                    + "|\\b(\\w{1,100})\\.is(?:digit|numeric|alnum)\\(|(?i)\\$(\\w{1,100})\\s{1,5}-(?:not)?match\\s{1,5}['\"]\\^[^.]{1,100}\\$['\"]",
            "test(",
            "match",
            "isnan(",
            "isinteger(",
            ".is");

    /** A pattern that lets signs through that it does not name. */
    private static final Pattern LETS_ALL = Pattern.compile("(?<!\\\\)\\.[*+{]|\\\\[SWD]|\\[\\^");

    /** One of a list: {@code ['a'].includes(x)}, {@code x not in ALLOWED}, {@code $x -notin 'a', 'b'}, {@code $allowed -contains $x}. */
    private static final SoughtPattern OF_LIST = SoughtPattern.of(
            "(?i)(\\]|\\w{1,100})\\.(?:includes|has)\\(\\s{0,5}(\\w{1,100})\\s{0,5}\\)"
                    + "|\\b(?:if|elif|assert|while)\\s{1,5}\\(?\\s{0,5}(?:not\\s{1,5})?(\\w{1,100})\\s{1,5}(?:not\\s{1,5})?in\\s{1,5}([\\[({]|\\w{1,100})"
                    + "|\\$(\\w{1,100})\\s{1,5}-(?:not)?in\\s{1,5}(['\"@(]|\\$\\w{1,100})"
                    + "|(['\")]|\\$\\w{1,100})\\s{1,5}-(?:not)?contains\\s{1,5}\\$(\\w{1,100})",
            "includes(",
            ".has(",
            "in ",
            "-contains",
            "-notcontains");

    private TestedNames() {}

    /** The names among those that a line tests. */
    static Set<String> in(String line, NamedTexts<?> names) {
        Matcher pattern = BY_PATTERN.in(line);
        if (pattern.find()) {
            String sought = pattern.group(1) == null ? pattern.group(2) : pattern.group(1);
            int name = pattern.group(3) != null ? 3 : pattern.group(4) != null ? 4 : 5;
            return sought != null && LETS_ALL.matcher(sought).find() ? Set.of() : Set.of(pattern.group(name));
        }
        Matcher list = OF_LIST.in(line);
        if (!list.find()) {
            return Set.of();
        }
        boolean isFirst = list.group(3) != null || list.group(5) != null;
        int at = list.group(1) != null ? 1 : list.group(3) != null ? 3 : list.group(5) != null ? 5 : 7;
        String name = list.group(isFirst ? at : at + 1);
        String all = list.group(isFirst ? at + 1 : at);
        // Who words the list, too, chooses what is in it.
        return names.has(all.replace("$", "")) ? Set.of() : Set.of(name);
    }
}
