package io.github.mavenhardening.core.lock.change;

import java.util.Locale;

/** What a reviewer has to look at, the worst first. */
public enum Concern {
    /** The lock, or what is recorded beside it, is gone. */
    LOCK("lock"),
    /** A file of the same version is another one: whoever published it, or serves it, exchanged it. */
    BYTES("other bytes"),
    /** Somebody else signed, or nobody, or somebody else may. */
    SIGNER("signer"),
    /** The coordinates look like those of a well-known artifact. */
    LOOKALIKE("lookalike"),
    /** It came from another repository. */
    ORIGIN("origin"),
    /** It runs when the build runs. */
    POWER("runs in the build"),
    /** It holds machine code. */
    NATIVE("native code"),
    /** Its licence is another. */
    LICENCE("licence"),
    /** It is very young, or older than what it replaces. */
    AGE("age");

    private final String label;

    Concern(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** For programs. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
