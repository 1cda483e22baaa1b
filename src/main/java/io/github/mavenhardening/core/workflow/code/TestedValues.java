package io.github.mavenhardening.core.workflow.code;

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
public final class TestedValues {

    private static final Pattern MATCH = Pattern.compile(
            "\\[\\[\\s{1,9}(?:!\\s{0,9})?\"?\\$\\{?(\\w{1,100})\\}?\"?\\s{1,9}=~\\s{1,9}([^\\n]{1,300}?)\\s{1,9}(?:\\]\\]|&&|\\|\\|)");
    private static final String GREP =
            "(?:e|z)?grep\\s{1,9}((?:-{1,2}[\\w-]{1,20}\\s{1,9}){1,4})(?:'([^'\\n]{1,300})'|\"([^\"\\n]{1,300})\")";
    private static final Pattern PIPED = Pattern.compile("\\$\\{?(\\w{1,100})\\}?[\"']?\\s{0,9}\\|\\s{0,9}" + GREP);
    private static final Pattern GIVEN = Pattern.compile(GREP + "\\s{0,9}<<<\\s{0,9}\"?\\$\\{?(\\w{1,100})\\}?\"?");
    private static final Pattern QUIET = Pattern.compile("(?:^|\\s)(?:-\\w{0,6}q\\w{0,6}|--quiet|--silent)(?:\\s|$)");
    private static final Pattern WHOLE_LINE = Pattern.compile("(?:^|\\s)(?:-\\w{0,6}x\\w{0,6}|--line-regexp)(?:\\s|$)");
    private static final Pattern INVERTED = Pattern.compile("(?:^|\\s)(?:-\\w{0,6}v\\w{0,6}|--invert-match)(?:\\s|$)");

    /** What a test lets the script do where it fails, right behind it; then what stops nothing: it prints something, or does nothing. */
    private static final Pattern OTHERWISE =
            Pattern.compile("[^\\n|;&]{0,200}?\\|\\|\\s{0,40}(\\{[^}]{0,1000}\\}|[^\\n]{0,300})");

    private static final Pattern NEGATED_BODY = Pattern.compile(
            "[^\\n;]{0,200}[;\\n]\\s{0,40}then\\b(.{0,1000}?)(?<![\\w-])(?:fi|else|elif)(?![\\w-])", Pattern.DOTALL);
    private static final Pattern CONDITION = Pattern.compile("(?:^|[\\s;])(?:if|elif)\\s");
    private static final int LOOKED_BACK = 100;
    private static final Pattern NEGATED =
            Pattern.compile("(?:if|elif)\\s{1,9}(?:!.{0,200}|\\[\\[\\s{1,9}!.{0,200})", Pattern.DOTALL);
    /** A condition whose last part, up to the test, holds where that fails. */
    private static final Pattern NEGATED_LAST = Pattern.compile(
            "(?:.{0,200}(?:&&|\\|\\|))?\\s{0,9}(?:(?:if|elif)\\s{1,9})?(?:\\[\\[\\s{1,9})?!.{0,300}", Pattern.DOTALL);

    private static final Pattern REMARK = Pattern.compile("[\\s{]*(?:echo|printf|true|:)(?:\\s.*)?", Pattern.DOTALL);

    /** A test for the name of a branch, which has no blank and begins with no hyphen. */
    private static final Pattern BRANCH =
            Pattern.compile("\\bgit\\s{1,9}check-ref-format\\s{1,9}--branch\\s{1,9}\"?\\$\\{?(\\w{1,100})");

    private static final Pattern ASSIGNED = Pattern.compile("\\b(\\w{1,100})=(['\"])([^'\"\\n]{1,300})\\2");

    private static final Pattern FUNCTION = Pattern.compile(
            "(?m)^[ \\t]{0,40}(?:function[ \\t]{1,9})?([A-Za-z_][\\w-]{0,60})[ \\t]{0,9}\\(\\)\\s{0,9}\\{");
    private static final int FUNCTION_LENGTH = 500;
    private static final Pattern CALL =
            Pattern.compile("(?<![\\w$-])([A-Za-z_][\\w-]{0,60})[ \\t]{1,9}\"\\$\\{?([A-Za-z_]\\w{0,100})\\}?\"");

    private static final Pattern GROUP = Pattern.compile("\\(([^()]{0,300})\\)");
    private static final Pattern INDEX = Pattern.compile("\\[(\\d)\\]");

    /** Where variables are tested for the name of a branch, by name: the first place of each. */
    private final Map<String, Integer> branches = new HashMap<>();

    /**
     * A variable, the pattern that it is tested for, and where the test ends.
     *
     * @param to where it says no more
     * @param within the branch that it says something of, and of what is set in it
     * @param ofLines whether one of several lines is enough for it
     */
    private record Test(String variable, String pattern, int end, int to, ScriptBranches.Part within, boolean ofLines) {

        /** Whether it says something of what the variable is set to at an offset, at another one. */
        boolean isOf(int set, int at) {
            return end <= at && end >= set && at < to && (at < within.end() || set >= within.begin());
        }
    }

    private final List<Test> tests = new ArrayList<>();
    private final HarmlessParts parts = new HarmlessParts();
    private final ScriptBranches branchesOf;

    /** What a script tests, by its text. */
    public TestedValues(String script) {
        branchesOf = new ScriptBranches(script);
        new CaseArms(script, branchesOf, parts);
        new EqualWords(script, branchesOf, parts);
        if (script.contains("=~")) {
            Matcher match = MATCH.matcher(script);
            while (match.find()) {
                add(
                        new Test(
                                match.group(1),
                                written(match.group(2), script),
                                match.end(),
                                end(match.group(1), match.end(), script),
                                around(match.group(1), match.start(), match.end(), script),
                                false),
                        match.start(),
                        script);
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
                grep(piped.group(1), piped, 2, script);
            }
            Matcher given = GIVEN.matcher(script);
            while (given.find()) {
                grep(given.group(4), given, 1, script);
            }
        }
        given(script);
    }

    /** Takes in the variables that are given to functions which test their first parameter. */
    private void given(String script) {
        Map<String, Test> byFunction = new HashMap<>();
        for (Test test : tests) {
            if (test.variable().equals("1")) {
                int from = Math.max(0, test.end() - FUNCTION_LENGTH);
                Matcher function = FUNCTION.matcher(script).region(from, test.end());
                String name = "";
                while (function.find()) {
                    name = function.group(1);
                }
                if (!name.isEmpty()) {
                    byFunction.putIfAbsent(name, test);
                }
            }
        }
        Matcher call = CALL.matcher(byFunction.isEmpty() ? "" : script);
        while (call.find()) {
            Test test = byFunction.get(call.group(1));
            if (test != null) {
                String variable = call.group(2);
                ScriptBranches.Part part = around(variable, call.start(), call.end(), script);
                add(
                        new Test(
                                variable,
                                test.pattern(),
                                call.end(),
                                end(variable, call.end(), script),
                                part,
                                test.ofLines()),
                        call.start(),
                        script);
            }
        }
    }

    private void grep(String variable, Matcher found, int options, String script) {
        String given = found.group(options);
        String pattern = found.group(options + 1) == null ? found.group(options + 2) : found.group(options + 1);
        if (!QUIET.matcher(given).find() || INVERTED.matcher(given).find()) {
            return;
        }
        String whole =
                WHOLE_LINE.matcher(given).find() && !HarmlessPattern.is(pattern) ? "^(" + pattern + ")$" : pattern;
        add(
                new Test(
                        variable,
                        whole,
                        found.end(),
                        end(variable, found.end(), script),
                        around(variable, found.start(), found.end(), script),
                        true),
                found.start(),
                script);
    }

    private static int end(String variable, int from, String script) {
        return Character.isDigit(variable.charAt(0)) ? CaseArms.endOfFunction(script, from) : Integer.MAX_VALUE;
    }

    /** How far a test that stops other values says something. */
    private ScriptBranches.Part around(String variable, int start, int end, String script) {
        String before = line(start, end, script);
        Matcher condition = CONDITION.matcher(before);
        boolean isPassing = condition.find()
                && !NEGATED_LAST.matcher(before.substring(condition.start())).matches();
        return isPassing ? branchesOf.taken(variable, end) : branchesOf.around(variable, start);
    }

    private void add(Test test, int start, String script) {
        if (stops(start, test.end(), script)) {
            tests.add(test);
        }
    }

    /** A test with what stands before it in its line. */
    private static String line(int start, int end, String script) {
        String around = script.substring(Math.max(0, start - LOOKED_BACK), start);
        return around.substring(around.lastIndexOf('\n') + 1) + script.substring(start, end);
    }

    /** Whether a test keeps what comes after it from other values: where it fails, the script does more than to say so. */
    private static boolean stops(int start, int end, String script) {
        String before = line(start, end, script);
        Matcher condition = CONDITION.matcher(before);
        boolean isCondition = condition.find();
        Matcher body = NEGATED_BODY.matcher(script).region(end, script.length());
        Matcher otherwise = OTHERWISE.matcher(script).region(end, script.length());
        if (isCondition) {
            return !NEGATED.matcher(before.substring(condition.start()).strip()).matches()
                    || !body.lookingAt()
                    || !isRemark(body.group(1));
        }
        return !otherwise.lookingAt() || !isRemark(otherwise.group(1));
    }

    private static boolean isRemark(String statements) {
        for (String statement : statements.split("\n|;|&&|\\}", -1)) {
            if (!statement.isBlank() && !REMARK.matcher(statement).matches()) {
                return false;
            }
        }
        return true;
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
    public boolean isBranch(String variable, int at) {
        return branches.getOrDefault(variable, Integer.MAX_VALUE) < at;
    }

    /**
     * Whether a variable holds nothing harmful at an offset of the script.
     *
     * @param set where it is set to what it holds; a test before that was of something else
     * @param isOneLine whether it holds one line alone; of several, a test of lines says nothing
     */
    public boolean isHarmless(String variable, int at, int set, boolean isOneLine) {
        for (Test test : tests) {
            if (test.variable().equals(variable)
                    && test.isOf(set, at)
                    && (isOneLine || !test.ofLines())
                    && HarmlessPattern.is(test.pattern())) {
                return true;
            }
        }
        return parts.isHarmless(variable, at, set);
    }

    /**
     * The variable of which a text is what a pattern found in it, at an offset of the script; empty where that is harmless.
     *
     * @param expansion as {@code BASH_REMATCH} is read
     */
    public Optional<String> captured(String expansion, int at) {
        Optional<Test> last = Optional.empty();
        for (Test test : tests) {
            last = !test.ofLines() && test.end() <= at ? Optional.of(test) : last;
        }
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Matcher index = INDEX.matcher(expansion);
        int wanted = index.find() ? Integer.parseInt(index.group(1)) : 0;
        String part = last.get().pattern();
        Matcher group = GROUP.matcher(part);
        for (int i = 0; i < wanted && group.find(); i++) {
            part = "^(" + group.group(1) + ")$";
        }
        return HarmlessPattern.is(part)
                ? Optional.empty()
                : Optional.of(last.get().variable());
    }
}
