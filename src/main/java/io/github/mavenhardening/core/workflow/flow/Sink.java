package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;

/**
 * A place where an outsider's text does harm.
 *
 * @param kind the harm
 * @param step the step
 * @param place where in the step
 * @param text what stands there, shortened
 * @param taint the text's way
 * @param privileged whether the run has the repository's rights
 * @param guarded whether the job asks for who set it off
 */
public record Sink(
        Kind kind, ReachedStep step, Location place, String text, Taint taint, boolean privileged, boolean guarded) {

    /** What harm is done. */
    public enum Kind {
        /** It is expanded into code, or a shell runs it. */
        CODE,
        /** It is an argument that may be an option, or a program of its command. */
        ARGUMENT,
        /** Its lines are outputs of the step. */
        OUTPUT,
        /** It decides which machine a request goes to. */
        HOST,
        /** An agent is asked it, or reads it by itself. */
        PROMPT,
        /** It lies in a file, which the sink's text names, where an agent works. */
        FILE
    }
}
