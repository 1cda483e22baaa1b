package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repositories that are named by the login of whoever opened something or commented: their own forks, whose every branch they
 * write.
 */
final class ForkOwner {

    private static final String NAMED = "(?:\\$\\{\\{\\s{0,9}([\\w.]{1,100})\\s{0,9}\\}\\}|\\$\\{?(\\w{1,100})\\}?)/";
    private static final Pattern OF_INPUT = Pattern.compile("\\s{0,9}" + NAMED);
    private static final Pattern OF_ADDRESS = Pattern.compile("\\bgithub\\.com[/:]" + NAMED);
    private static final Pattern PERSON = Pattern.compile("(?i)github\\.(?:actor|triggering_actor"
            + "|event\\.(?:sender|(?:issue|comment|pull_request|review|discussion)\\.user)\\.login)");
    private static final Pattern EXPRESSION =
            Pattern.compile("\\s{0,9}\\$\\{\\{\\s{0,9}([\\w.]{1,100})\\s{0,9}\\}\\}\\s{0,9}");

    private ForkOwner() {}

    /**
     * Whether an action's input, {@code owner/name}, names such a repository.
     *
     * @param variables the values of variables of the environment
     */
    static boolean isIn(YamlScalar repository, Function<String, Optional<YamlScalar>> variables) {
        Matcher named = OF_INPUT.matcher(repository.value());
        return named.lookingAt() && isPerson(named, variables);
    }

    /** Whether a word of a script is the address of one. */
    static boolean isIn(String word, Function<String, Optional<YamlScalar>> variables) {
        Matcher named = OF_ADDRESS.matcher(word);
        return named.find() && isPerson(named, variables);
    }

    private static boolean isPerson(Matcher named, Function<String, Optional<YamlScalar>> variables) {
        if (named.group(1) != null && !named.group(1).startsWith("env.")) {
            return PERSON.matcher(named.group(1)).matches();
        }
        String name = named.group(1) == null ? named.group(2) : named.group(1).substring("env.".length());
        Optional<YamlScalar> variable = variables.apply(name);
        Matcher value = EXPRESSION.matcher(variable.isPresent() ? variable.get().value() : "");
        return value.matches() && PERSON.matcher(value.group(1)).matches();
    }
}
