package io.github.mavenhardening.core.launch;

import io.github.mavenhardening.core.finding.Severity;

/**
 * The effect of a switch on a build's verification.
 *
 * @param text the end of a sentence that begins with the switch
 * @param severity how bad that is
 */
public record Effect(String text, Severity severity) {

    /** One that lets something unverified into the build. */
    public static Effect high(String text) {
        return new Effect(text, Severity.HIGH);
    }

    /** One that does so only together with something else, or has its reasons. */
    public static Effect medium(String text) {
        return new Effect(text, Severity.MEDIUM);
    }
}
