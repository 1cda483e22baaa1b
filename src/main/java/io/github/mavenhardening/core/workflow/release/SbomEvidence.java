package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.BuildFilesReader;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.step.StepSearch;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Evidence that a repository generates a bill of materials (SBOM).
 *
 * @param isMade whether an action, a script, a POM or a build file does
 * @param mayBeInherited whether a POM has a parent elsewhere, which may do so unseen
 */
public record SbomEvidence(boolean isMade, boolean mayBeInherited) {

    private static final List<String> MAKERS = List.of("cyclonedx", "syft", "cdxgen", "sbom", "spdx", "bom generate");
    private static final List<String> PLUGINS =
            List.of("org.cyclonedx:cyclonedx-maven-plugin", "org.spdx:spdx-maven-plugin");
    private static final Pattern BUILD_FILE = Pattern.compile(
            "(.*/)?(build\\.gradle(\\.kts)?|settings\\.gradle(\\.kts)?|libs\\.versions\\.toml|\\.?goreleaser\\.ya?ml|jreleaser\\.ya?ml"
                    + "|jreleaser\\.toml|package\\.json|\\.ko\\.yaml)");
    private static final int BUILD_FILE_LIMIT = 200;

    /** What the repository shows, worked out once. */
    public static SbomEvidence of(Definitions definitions, Repository repository) {
        return definitions.known(SbomEvidence.class, definitions, () -> {
            BuildFiles files = BuildFilesReader.everyPom(repository);
            boolean made = StepSearch.has(ActionTerms.SBOM, definitions)
                    || StepSearch.hasInScript(MAKERS, definitions)
                    || files.runsAny(PLUGINS)
                    || isInBuildFile(repository);
            return new SbomEvidence(
                    made,
                    files.poms().stream()
                            .anyMatch(pom -> pom.root().child("parent").isPresent()));
        });
    }

    private static boolean isInBuildFile(Repository repository) {
        // Silent: what is beyond the limit is not evidence, so that a finding stands.
        return repository.files().stream()
                .filter(path -> BUILD_FILE.matcher(path).matches())
                .limit(BUILD_FILE_LIMIT)
                .anyMatch(path -> {
                    try {
                        return StepSearch.holds(repository.read(path).text(), MAKERS);
                    } catch (UnreadableFileException e) {
                        // Silent: what cannot be read is not evidence, so that a finding stands.
                        return false;
                    }
                });
    }
}
