package io.github.mavenhardening.core.workflow.code;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        if (!rest.startsWith("(") && !rest.startsWith(",")) {
            return rest;
        }
        // Behind an option of a shell the next word alone is the code.
        long most = rest.startsWith(",") ? 1 : Long.MAX_VALUE;
        return CodeList.parts(rest.substring(1)).stream()
                .filter(argument -> !OPTION.matcher(argument).matches())
                .limit(most)
                .collect(Collectors.joining(",", "(", ")"));
    }
}
