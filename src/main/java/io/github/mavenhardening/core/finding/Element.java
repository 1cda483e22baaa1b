package io.github.mavenhardening.core.finding;

import java.util.Optional;

/**
 * The element of a workflow or of the build that a finding is about, by the names that people give it in the files. What it
 * does not say, the finding is not about: one about a whole job has no step.
 *
 * @param job the job's key in its workflow
 * @param step the step's {@code id}
 * @param stepName the step's {@code name}, as written
 * @param uses what the step or the job uses, as written: {@code actions/checkout@v4}
 * @param coordinates {@code groupId:artifactId}, or {@code groupId:artifactId:version} where it is about one version
 */
public record Element(
        Optional<String> job,
        Optional<String> step,
        Optional<String> stepName,
        Optional<String> uses,
        Optional<String> coordinates) {

    /** Where a finding is about none of these. */
    public static final Element NONE =
            new Element(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether it says nothing. */
    public boolean isNone() {
        return job.isEmpty() && step.isEmpty() && stepName.isEmpty() && uses.isEmpty() && coordinates.isEmpty();
    }

    /**
     * An artifact.
     *
     * @param coordinates {@code groupId:artifactId}, also with a version at their end and what stands before it; of another
     *     text it is none
     */
    public static Element ofArtifact(String coordinates) {
        String[] parts = coordinates.split(":", -1);
        if (parts.length < 2 || parts.length > 5 || coordinates.indexOf('/') >= 0) {
            return NONE;
        }
        String version = parts.length == 2 ? "" : ":" + parts[parts.length - 1];
        return new Element(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(parts[0] + ":" + parts[1] + version));
    }
}
