package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * What lines of Ruby, Perl and PHP hand to a shell: {@code system("…")}, backticks and their like. Of several words that are given one by
 * one the first alone is what runs; of a text, what is filled into it counts.
 */
public final class SubshellCalls {

    /** The languages, by the names of their interpreters. */
    private static final Set<String> LANGUAGES = Set.of("ruby", "perl", "php");

    private static final SoughtPattern CALL = SoughtPattern.of(
            "(?:(?<![.\\w$@:-])(?:Kernel\\.)?(?:system|exec|spawn|shell_exec|passthru|popen)\\b|\\bIO\\.popen\\b|\\bOpen3\\.\\w{1,20}\\b)"
                    + "[ \\t]{0,3}(?:\\([ \\t]{0,9}|(?=[\"'$A-Za-z]))(.*)",
            "system",
            "exec",
            "spawn",
            "passthru",
            "popen",
            "Open3.");

    private static final SoughtPattern QUOTED =
            SoughtPattern.of("`([^`]{1,2000})`|(?:%x|\\bqx)[ ]{0,3}[({\\[/|!](.*)", "`", "%x", "qx");

    private SubshellCalls() {}

    /** Whether an interpreter's programs have them. */
    public static boolean are(String interpreter) {
        return LANGUAGES.contains(interpreter);
    }

    /** What a line hands to a shell: the code in it whose value is filled in. */
    public static Optional<String> executed(String line) {
        Matcher call = CALL.in(line);
        if (call.find()) {
            return Optional.of(first(call.group(1)));
        }
        Matcher quoted = QUOTED.in(line);
        return quoted.find()
                ? Optional.of(filledIn(quoted.group(1) == null ? quoted.group(2) : quoted.group(1)))
                : Optional.empty();
    }

    /** The code in the first of some arguments, without the text around it. */
    private static String first(String arguments) {
        StringBuilder code = new StringBuilder();
        int open = 0;
        int at = 0;
        while (at < arguments.length()) {
            char c = arguments.charAt(at);
            if (c == '"' || c == '\'') {
                int end = end(arguments, at);
                // In brackets and parentheses it is a key, or what a function is given.
                String text = arguments.substring(at, Math.min(end + 1, arguments.length()));
                code.append(open > 0 ? text : c == '"' ? filledIn(text) : " ");
                at = end;
            } else if (open == 0 && (c == ',' || c == ')')) {
                return code.toString();
            } else {
                open += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
                code.append(c);
            }
            at++;
        }
        return code.toString();
    }

    /** Where a text in quotes ends; keys in brackets and braces that are filled in may have quotes of their own. */
    private static int end(String text, int from) {
        char quote = text.charAt(from);
        int open = 0;
        for (int at = from + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean opens = quote == '"' && c == '{' && "#$@V".indexOf(text.charAt(at - 1)) >= 0;
            open += opens ? 1 : c == '}' && open > 0 ? -1 : 0;
            if (c == quote && open == 0 && text.charAt(at - 1) != '\\') {
                return at;
            }
        }
        return text.length();
    }

    /** What is filled into a text: {@code #{…}}, and what a sigil begins. */
    private static String filledIn(String text) {
        StringBuilder code = new StringBuilder();
        for (int at = 0; at + 1 < text.length(); at++) {
            char next = text.charAt(at + 1);
            boolean isBlock = text.charAt(at) == '#' && next == '{';
            boolean isName = text.charAt(at) == '$' && (Character.isLetter(next) || next == '{' || next == '_');
            if (isBlock || isName) {
                int end = at + 1;
                while (end < text.length()
                        && (isBlock ? text.charAt(end) != '}' : " \t\"/|;&)".indexOf(text.charAt(end)) < 0)) {
                    end++;
                }
                code.append(text, at, Math.min(end + 1, text.length())).append(' ');
                at = end;
            }
        }
        return code.toString();
    }
}
