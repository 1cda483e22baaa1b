package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;

/**
 * A check: one rule. A check implements the interface of what it looks at (each family has its own, which extends this one),
 * carries {@link CheckInfo}, has a public constructor without parameters, and keeps no state: it is handed to several threads.
 *
 * <p>Checks are found by {@link java.util.ServiceLoader}, ours and those of a jar among the plugin's {@code <dependencies>}
 * alike; {@code @AutoService(Check.class)} registers one.
 */
public interface Check {

    /**
     * The check's metadata.
     *
     * @throws IllegalStateException when the class carries none
     */
    default CheckInfo info() {
        CheckInfo info = getClass().getAnnotation(CheckInfo.class);
        if (info == null) {
            throw new IllegalStateException(getClass().getName() + " carries no @CheckInfo");
        }
        return info;
    }

    /** The family whose audit runs it: that of the interface that it implements. */
    Family family();

    /** Starts a finding of this check at that place, with the severity, confidence and persona of its metadata. */
    default Finding.Builder at(Location location) {
        CheckInfo info = info();
        return Finding.of(info.id(), info.severity(), location)
                .confidence(info.confidence())
                .persona(info.persona());
    }
}
