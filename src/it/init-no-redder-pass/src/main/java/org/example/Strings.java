package org.example;

/** Text that is empty. */
public final class Strings {
    private Strings() {}
}
