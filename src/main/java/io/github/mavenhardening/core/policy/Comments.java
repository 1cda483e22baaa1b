package io.github.mavenhardening.core.policy;

/** Which comments in files may take findings back, from all to none: a later one asks for more. */
public enum Comments {
    ALLOWED,
    WITH_REASON,
    FORBIDDEN
}
