package io.github.mavenhardening.core.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which functions of a script are called: by their names, or by the word that the script is given, as {@code ./lib.sh push_images} is
 * where it ends in {@code "$@"}.
 */
final class CalledFunctions {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w:.-]{0,100}");

    private final Map<String, List<ShellCommand>> functions;
    private final Optional<String> given;
    private final Set<String> called = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    /** Whether what is called stands in a variable, and any of them may. */
    private boolean areAll;

    private CalledFunctions(Map<String, List<ShellCommand>> functions, List<ShellCommand> own, Optional<String> given) {
        this.functions = functions;
        this.given = given;
        take(own);
        while (!waiting.isEmpty() && !areAll) {
            take(functions.get(waiting.pop()));
        }
    }

    /**
     * Leaves out the commands of functions that nothing calls.
     *
     * @param commands all that the script has
     * @param functions the commands of each function that it declares
     * @param own those outside of its functions
     * @param given the first word that the script is given
     */
    static List<ShellCommand> of(
            List<ShellCommand> commands,
            Map<String, List<ShellCommand>> functions,
            List<ShellCommand> own,
            Optional<String> given) {
        Set<Integer> uncalled = new CalledFunctions(functions, own, given).uncalled();
        return uncalled.isEmpty()
                ? commands
                : commands.stream()
                        .filter(command -> !uncalled.contains(command.from()))
                        .toList();
    }

    /** Where their commands begin. */
    private Set<Integer> uncalled() {
        Set<Integer> begins = new HashSet<>();
        if (!areAll) {
            functions.forEach((name, commands) -> {
                if (!called.contains(name)) {
                    commands.forEach(command -> begins.add(command.from()));
                }
            });
        }
        return begins;
    }

    private void take(List<ShellCommand> commands) {
        for (ShellCommand command : commands) {
            boolean isEvaluated = command.name().equals("eval")
                    && String.join(" ", command.words()).indexOf('$') >= 0;
            if (isEvaluated || command.words().get(0).indexOf('$') >= 0) {
                areAll |= given.isEmpty() || !functions.containsKey(given.get());
                given.ifPresent(this::call);
            }
            for (String word : command.words()) {
                Matcher name = NAME.matcher(word);
                while (name.find()) {
                    call(name.group());
                }
            }
        }
    }

    private void call(String name) {
        if (functions.containsKey(name) && called.add(name)) {
            waiting.push(name);
        }
    }
}
