package io.github.mavenhardening.core.finding;

import java.util.Locale;

/**
 * The persona that wants to see a finding, as zizmor uses the word: each persona sees its own findings and those of the ones
 * before.
 *
 * @see <a href="https://docs.zizmor.sh/usage/#using-personas">zizmor: personas</a>
 */
public enum Persona {
    /** Everyone: worth acting on. */
    REGULAR,
    /** Those who want code smells too. */
    PEDANTIC,
    /** Those who look at everything that could be a problem, noise included. */
    AUDITOR;

    /** The name as users write it: {@code pedantic}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this persona wants a finding that is meant for the given one. */
    public boolean sees(Persona meantFor) {
        return meantFor.compareTo(this) <= 0;
    }
}
