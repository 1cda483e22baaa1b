package io.github.mavenhardening.core.workflow.release;

/**
 * Attestations that a build of an image has to attach, or to leave out.
 *
 * @see <a href="https://docs.docker.com/build/metadata/attestations/">Build attestations</a>
 */
final class Attestations {

    private Attestations() {}

    /** Whether those, a line each, switch that of the provenance off. */
    static boolean leaveProvenanceOut(String attestations) {
        for (String line : attestations.split("\n", -1)) {
            if (line.contains("type=provenance") && line.contains("disabled=true")) {
                return true;
            }
        }
        return false;
    }
}
