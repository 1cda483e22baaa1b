package io.github.mavenhardening.core.workflow.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.shell.Runners;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a project's own files say about the provenance of what npm and the like publish: {@code publishConfig} of
 * {@code package.json}, {@code .npmrc}, yarn's settings.
 *
 * @see <a href="https://docs.npmjs.com/generating-provenance-statements">Generating provenance statements</a>
 */
final class NpmProvenance {

    private static final Set<String> ACTIONS = Set.of(
            "changesets/action", "JS-DevTools/npm-publish", "cycjimmy/semantic-release-action", "mikeal/merge-release");
    private static final Pattern NPMRC = Pattern.compile("(?m)^[ \\t]*provenance[ \\t]*=[ \\t]*(true|false)[ \\t]*$");
    private static final Pattern YARN = Pattern.compile("(?m)^npmPublishProvenance:[ \\t]*(true|false)\\b");
    /** So many packages of a workspace are asked. */
    private static final int PACKAGES = 200;

    private NpmProvenance() {}

    /** Whether a release attaches it by the files of the project; empty where none says anything, or npm is not what publishes. */
    static Optional<Boolean> of(Release release, Repository repository) {
        if (!isByNpm(release)) {
            return Optional.empty();
        }
        Definitions definitions = release.step().definitions();
        Map<String, Optional<Boolean>> known =
                definitions.known(NpmProvenance.class, definitions, ConcurrentHashMap::new);
        String folder = ProjectScripts.folder(release.step());
        Optional<Boolean> said = known.get(folder);
        if (said == null) {
            said = in(folder, repository);
            known.put(folder, said);
        }
        return said;
    }

    private static Optional<Boolean> in(String folder, Repository repository) {
        String in = folder.isEmpty() ? "" : folder + "/";
        Optional<Boolean> said = ofPackage(in + "package.json", repository)
                .or(() -> setting(in + ".npmrc", NPMRC, repository))
                .or(() -> setting(".npmrc", NPMRC, repository))
                .or(() -> setting(in + ".yarnrc.yml", YARN, repository));
        return said.isPresent() ? said : ofPackages(repository);
    }

    /** Whether npm publishes it, or what calls npm. */
    static boolean isByNpm(Release release) {
        if (release.command().isPresent()) {
            return LocalRegistry.NODE.contains(
                    Runners.inner(release.command().get()).name());
        }
        Step step = release.step().step();
        for (String action : ACTIONS) {
            if (step.usesAction(action)) {
                return true;
            }
        }
        return false;
    }

    /** True where a package of a workspace says so. */
    private static Optional<Boolean> ofPackages(Repository repository) {
        int left = PACKAGES;
        for (String path : repository.files()) {
            if (path.endsWith("/package.json")) {
                // Silent: what is beyond the limit is not evidence, so that a finding stands.
                if (left-- == 0) {
                    return Optional.empty();
                }
                if (ofPackage(path, repository).equals(Optional.of(true))) {
                    return Optional.of(true);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Boolean> ofPackage(String path, Repository repository) {
        if (!repository.isFile(path)) {
            return Optional.empty();
        }
        try {
            JsonNode said = Json.read(repository.read(path).text())
                    .path("publishConfig")
                    .path("provenance");
            return said.isBoolean() ? Optional.of(said.booleanValue()) : Optional.empty();
        } catch (UnreadableFileException | IOException e) {
            // Silent: what cannot be read is not evidence, so that a finding stands.
            return Optional.empty();
        }
    }

    private static Optional<Boolean> setting(String path, Pattern pattern, Repository repository) {
        if (!repository.isFile(path)) {
            return Optional.empty();
        }
        try {
            Matcher said = pattern.matcher(repository.read(path).text());
            return said.find() ? Optional.of(said.group(1).equals("true")) : Optional.empty();
        } catch (UnreadableFileException e) {
            // Silent: what cannot be read is not evidence, so that a finding stands.
            return Optional.empty();
        }
    }
}
