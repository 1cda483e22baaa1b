package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.network.NetworkProblem;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/** Why a file could not be downloaded, and from which repository, in words for the user. */
public final class DownloadProblem {

    /** Exceptions may lead back to themselves. */
    private static final int MAX_CAUSES = 16;

    private static final String REMEMBERED = "; Maven remembers that and asked nobody now, -U has it ask again";

    private DownloadProblem() {}

    /**
     * What to say of a file that could not be resolved.
     *
     * @return a sentence fragment that begins with {@link Unresolved#MISSING} where each repository says that it has no such file,
     *     else with {@link Unresolved#NOT_DOWNLOADED}
     */
    public static String reason(ArtifactResult result) {
        if (!result.isMissing()) {
            return Unresolved.NOT_DOWNLOADED
                    + in(result.getExceptions()).map(why -> ": " + why).orElse("");
        }
        Set<String> asked = new LinkedHashSet<>();
        boolean remembered = false;
        for (Exception each : result.getExceptions()) {
            if (each instanceof ArtifactTransferException missing
                    && missing.getRepository() != null
                    && !(missing.getCause() instanceof RepositoryOfflineException)) {
                asked.add(missing.getRepository().getId());
                remembered |= missing.isFromCache();
            }
        }
        String who = asked.isEmpty() ? "" : " (asked: " + Sanitizer.line(String.join(", ", asked)) + ")";
        return Unresolved.MISSING + who + (remembered ? REMEMBERED : "");
    }

    /** What stood in the way, and at which repository; empty where repositories just said that they have no such file. */
    public static Optional<String> in(Collection<? extends Throwable> problems) {
        for (Throwable problem : problems) {
            Throwable each = problem;
            // Silent: a cause that deep, or one that leads back, leaves the text without a cause, and never without a
            // problem.
            for (int depth = 0; each != null && depth < MAX_CAUSES; depth++) {
                if (each instanceof ArtifactTransferException transfer
                        && !(each instanceof ArtifactNotFoundException)) {
                    return Optional.of(text(transfer));
                }
                each = each instanceof ArtifactResolutionException several ? transferIn(several) : each.getCause();
            }
        }
        return Optional.empty();
    }

    /** One that failed, if any, of all that were asked for. */
    private static Throwable transferIn(ArtifactResolutionException several) {
        for (ArtifactResult result : several.getResults()) {
            for (Exception each : result.getExceptions()) {
                if (!(each instanceof ArtifactNotFoundException)) {
                    return each;
                }
            }
        }
        return null;
    }

    private static String text(ArtifactTransferException transfer) {
        String where =
                transfer.getRepository() == null ? "" : transfer.getRepository().getId() + ": ";
        return Sanitizer.line(where + NetworkProblem.text(transfer)) + (transfer.isFromCache() ? REMEMBERED : "");
    }
}
