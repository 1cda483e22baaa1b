package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.code.ShellWalk;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.Optional;

/**
 * A secret that a job shows.
 *
 * @param secret its name in upper case; {@code *} where it may be any
 * @param form in which form
 * @param step the step that shows it, or that writes it to a file
 * @param place where the step does
 * @param command what shows it, as it is written
 * @param upload where the file is put where others read it, with what is done as its label; empty where the log shows it, or an image that is pushed
 */
public record ShownSecret(
        String secret, Form form, ReachedStep step, Location place, String command, Optional<Location> upload) {

    /** Forms of a secret, the one that the runner masks first. */
    public enum Form {
        /** As it is stored. */
        WHOLE,
        /** A part of it, or with characters changed. */
        PART,
        /** In another encoding, from which anyone gets it back. */
        ENCODED,
        /** As another store than GitHub's gave it, which the runner does not know. */
        FETCHED,
        /** As an argument of the build of an image that is pushed. */
        IN_IMAGE,
        /** In a text that is put on the forge, where nothing is masked. */
        POSTED,
        /** Sent to another machine without encryption. */
        IN_CLEAR,
        /** In a variable, an input or a script, which the log shows before a step runs. */
        AT_HEAD
    }

    /** What a command of a script shows, in which a word stands. */
    static ShownSecret by(ShellWalk<Held, ?> script, Held held, ShellNode.Word word) {
        return new ShownSecret(
                held.secret(),
                held.form(),
                script.reached,
                script.at(word),
                ShellWalk.shortened(word),
                Optional.empty());
    }

    /** The same in a file that is put where others read it. */
    ShownSecret uploadedAt(Location place) {
        return new ShownSecret(secret, form, step, this.place, command, Optional.of(place));
    }

    /** The same in another form. */
    ShownSecret as(Form other) {
        return new ShownSecret(secret, other, step, place, command, upload);
    }

    /** A secret that a value holds. */
    record Held(String secret, Form form) {

        /** The same after something was done to it. */
        Held as(Form other) {
            return other.compareTo(form) > 0 ? new Held(secret, other) : this;
        }
    }
}
