package io.github.mavenhardening.core.workflow.code;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program for {@code awk} prints: {@code gsub(/[^a-z]/, "", name); print "NAME=" name} prints letters alone. */
public final class AwkPrints {

    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]{0,80}#[^\\n]{0,500}$");

    /** What prints beside {@code print}, or puts something else into a name. */
    private static final Pattern OTHER = Pattern.compile("\\b(?:system|getline|printf|split|substr|sprintf)\\b");

    private static final Pattern PRINT = Pattern.compile("\\bprint\\b([^;\\n}]{0,500})");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"\\\\\\n]{0,300}\"");
    private static final Pattern WORD = Pattern.compile("[^\\s,]+");

    /** A longer program is not looked at: each name that it prints is sought in all of it. */
    private static final int LONGEST = 2_000;

    private static final int NEVER = Integer.MAX_VALUE;

    private AwkPrints() {}

    /** Whether that is nothing but texts of its own and names out of which it took all but harmless characters. */
    public static boolean areHarmless(String program) {
        if (program.length() > LONGEST) {
            return false;
        }
        String code = COMMENT.matcher(program).replaceAll("");
        if (OTHER.matcher(code).find() || !isOfBlocks(code)) {
            return false;
        }
        Map<String, Integer> cleanFrom = new HashMap<>();
        Matcher print = PRINT.matcher(code);
        boolean prints = false;
        while (print.find()) {
            prints = true;
            Matcher word = WORD.matcher(LITERAL.matcher(print.group(1)).replaceAll(" "));
            boolean any = false;
            while (word.find()) {
                any = true;
                if (cleanFrom.computeIfAbsent(word.group(), name -> cleanFrom(name, code)) > print.start()) {
                    return false;
                }
            }
            // Without an operand it prints the whole line.
            if (!any && print.group(1).isBlank()) {
                return false;
            }
        }
        return prints;
    }

    /** Whether each pattern has a block: one without prints the lines that it matches. */
    private static boolean isOfBlocks(String code) {
        int depth = 0;
        boolean isPattern = false;
        for (int i = 0; i < code.length(); i++) {
            char next = code.charAt(i);
            if (next == '{') {
                depth++;
                isPattern = false;
            } else if (next == '}') {
                depth--;
            } else if (depth == 0 && (next == '\n' || next == ';') && isPattern) {
                return false;
            } else {
                isPattern |= depth == 0 && !Character.isWhitespace(next) && next != ';';
            }
        }
        return depth == 0 && !isPattern;
    }

    /** From which offset on a name holds what is left of a cleaning; never where something else is put into it behind that. */
    private static int cleanFrom(String name, String code) {
        if (!name.matches("[A-Za-z_]\\w{0,100}")) {
            return NEVER;
        }
        Matcher cleaning = Pattern.compile(
                        "gsub\\(\\s{0,9}[/\"]\\[\\^([^]/\"]{1,100})\\]\\+?[/\"]\\s{0,9},\\s{0,9}\"[\\w.-]{0,20}\"\\s{0,9},\\s{0,9}"
                                + name + "\\s{0,9}\\)")
                .matcher(code);
        Pattern setting = Pattern.compile("\\b" + name + "\\s{0,9}\\+?=(?!=)|\\bin\\b");
        while (cleaning.find()) {
            if (HarmlessPattern.isHarmlessSet(cleaning.group(1))) {
                return setting.matcher(code)
                                .region(cleaning.end(), code.length())
                                .find()
                        ? NEVER
                        : cleaning.end();
            }
        }
        return NEVER;
    }
}
