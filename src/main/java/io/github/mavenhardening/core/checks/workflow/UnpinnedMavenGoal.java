package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.BuildFilesReader;
import io.github.mavenhardening.core.pom.Declaration;
import io.github.mavenhardening.core.shell.MavenCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.step.StepCommands;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds plugins that Maven's command line names by their coordinates, without a version or at one that moves. */
@AutoService(Check.class)
@CheckInfo(
        id = "unpinned-maven-goal",
        title = "A command runs whatever release of a Maven plugin is the newest",
        severity = Severity.MEDIUM,
        confidence = Confidence.MEDIUM,
        sources = {
            "https://maven.apache.org/guides/introduction/introduction-to-plugin-prefix-mapping.html",
            "https://maven.apache.org/guides/mini/guide-configuring-plugins.html"
        })
public final class UnpinnedMavenGoal implements WorkflowCheck {

    /** {@code groupId:artifactId:goal}, or with the version before the goal; the execution behind {@code @} says nothing of it. */
    private static final Pattern GOAL = Pattern.compile(
            "([A-Za-z][\\w.-]{0,200}:[A-Za-z][\\w.-]{0,200})(?::([^:\\s@]{1,100}))?:[A-Za-z][\\w-]{0,100}(?:@.{1,100})?");

    private static final Pattern MOVING = Pattern.compile("LATEST|RELEASE|.*-SNAPSHOT");

    @Override
    public void step(Step step, WorkflowContext in) {
        Set<String> found = new HashSet<>();
        for (ShellCommand command : StepCommands.of(step, in)) {
            if (MavenCommand.of(command).isPresent()) {
                for (String word : command.arguments()) {
                    Matcher goal = GOAL.matcher(word);
                    if (goal.matches() && isLoose(goal, in) && found.add(word)) {
                        report(word, goal, command, step, in);
                    }
                }
            }
        }
    }

    private static boolean isLoose(Matcher goal, WorkflowContext in) {
        if (goal.group(2) != null) {
            return MOVING.matcher(goal.group(2)).matches();
        }
        // Where a POM of the repository gives the plugin a version, Maven takes that.
        for (Declaration declaration : poms(in).declared(goal.group(1))) {
            if (declaration.isPlugin() && declaration.version().isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static BuildFiles poms(WorkflowContext in) {
        return in.definitions()
                .known(
                        UnpinnedMavenGoal.class,
                        in.definitions(),
                        () -> BuildFilesReader.everyPom(in.run().repository()));
    }

    private void report(String word, Matcher goal, ShellCommand command, Step step, WorkflowContext in) {
        boolean isNamed = goal.group(2) != null;
        boolean isElsewhere = !isNamed && poms(in).poms().isEmpty();
        in.report(at(in.at(StepCommands.span(step, command)))
                .confidence(isElsewhere ? Confidence.LOW : info().confidence())
                .message("'" + word + "' runs the newest "
                        + (isNamed && word.contains("-SNAPSHOT") ? "build" : "release")
                        + " of its plugin, whatever that is by then: "
                        + (isNamed
                                ? "'" + goal.group(2) + "' is not a fixed version"
                                : "neither the command nor a POM of the repository names a version"))
                .remedy("Put the version before the goal ('" + goal.group(1)
                        + ":VERSION:…'), or declare the plugin with its version in the POM")
                .subject(word));
    }
}
