package io.github.mavenhardening.core.init;

import io.github.mavenhardening.core.insights.InsightsReader;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.posture.CodeownersReader;
import io.github.mavenhardening.core.posture.LicenseFiles;
import io.github.mavenhardening.core.posture.SecurityPolicy;
import io.github.mavenhardening.core.posture.UpdateBots;
import io.github.mavenhardening.core.source.Repository;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The starter files that a repository lacks, by the same rules as the checks that report them. */
public final class Starters {

    private Starters() {}

    /**
     * The files that are missing, in the order in which they are reported.
     *
     * @param folder the name of the repository's folder
     * @param today the day on which they are written, in UTC
     */
    public static List<StarterFile> missing(Repository repository, String folder, LocalDate today) {
        ProjectProfile project = ProjectProfile.of(repository, folder);
        List<StarterFile> files = new ArrayList<>();
        Optional<SecurityPolicy> policy = SecurityPolicy.find(repository);
        if (InsightsReader.find(repository).chosen().isEmpty()) {
            files.add(InsightsStarter.of(
                    project,
                    LicenseFiles.find(repository),
                    policy.map(SecurityPolicy::path).orElse(TextStarters.SECURITY_POLICY),
                    today));
        }
        if (policy.isEmpty()) {
            files.add(TextStarters.securityPolicy(project));
        }
        if (UpdateBots.find(repository).isEmpty()) {
            files.add(
                    mayUseDependabot(project, repository)
                            ? UpdateBotStarter.dependabot(repository)
                            : UpdateBotStarter.renovate());
        }
        if (CodeownersReader.find(repository).isEmpty()) {
            files.add(TextStarters.codeowners(project, repository));
        }
        if (PolicyFile.PATHS.stream().noneMatch(repository::isFile)) {
            files.add(TextStarters.policy(repository));
        }
        return List.copyOf(files);
    }

    /** GitHub alone has it, its enterprise servers included; where no forge is known it is the likeliest. */
    private static boolean mayUseDependabot(ProjectProfile project, Repository repository) {
        boolean github = project.isOnGitHub()
                || project.url().isEmpty()
                || !repository.filesIn(".github/workflows").isEmpty();
        return github && !project.isOnGitLab();
    }
}
