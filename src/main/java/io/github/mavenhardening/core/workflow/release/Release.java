package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.PublishingCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A release: a step that publishes something.
 *
 * @param step the step
 * @param command the command that does it; empty when an action does
 * @param kind what it puts out
 * @param text what does it, for messages: {@code mvn deploy}, {@code softprops/action-gh-release}
 * @param isSure whether it is known to publish, and not only called like something that does
 */
public record Release(
        ReachedStep step, Optional<ShellCommand> command, PublishingCommand.Kind kind, String text, boolean isSure) {

    private static final Set<String> TO_RELEASES = Set.of(
            "actions/upload-release-asset",
            ReleaseScript.ACTION,
            "ncipollo/release-action",
            "softprops/action-gh-release",
            "svenstaro/upload-release-action");

    private static final List<String> TOKENS =
            List.of("GH_TOKEN", "GITHUB_TOKEN", "token", "repo_token", "github_token", "github-token");

    private static final Pattern TESTS =
            Pattern.compile("(?i).*/(?:[^/]*[-_.])?(?:tests?|e2e|perf|bench(?:mark)?s?|smoke)(?:[-_.][^/]*)?\\.ya?ml");

    /** Whether all that it takes is the token of the run: it puts files on the repository's own page of releases. */
    public boolean takesToken() {
        return (text.startsWith("gh release") || TO_RELEASES.contains(text)) && !isGivenAnother();
    }

    /** Whether the token is what a step before has fetched, an app's say. */
    private boolean isGivenAnother() {
        for (String name : TOKENS) {
            Optional<String> variable = step.step().env().text(name);
            Optional<String> input = step.step().input(name).map(YamlScalar::value);
            if (variable.orElse("").contains("steps.") || input.orElse("").contains("steps.")) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is an image of a workflow that tests, by the name of its file: only the runs of that workflow take it. */
    public boolean isOfTests() {
        return kind == PublishingCommand.Kind.IMAGE
                && TESTS.matcher(step.frame().entry().definition().path()).matches();
    }

    /** Where it does. */
    public Location place() {
        return command.isPresent() ? step.at(command.get()) : step.place();
    }
}
