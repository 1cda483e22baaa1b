package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.ShellNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a command of a script means to what the script knows of its variables. */
final class TestingCommand {

    private static final Set<String> LEAVING = Set.of("exit", "return", "continue", "break", "die", "fail", "false");
    private static final Set<String> REMARKS = Set.of("echo", "printf", "true", ":");
    private static final Set<String> READING = Set.of("read", "mapfile", "readarray", "getopts", "unset");
    private static final Set<String> SEARCHING = Set.of("grep", "egrep", "zgrep");
    private static final List<String> PARAMETERS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9");

    private static final String WHOLE_LINE = "-\\w{0,6}x\\w{0,6}|--line-regexp";
    private static final String INVERTED = "-\\w{0,6}v\\w{0,6}|--invert-match";
    private static final String FIXED = "-\\w{0,6}F\\w{0,6}|--fixed-strings";
    private static final Pattern ERREXIT = Pattern.compile("([-+])(?:\\w{0,20}e\\w{0,20}|o errexit)(?= |$)");

    private final List<ShellNode.Word> words;
    private final List<String> texts;
    private final String name;

    TestingCommand(List<ShellNode.Word> all) {
        List<String> written = CommandWords.texts(all);
        int first = CommandWords.program(written);
        words = all.subList(first, all.size());
        texts = written.subList(first, all.size());
        name = texts.get(0);
    }

    boolean isTest() {
        return name.equals("[") || name.equals("test");
    }

    /** Whether what stands behind it is not reached. */
    boolean leaves() {
        return LEAVING.contains(name);
    }

    boolean isLeap() {
        return name.equals("continue") || name.equals("break");
    }

    boolean isReturn() {
        return name.equals("return");
    }

    /** Whether a function that it ends may succeed, or may fail. */
    boolean mayReturn(boolean success) {
        String status = texts.size() > 1 ? texts.get(1) : "0";
        return status.matches("\\d{1,3}") ? success == status.equals("0") : true;
    }

    /** Whether it does nothing but print. */
    boolean isRemark() {
        return REMARKS.contains(name) && !texts.contains("-v");
    }

    /** Whether the script ends behind it where a command fails. */
    boolean endsWhereItFails(boolean before) {
        Matcher option = ERREXIT.matcher(name.equals("set") ? String.join(" ", texts) : "");
        boolean ends = before;
        while (option.find()) {
            ends = option.group(1).equals("-");
        }
        return ends;
    }

    /** The variables that it sets. */
    List<String> set() {
        if (name.equals("shift")) {
            return PARAMETERS;
        }
        return READING.contains(name) || (name.equals("printf") && texts.contains("-v"))
                ? texts.subList(1, texts.size())
                : List.of();
    }

    /**
     * What is known where it succeeds and where it fails.
     *
     * @param given the variables whose values it reads
     * @param constants the text that variables are set to
     */
    Ways ways(List<String> given, UnaryOperator<String> constants) {
        if (name.equals("git")
                && texts.size() == 4
                && texts.subList(1, 3).equals(List.of("check-ref-format", "--branch"))) {
            return Ways.of(
                    TextFacts.of(TestExpression.variables(words.get(3)), TextFacts.Kind.BRANCH, true), TextFacts.NONE);
        }
        boolean searches = SEARCHING.contains(name) && !given.isEmpty() && !CommandWords.anyMatches(texts, FIXED);
        return searches ? searched(given, constants) : Ways.UNKNOWN;
    }

    private Ways searched(List<String> given, UnaryOperator<String> constants) {
        List<String> raw = new ArrayList<>();
        for (ShellNode.Word word : words.subList(1, words.size())) {
            raw.add(word.variable().map(constants).orElse(CommandWords.raw(word)));
        }
        String pattern = Arguments.operand(raw, 0);
        boolean isWhole = CommandWords.anyMatches(texts, WHOLE_LINE) && !HarmlessPattern.is(pattern);
        TextFacts harmless = TextFacts.of(given, TextFacts.Kind.HARMLESS_LINE, true);
        Ways found = Ways.of(
                HarmlessPattern.is(isWhole ? "^(" + pattern + ")$" : pattern) ? harmless : TextFacts.NONE,
                HarmlessPattern.isOther(pattern) ? harmless : TextFacts.NONE);
        return CommandWords.anyMatches(texts, INVERTED) ? Ways.of(TextFacts.NONE, found.success()) : found;
    }
}
