package io.github.mavenhardening.core.workflow.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a script of a POSIX shell tests its variables for by a pattern, {@code [[ $n =~ ^[0-9]+$ ]]} or {@code grep -q}. What comes
 * after a test that lets only harmless text pass is taken to run where it passes.
 */
final class TestedValues {

    private static final Pattern MATCH = Pattern.compile(
            "\\[\\[\\s{1,9}(?:!\\s{0,9})?\"?\\$\\{?(\\w{1,100})\\}?\"?\\s{1,9}=~\\s{1,9}([^\\n]{1,300}?)\\s{1,9}(?:\\]\\]|&&|\\|\\|)");
    private static final Pattern PIPED = Pattern.compile(
            "\\$\\{?(\\w{1,100})\\}?[\"']?\\s{0,9}\\|\\s{0,9}(?:e|z)?grep\\s{1,9}(?:-\\w{1,6}\\s{1,9}){0,3}-\\w{0,6}q\\w{0,6}\\s{1,9}(?:-\\w{1,6}\\s{1,9}){0,3}['\"]([^'\"\\n]{1,300})['\"]");
    private static final Pattern GIVEN = Pattern.compile(
            "grep\\s{1,9}(?:-\\w{1,6}\\s{1,9}){0,3}-\\w{0,6}q\\w{0,6}\\s{1,9}(?:-\\w{1,6}\\s{1,9}){0,3}['\"]([^'\"\\n]{1,300})['\"]\\s{0,9}<<<\\s{0,9}\"?\\$\\{?(\\w{1,100})");
    /** A test for the name of a branch, which has no blank and begins with no hyphen. */
    private static final Pattern BRANCH =
            Pattern.compile("\\bgit\\s{1,9}check-ref-format\\s{1,9}--branch\\s{1,9}\"?\\$\\{?(\\w{1,100})");

    private static final Pattern ASSIGNED = Pattern.compile("\\b(\\w{1,100})=(['\"])([^'\"\\n]{1,300})\\2");

    /** A pattern of a whole value whose every character is known to be harmless. */
    private static final Pattern HARMLESS = Pattern.compile(
            "\\^\\(?(?:\\[\\[:(?:digit|alnum|alpha|xdigit|lower|upper):\\][\\w./-]{0,40}\\]|\\[(?!\\^)[\\w./:,@+=#-]{1,80}\\]"
                    + "|\\\\[dw./-]|(?<=\\()[\\w|-]{1,200}(?=\\))|[\\w/:,@+=#?*{}-])++\\)?\\$");

    private static final Pattern GROUP = Pattern.compile("\\(([^()]{0,300})\\)");
    private static final Pattern INDEX = Pattern.compile("\\[(\\d)\\]");

    /** Where variables are tested for the name of a branch, by name: the first place of each. */
    private final Map<String, Integer> branches = new HashMap<>();

    /** A variable, the pattern that it is tested for, and where the test ends. */
    private record Test(String variable, String pattern, int end, boolean captures) {}

    private final List<Test> tests = new ArrayList<>();

    TestedValues(String script) {
        if (script.contains("=~")) {
            Matcher match = MATCH.matcher(script);
            while (match.find()) {
                tests.add(new Test(match.group(1), written(match.group(2), script), match.end(), true));
            }
        }
        if (script.contains("check-ref-format")) {
            Matcher branch = BRANCH.matcher(script);
            while (branch.find()) {
                branches.putIfAbsent(branch.group(1), branch.end());
            }
        }
        if (script.contains("grep")) {
            Matcher piped = PIPED.matcher(script);
            while (piped.find()) {
                tests.add(new Test(piped.group(1), piped.group(2), piped.end(), false));
            }
            Matcher given = GIVEN.matcher(script);
            while (given.find()) {
                tests.add(new Test(given.group(2), given.group(1), given.end(), false));
            }
        }
    }

    /** A pattern as it is written, where a variable stands for it. */
    private static String written(String pattern, String script) {
        String name = pattern.replaceAll("[\"${}]", "");
        if (pattern.startsWith("$")) {
            Matcher assigned = ASSIGNED.matcher(script);
            while (assigned.find()) {
                if (assigned.group(1).equals(name)) {
                    return assigned.group(3);
                }
            }
        }
        return pattern;
    }

    /** Whether a variable holds the name of a branch at an offset of the script, or nothing. */
    boolean isBranch(String variable, int at) {
        return branches.getOrDefault(variable, Integer.MAX_VALUE) < at;
    }

    /** Whether a variable holds nothing harmful at an offset of the script. */
    boolean isHarmless(String variable, int at) {
        for (Test test : tests) {
            if (test.variable().equals(variable)
                    && test.end() <= at
                    && HARMLESS.matcher(test.pattern()).matches()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The variable of which a text is what a pattern found in it, at an offset of the script; empty where that is harmless.
     *
     * @param expansion as {@code BASH_REMATCH} is read
     */
    Optional<String> captured(String expansion, int at) {
        Optional<Test> last = Optional.empty();
        for (Test test : tests) {
            last = test.captures() && test.end() <= at ? Optional.of(test) : last;
        }
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Matcher index = INDEX.matcher(expansion);
        int wanted = index.find() ? Integer.parseInt(index.group(1)) : 0;
        String part = last.get().pattern();
        Matcher group = GROUP.matcher(part);
        for (int i = 0; i < wanted && group.find(); i++) {
            part = "^" + group.group(1) + "$";
        }
        return HARMLESS.matcher(part).matches()
                ? Optional.empty()
                : Optional.of(last.get().variable());
    }
}
