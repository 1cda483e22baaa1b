package io.github.mavenhardening.core.checks.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Step;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cache that {@code actions/setup-node} has by itself: only where the {@code package.json} at the root names a package manager,
 * which from version 6 on must be npm.
 *
 * @see <a href="https://github.com/actions/setup-node#usage">setup-node: usage</a>
 */
final class NodeCache {

    private static final String MANIFEST = "package.json";
    /** The last version that has a cache for every package manager. */
    private static final int ANY_MANAGER = 5;

    private static final Pattern NPM = Pattern.compile("\\^?npm(?:@.*)?");

    private NodeCache() {}

    /** Whether a step's cache depends on that file alone, and the file does not ask for it. */
    static boolean isIdle(Step step, Optional<Integer> version, Repository repository) {
        boolean byItself = step.usesAction("actions/setup-node")
                && step.input("cache").isEmpty()
                // Nothing is known of a repository without files.
                && !repository.files().isEmpty();
        if (!byItself) {
            return false;
        }
        if (!repository.isFile(MANIFEST)) {
            return true;
        }
        try {
            JsonNode manifest = Json.read(repository.read(MANIFEST).text());
            JsonNode declared = manifest.path("devEngines").path("packageManager");
            List<String> named = List.of(
                    manifest.path("packageManager").asText(),
                    declared.path("name").asText(),
                    declared.path(0).path("name").asText());
            boolean any = version.isPresent() && version.get() <= ANY_MANAGER;
            return named.stream().noneMatch(any ? name -> !name.isEmpty() : NPM.asMatchPredicate());
        } catch (UnreadableFileException | IOException e) {
            // Silent: what cannot be read may ask for it, so that the finding stands.
            return false;
        }
    }
}
