package io.github.mavenhardening.core.workflow.flow;

import java.util.regex.Pattern;

/** What a call is given, without the options that hold no code: the environment, the folder and the input of what it starts. */
final class GivenCode {

    /** An argument of Python by its name, and an object of JavaScript. */
    private static final Pattern OPTION = Pattern.compile(
            "\\s{0,40}(?:\\{(?!\\}).*|(?:env|cwd|input|stdin|stdout|stderr|timeout|check|text|capture_output|shell|encoding|universal_newlines)"
                    + "\\s{0,5}=(?!=).*)",
            Pattern.DOTALL);

    private GivenCode() {}

    /**
     * The arguments of a call.
     *
     * @param rest what stands behind the name of the function, from the parenthesis on, or behind an option of a shell in a list, from
     *     the comma on: of that the next is the code, and any more are what it is given; any other text is left as it is
     */
    static String of(String rest) {
        boolean isListed = rest.startsWith(",");
        return isListed ? first(arguments("(" + rest.substring(1))) : rest.startsWith("(") ? arguments(rest) : rest;
    }

    /** The first of the arguments, from the parenthesis before them on. */
    static String first(String arguments) {
        int open = 0;
        for (int at = 1; at < arguments.length(); at++) {
            char c = arguments.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                at = end(arguments, at);
            } else if (c == ',' && open == 0) {
                return arguments.substring(0, at);
            } else {
                open += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                if (open < 0) {
                    return arguments.substring(0, at);
                }
            }
        }
        return arguments;
    }

    private static String arguments(String rest) {
        StringBuilder given = new StringBuilder("(");
        int open = 0;
        int start = 1;
        int at = 0;
        for (; at < rest.length(); at++) {
            char c = rest.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                at = end(rest, at);
            } else if (c == '(' || c == '[' || c == '{') {
                open++;
            } else if (c == ')' || c == ']' || c == '}') {
                open--;
            }
            if (open == 0 || (open == 1 && c == ',')) {
                add(rest.substring(start, Math.min(at, rest.length())), given);
                start = at + 1;
            }
            if (open == 0) {
                return given.append(')').toString();
            }
        }
        add(rest.substring(Math.min(start, rest.length())), given);
        return given.toString();
    }

    private static void add(String argument, StringBuilder given) {
        if (!OPTION.matcher(argument).matches()) {
            given.append(given.length() > 1 ? "," : "").append(argument);
        }
    }

    /** Where a text ends that begins at a place; at the end where nothing ends it. */
    private static int end(String rest, int from) {
        char quote = rest.charAt(from);
        for (int at = from + 1; at < rest.length(); at++) {
            if (rest.charAt(at) == '\\') {
                at++;
            } else if (rest.charAt(at) == quote) {
                return at;
            }
        }
        return rest.length();
    }
}
