package io.github.mavenhardening.core.source;

import java.util.Optional;

/** A setting that names what the change at hand is compared with. */
public interface NamedBase {

    /** A branch, tag or commit; empty where the setting names none. */
    Optional<String> base();
}
