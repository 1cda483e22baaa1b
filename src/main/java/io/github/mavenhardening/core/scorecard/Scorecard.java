package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.source.Repository;
import java.util.List;
import java.util.function.Consumer;

/**
 * An estimate of Scorecard's checks that are decided from files. Scorecard itself asks the forge, too: for an organisation's
 * security policy, for the commits of bots, for checks on pull requests, for OSS-Fuzz.
 *
 * @param scores sorted by the checks' names
 */
public record Scorecard(List<Score> scores) {

    public Scorecard {
        scores = List.copyOf(scores);
    }

    /**
     * Of that repository, read now.
     *
     * @param gaps gets what the estimate leaves out, a sentence each
     */
    public static Scorecard of(Repository repository, Consumer<String> gaps) {
        RepositoryView view = RepositoryView.of(repository);
        Scorecard scorecard = new Scorecard(List.of(
                BinaryArtifactsScore.of(view),
                DangerousWorkflowScore.of(view),
                DependencyUpdateToolScore.of(view),
                FuzzingScore.of(view),
                LicenseScore.of(view),
                PinnedDependenciesScore.of(view),
                SastScore.of(view),
                SecurityPolicyScore.of(view),
                TokenPermissionsScore.of(view)));
        view.gaps().forEach(gaps);
        return scorecard;
    }
}
