package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arrays of a script whose keys are texts ({@code declare -A}): bash evaluates the key of {@code ${other[$key]}} as an arithmetic
 * expression, and takes that of {@code ${associative[$key]}} as it is.
 */
public final class AssociativeArrays {

    private static final SoughtPattern DECLARED = SoughtPattern.of(
            "\\b(?:declare|local|typeset)[ \\t]{1,5}-[a-zA-Z]{0,5}A[a-zA-Z]{0,5}((?:[ \\t]{1,5}\\w{1,60}){1,10})",
            "declare",
            "local",
            "typeset");

    private static final Pattern READ = Pattern.compile("\\$\\{(\\w{1,60})\\[[^\\]\\[{}]{0,200}\\]\\}");

    private final Set<String> names = new HashSet<>();

    /** Those that a script declares, by its text. */
    public AssociativeArrays(String script) {
        Matcher declared = DECLARED.in(script);
        while (declared.find()) {
            names.addAll(List.of(declared.group(1).strip().split("[ \\t]{1,5}", -1)));
        }
    }

    /** An arithmetic expression without the keys that are taken as they are. */
    public String withoutKeys(String expression) {
        if (names.isEmpty()) {
            return expression;
        }
        return READ.matcher(expression)
                .replaceAll(read -> Matcher.quoteReplacement(
                        names.contains(read.group(1)) ? "${" + read.group(1) + "}" : read.group()));
    }
}
