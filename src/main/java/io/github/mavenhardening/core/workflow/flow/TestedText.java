package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.code.TestedValues;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts of a POSIX shell without the variables that they test for harmless text before they read them. */
public final class TestedText {

    private static final Pattern SET =
            Pattern.compile("(?m)(?:^|[;&|({]|\\b(?:then|do|else|export|local|readonly)\\b)[ \\t]{0,100}"
                    + "([A-Za-z_]\\w{0,100})\\+?=|\\b(?:read|eval|mapfile|readarray|printf[ \\t]{1,10}-v)\\b");

    private static final Pattern READ = Pattern.compile("\\$([A-Za-z_]\\w{0,100})|\\$\\{([A-Za-z_]\\w{0,100})\\}");
    private static final Pattern TESTS = Pattern.compile("=~|\\bgrep\\b|\\bcase\\b");

    /** So many reads are looked at: few scripts have more. */
    private static final int LIMIT = 200;

    private TestedText() {}

    /** A script with a literal in place of each such read. */
    public static String leftOut(String script) {
        if (!TESTS.matcher(script).find()) {
            return script;
        }
        Map<String, Integer> setAt = new HashMap<>();
        Matcher set = SET.matcher(script);
        while (set.find()) {
            if (set.group(1) == null) {
                return script;
            }
            // What is set twice may be set behind its test.
            setAt.merge(set.group(1), set.start(), (one, other) -> Integer.MAX_VALUE);
        }
        TestedValues tested = new TestedValues(script);
        StringBuilder text = new StringBuilder();
        Matcher read = READ.matcher(script);
        int from = 0;
        // Silent: the others are taken to be untested, which is found.
        for (int looked = 0; looked < LIMIT && read.find(); looked++) {
            String name = read.group(1) == null ? read.group(2) : read.group(1);
            if (tested.isHarmless(name, read.start(), setAt.getOrDefault(name, 0), false)) {
                text.append(script, from, read.start()).append('1');
                from = read.end();
            }
        }
        return text.append(script, from, script.length()).toString();
    }
}
