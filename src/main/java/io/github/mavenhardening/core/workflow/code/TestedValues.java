package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellParser;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a script of a POSIX shell tests its variables for, {@code [[ $n =~ ^[0-9]+$ ]]}, {@code case} or {@code grep -q}. What comes
 * after a test that lets only harmless text pass is taken to run where it passes.
 */
public final class TestedValues {

    private static final Pattern GROUP = Pattern.compile("\\(([^()]{0,300})\\)");
    private static final Pattern INDEX = Pattern.compile("\\[(\\d)\\]");

    private final TestedParts parts;
    private final NavigableMap<Integer, TestExpression.Search> searches;

    /** What a script tests, by its text. */
    public TestedValues(String script) {
        TestedScript read = new TestedScript(ShellParser.parse(script).statements());
        parts = read.parts();
        searches = read.searches();
    }

    /**
     * Whether a variable holds the name of a branch at an offset of the script, or nothing.
     *
     * @param set where it is set to what it holds
     */
    public boolean isBranch(String variable, int at, int set) {
        return parts.isKnown(new TextFacts.Fact(variable, TextFacts.Kind.BRANCH), at, set);
    }

    /**
     * Whether a variable holds nothing harmful at an offset of the script.
     *
     * @param set where it is set to what it holds; a test before that was of something else
     * @param isOneLine whether it holds one line alone; of several, a test of lines says nothing
     */
    public boolean isHarmless(String variable, int at, int set, boolean isOneLine) {
        TextFacts.Kind kind = isOneLine ? TextFacts.Kind.HARMLESS_LINE : TextFacts.Kind.HARMLESS;
        return parts.isKnown(new TextFacts.Fact(variable, kind), at, set);
    }

    /**
     * The variable of which a text is what a pattern found in it, at an offset of the script; empty where that is harmless.
     *
     * @param expansion as {@code BASH_REMATCH} is read
     */
    public Optional<String> captured(String expansion, int at) {
        Map.Entry<Integer, TestExpression.Search> last = searches.floorEntry(at);
        if (last == null) {
            return Optional.empty();
        }
        Matcher index = INDEX.matcher(expansion);
        int wanted = index.find() ? Integer.parseInt(index.group(1)) : 0;
        String part = last.getValue().pattern();
        Matcher group = GROUP.matcher(part);
        for (int i = 0; i < wanted && group.find(); i++) {
            part = "^(" + group.group(1) + ")$";
        }
        return HarmlessPattern.is(part) ? Optional.empty() : last.getValue().variable();
    }
}
