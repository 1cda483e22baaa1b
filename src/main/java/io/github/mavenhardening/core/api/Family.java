package io.github.mavenhardening.core.api;

import java.util.Locale;

/** The family of a check: workflows, dependencies, Security Insights or posture. */
public enum Family {
    /** CI workflows and actions. */
    WORKFLOWS("workflows"),
    /** What the build used, against the lock. */
    DEPENDENCIES("dependencies"),
    /** The OpenSSF Security Insights file. */
    SECURITY_INSIGHTS("Security Insights"),
    /** What a checkout tells about how the rest of the repository is hardened. */
    POSTURE("posture");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    /** The name within a sentence. */
    public String title() {
        return title;
    }

    /** The name as a goal and a report's key has it: {@code security-insights}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
