package io.github.mavenhardening.core.workflow.flow;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions of a script that print what they are given, or something made of it. */
final class OwnFunctions {

    private static final Pattern DECLARED =
            Pattern.compile("(?:^|[\\s;])(?:function\\s{1,9})?([A-Za-z_][\\w-]{0,60})\\s{0,9}\\(\\)\\s{0,9}\\{");
    private static final Pattern GIVEN = Pattern.compile("\\$\\{?[1-9@*]");
    /** What keeps what is harmful out. */
    private static final Pattern CLEANING = Pattern.compile("-(?:cd|dc)\\b|\\[\\^|=~|sha\\d|md5|base64");

    private static final int LENGTH = 1_000;

    private final Set<String> names = new HashSet<>();

    OwnFunctions(String script) {
        if (!script.contains("()")) {
            return;
        }
        Matcher declared = DECLARED.matcher(script);
        while (declared.find()) {
            String rest = script.substring(declared.end(), Math.min(declared.end() + LENGTH, script.length()));
            int line = rest.indexOf('\n');
            int end = line >= 0 && rest.substring(0, line).contains("}") ? line : rest.indexOf("\n}");
            String body = end < 0 ? rest : rest.substring(0, end);
            if (GIVEN.matcher(body).find() && !CLEANING.matcher(body).find()) {
                names.add(declared.group(1));
            }
        }
    }

    boolean has(String name) {
        return names.contains(name);
    }
}
