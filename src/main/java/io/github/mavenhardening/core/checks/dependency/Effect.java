package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.finding.Severity;

/**
 * The effect of a switch on a build's verification.
 *
 * @param text the end of a sentence that begins with the switch
 * @param severity how bad that is
 */
record Effect(String text, Severity severity) {

    static Effect high(String text) {
        return new Effect(text, Severity.HIGH);
    }

    static Effect medium(String text) {
        return new Effect(text, Severity.MEDIUM);
    }
}
