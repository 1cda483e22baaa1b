package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.PublishingCommand;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import java.util.Set;

/** What a statement, of provenance or of contents, is about. */
enum Subject {
    /** A container image. */
    IMAGE,
    /** Files: packages, or those of a release. */
    FILES,
    /** One that only a run knows. */
    ANY;

    /** Whether it may be about what is put out. */
    boolean covers(PublishingCommand.Kind kind) {
        return this == ANY || (this == IMAGE) == (kind == PublishingCommand.Kind.IMAGE);
    }

    /** Whether one of them may. */
    static boolean cover(Set<Subject> subjects, PublishingCommand.Kind kind) {
        for (Subject subject : subjects) {
            if (subject.covers(kind)) {
                return true;
            }
        }
        return false;
    }

    /** What an action's step attests, by the inputs that name it: an image has a name and a digest, a file a path. */
    static Subject of(Step step) {
        if (step.uses().isEmpty()) {
            return ANY;
        }
        NamedValues with = step.uses().get().with();
        if (with.get("subject-path").isPresent()
                || with.get("subject-checksums").isPresent()) {
            return FILES;
        }
        return with.get("push-to-registry").isPresent()
                        || with.get("subject-digest").isPresent()
                ? IMAGE
                : ANY;
    }

    /**
     * What a call of a known generator attests.
     *
     * @param name the generator, in lower case; Docker's builds an image, or files where its output is to be local
     */
    static Subject of(String name, ReusableWorkflowCall generator) {
        if (name.startsWith("slsa-framework/")) {
            return name.contains("/generator_container") ? IMAGE : FILES;
        }
        return switch (generator.with().text("output").orElse("")) {
            case "image" -> IMAGE;
            case "local" -> FILES;
            default -> ANY;
        };
    }
}
