package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Held;
import java.util.Optional;

/** Where a program runs: what it finds there of the secrets of a job, and what becomes of those that it shows. */
abstract class ProgramPlace {

    private final JobSecrets job;
    private final ReachedStep reached;

    ProgramPlace(JobSecrets job, ReachedStep reached) {
        this.job = job;
        this.reached = reached;
    }

    /** What a variable of the environment holds. */
    Optional<Held> variable(String name) {
        return job.variable(name, reached);
    }

    /** The first secret among all of them. */
    final Optional<Held> anyVariable() {
        return job.anyVariable(reached);
    }

    /** What GitHub puts in place of the expressions in a text. */
    final Optional<Held> expression(String text) {
        return job.expression(text, reached);
    }

    /** What a file holds. */
    final Optional<Held> file(String name) {
        return job.files().held(name);
    }

    /** Takes in that an output of the step is set to a secret. */
    final void setOutput(String name, Held held) {
        job.setOutput(name, held, reached);
    }

    /** Takes in that a variable of later steps is. */
    final void setVariable(String name, Held held) {
        job.setVariable(
                name,
                held,
                new ShownSecret(held.secret(), held.form(), reached, reached.place(), name, Optional.empty()));
    }

    /** Takes in that the runner masks from now on what was made of a secret. */
    final void mask(Held held) {
        job.mask(held);
    }

    final void delete(String file) {
        job.files().delete(file);
    }

    /** Takes in that the program prints a secret, from one place of its text to another. */
    abstract void print(Held held, int from, int to);

    /** Takes in that it writes it to a file. */
    abstract void write(String file, Held held, int from, int to);
}
