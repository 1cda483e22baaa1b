package io.github.mavenhardening.core.workflow.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.io.IOException;

/** What tools of releases are set up to leave out, beside the inputs of their actions. */
final class ReleaseToolSettings {

    private static final String RELEASE_PLEASE = "release-please-config.json";

    private ReleaseToolSettings() {}

    /** Whether a step publishes nothing, though its action does by default. */
    static boolean leavesOut(ReachedStep reached, boolean isLoggedIn, Repository repository) {
        Step step = reached.step();
        if (step.usesAction("googleapis/release-please-action")) {
            return skipsReleases(step.uses().orElseThrow().with(), repository);
        }
        // A tag and a text, which its own input keeps from readers; files come by other steps.
        if (step.usesAction("actions/create-release")) {
            return Drafts.isOne(step);
        }
        // A draft of notes, which somebody else gives its files and publishes.
        if (step.usesAction("softprops/action-gh-release") || step.usesAction("ncipollo/release-action")) {
            NamedValues with = step.uses().orElseThrow().with();
            return with.text("draft").orElse("").equals("true")
                    && with.text("files").isEmpty()
                    && with.text("artifacts").isEmpty()
                    && with.text("artifact").isEmpty();
        }
        // Without a token it cannot make a release: it only builds, with a configuration that says so.
        return step.usesAction("goreleaser/goreleaser-action") && !isLoggedIn && !hasToken(reached);
    }

    /** Whether release-please only proposes the next version, or leaves its release to somebody else. */
    private static boolean skipsReleases(NamedValues with, Repository repository) {
        if (with.text("skip-github-release").orElse("").equals("true")) {
            return true;
        }
        String path = with.text("config-file").orElse(RELEASE_PLEASE);
        if (path.startsWith("/") || !repository.isFile(path)) {
            return false;
        }
        try {
            JsonNode config = Json.read(repository.read(path).text());
            // A draft of notes, as its own releases have no files.
            return config.path("skip-github-release").asBoolean(false)
                    || config.path("draft").asBoolean(false);
        } catch (UnreadableFileException | IOException e) {
            // Silent: what is not known to be left out is taken to be done.
            return false;
        }
    }

    private static boolean hasToken(ReachedStep reached) {
        return namesToken(reached.step().env())
                || namesToken(reached.job().env())
                || (reached.frame().entry().definition() instanceof Workflow workflow && namesToken(workflow.env()));
    }

    private static boolean namesToken(NamedValues env) {
        for (NamedValues.Binding variable : env.all()) {
            if (variable.name().value().endsWith("TOKEN")) {
                return true;
            }
        }
        return false;
    }
}
