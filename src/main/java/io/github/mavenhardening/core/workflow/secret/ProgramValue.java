package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.workflow.secret.ShownSecret.Form;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Held;
import java.util.Optional;

/**
 * What an expression of a program stands for.
 *
 * @param kind whether it is a text, a list, a file, or all variables of the environment
 * @param held the secret that it holds
 * @param text what it is, as far as the program says; {@code $NAME} stands for a variable of which nothing is known
 * @param name the variable that it was read from; may be empty
 */
record ProgramValue(Kind kind, Optional<Held> held, String text, String name) {

    enum Kind {
        TEXT,
        LIST,
        FILE,
        ENVIRONMENT
    }

    /** No expression at all. */
    static final ProgramValue NONE = of("");

    /** What nothing is known of. */
    static final ProgramValue UNKNOWN = of("$");

    /** Names of files are no longer. */
    private static final int LONGEST_TEXT = 300;

    static ProgramValue of(String text) {
        return new ProgramValue(Kind.TEXT, Optional.empty(), text, "");
    }

    static ProgramValue of(Optional<Held> held) {
        return held.isEmpty() ? UNKNOWN : new ProgramValue(Kind.TEXT, held, "$", "");
    }

    /** Whether there is no expression. */
    boolean isNone() {
        return text.isEmpty() && held.isEmpty();
    }

    /** Whether nothing is known of it. */
    boolean isUnknown() {
        return kind == Kind.TEXT && held.isEmpty() && text.equals("$");
    }

    /** The same under a name. */
    ProgramValue named(String other) {
        return new ProgramValue(kind, held, text, other);
    }

    ProgramValue as(Kind other) {
        return new ProgramValue(other, held, text, name);
    }

    /** The same after something was done to it. */
    ProgramValue as(Form form) {
        return new ProgramValue(kind, held.isPresent() ? Optional.of(held.get().as(form)) : held, text, name);
    }

    /** Both together. */
    ProgramValue with(ProgramValue other) {
        if (isNone()) {
            return other;
        }
        Optional<Held> both = held.isEmpty()
                ? other.held
                : other.held.isEmpty()
                        ? held
                        : Optional.of(held.get().as(other.held.get().form()));
        return new ProgramValue(
                kind == Kind.TEXT ? other.kind : kind,
                both,
                text.length() > LONGEST_TEXT ? text : text + other.text,
                other.held.isPresent() ? other.name : name);
    }
}
