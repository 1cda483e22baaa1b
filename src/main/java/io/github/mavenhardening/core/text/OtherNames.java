package io.github.mavenhardening.core.text;

import java.util.Set;

/** A value that other tools, or users, call by another name: where that is written, an error says which value is meant. */
public interface OtherNames {

    /** The other names, in lower case. */
    Set<String> otherNames();
}
