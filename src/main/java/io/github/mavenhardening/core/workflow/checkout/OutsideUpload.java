package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.expression.Fence;

/**
 * An artifact that a job leaves for others of its run after it brought in an outsider's code.
 *
 * @param job the job
 * @param name the artifact's name, as it is written
 * @param isArtifact whether another run left the code; else it is checked out
 * @param source where the code is brought in
 * @param place where it is uploaded
 */
public record OutsideUpload(NormalJob job, String name, boolean isArtifact, Location source, Location place) {

    /** Whether a name, which may hold expressions, or a pattern may be that of the artifact. */
    boolean mayBe(String other) {
        String own = known(name);
        String wanted = known(other);
        boolean isOpen = wanted.length() < other.length();
        boolean isOwnOpen = own.length() < name.length();
        return own.equals(wanted) || (isOpen && own.startsWith(wanted)) || (isOwnOpen && wanted.startsWith(own));
    }

    /** What stands before the first expression or wildcard. */
    private static String known(String text) {
        int end = text.length();
        for (String open : new String[] {Fence.OPEN, "*", "?", "["}) {
            int at = text.indexOf(open);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return text.substring(0, end);
    }
}
