package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.GradleCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.Optional;
import java.util.regex.Pattern;

/** A task of the project's own Gradle build whose name says that it publishes. */
final class OwnTask {

    /** {@code createMainRelease}, {@code uploadMacDist}, {@code releaseAll}; a variant that is built, as {@code assembleRelease}, is none. */
    private static final Pattern NAME = Pattern.compile(
            "(?:create|make|do|perform|run)[A-Z][A-Za-z0-9]{0,100}Release|createRelease|release(?:[A-Z][A-Za-z0-9]{0,100})?"
                    + "|(?:docker|image)?[uU]pload[A-Z][A-Za-z0-9]{0,100}|dockerUpload");

    /** What is sent to a service of development, or said of a release. */
    private static final Pattern OTHER = Pattern.compile(
            ".*(?:Coverage|Report|Mapping|Symbol|Source|Screenshot|Translation|String|Crowdin|Sonar|Test|Result|Cache|Log|Sentry|Notes"
                    + "|Version|Branch|Docs|Javadoc|Metrics|Pull).*");

    private OwnTask() {}

    /** The task of a call of Gradle. */
    static Optional<String> of(ShellCommand command) {
        Optional<GradleCommand> gradle = GradleCommand.of(command);
        if (gradle.isPresent() && gradle.get().publishing().isEmpty()) {
            for (String task : gradle.get().tasks()) {
                if (NAME.matcher(task).matches() && !OTHER.matcher(task).matches()) {
                    return Optional.of(task);
                }
            }
        }
        return Optional.empty();
    }
}
