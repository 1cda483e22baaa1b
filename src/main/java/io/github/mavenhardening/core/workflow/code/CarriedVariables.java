package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What the variables of a script of a POSIX shell carry, and the parameters of its functions.
 *
 * @param <C> what is carried
 */
final class CarriedVariables<C> {

    /** The parameters that are followed. */
    static final int PARAMETERS = 9;

    private final ScopedMap<Optional<C>> values = new ScopedMap<>();
    /** Where variables were last set to what is carried. */
    private final ScopedMap<Integer> carriedFrom = new ScopedMap<>();

    /** Whether the script has set a variable. */
    boolean has(String variable) {
        return values.has(variable);
    }

    /** What a variable carries that the script has set. */
    Optional<C> get(String variable) {
        return values.has(variable) ? values.get(variable) : Optional.empty();
    }

    /** Lets a variable hold something else from now on. */
    void set(String variable, Optional<C> value) {
        values.put(variable, value);
    }

    /**
     * Lets a variable hold a value as the script writes it.
     *
     * @param isWhole whether nothing is left of what it held before
     */
    void assign(String variable, Optional<C> value, boolean isWhole, ShellNode.Word written) {
        if (value.isPresent()) {
            carriedFrom.put(variable, written.to());
        }
        if (value.isPresent() || isWhole) {
            values.put(variable, value);
        }
    }

    /** Where the script last set a variable to what is carried; 0 where it did not. */
    int setAt(String variable) {
        return carriedFrom.has(variable) ? carriedFrom.get(variable) : 0;
    }

    /**
     * Sets the parameters.
     *
     * @param given the value of each, by its number
     * @return what they held before
     */
    Map<String, Optional<C>> parameters(IntFunction<Optional<C>> given) {
        Map<String, Optional<C>> next = new HashMap<>();
        Optional<C> any = Optional.empty();
        for (int i = 1; i <= PARAMETERS; i++) {
            Optional<C> value = given.apply(i);
            next.put(String.valueOf(i), value);
            any = any.isPresent() ? any : value;
        }
        next.put("@", any);
        next.put("*", any);
        Map<String, Optional<C>> before = new HashMap<>();
        for (String name : next.keySet()) {
            before.put(name, get(name));
        }
        next.forEach(values::put);
        return before;
    }

    /** Takes over what the variables of another script carry, but for its parameters. */
    void take(CarriedVariables<C> other) {
        for (Map.Entry<String, Optional<C>> each : other.values.all().entrySet()) {
            if (Character.isLetter(each.getKey().charAt(0)) || each.getKey().charAt(0) == '_') {
                values.put(each.getKey(), each.getValue());
            }
        }
    }

    /** Gives variables back what they held; null where they were not set. */
    void restore(Map<String, Optional<C>> before) {
        before.forEach((variable, value) -> {
            if (value == null) {
                values.remove(variable);
            } else {
                values.put(variable, value);
            }
        });
    }

    /** Goes into a shell of its own, which keeps what it sets to itself. */
    void beginShell() {
        values.begin();
        carriedFrom.begin();
    }

    /** Leaves it. */
    void endShell() {
        values.end();
        carriedFrom.end();
    }

    /** Moves the parameters. */
    void shift(int count) {
        for (int i = 1; i <= PARAMETERS; i++) {
            set(String.valueOf(i), get(String.valueOf(i + count)));
        }
    }
}
