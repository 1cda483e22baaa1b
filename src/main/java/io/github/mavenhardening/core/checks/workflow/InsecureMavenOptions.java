package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.launch.Definition;
import io.github.mavenhardening.core.launch.Effect;
import io.github.mavenhardening.core.launch.MavenArguments;
import io.github.mavenhardening.core.launch.TransferSwitches;
import io.github.mavenhardening.core.launch.Word;
import io.github.mavenhardening.core.shell.MavenCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.step.StepCommands;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds options and variables of a workflow by which Maven accepts downloads that it would refuse. */
@AutoService(Check.class)
@CheckInfo(
        id = "insecure-maven-options",
        title = "A workflow lets Maven accept downloads that it would refuse",
        severity = Severity.HIGH,
        sources = {
            "https://maven.apache.org/resolver/configuration.html",
            "https://maven.apache.org/wagon/wagon-providers/wagon-http/",
            "https://maven.apache.org/configure.html"
        })
public final class InsecureMavenOptions implements WorkflowCheck {

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        environment(workflow.env(), in);
    }

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        environment(job.env(), in);
    }

    @Override
    public void step(Step step, WorkflowContext in) {
        environment(step.env(), in);
        Set<String> found = new HashSet<>();
        for (ShellCommand command : StepCommands.of(step, in)) {
            Location place = in.at(StepCommands.span(step, command));
            if (MavenCommand.of(command).isPresent()) {
                List<Word> words = new ArrayList<>();
                for (String word : command.arguments()) {
                    words.add(new Word(word, place));
                }
                arguments(words, command.path(), found, in);
            }
            variables(command, place, found, in);
        }
    }

    /** Variables that are set before a command, or by one: {@code export}, {@code docker run -e}, a line for later steps. */
    private void variables(ShellCommand command, Location place, Set<String> found, WorkflowContext in) {
        for (Map.Entry<String, String> assignment : command.assignments().entrySet()) {
            if (MavenArguments.VARIABLES.contains(assignment.getKey())) {
                arguments(words(assignment.getValue(), place), assignment.getKey(), found, in);
            }
        }
        for (String word : command.arguments()) {
            int equals = word.indexOf('=');
            if (equals > 0 && MavenArguments.VARIABLES.contains(word.substring(0, equals))) {
                arguments(words(word.substring(equals + 1), place), word.substring(0, equals), found, in);
            }
        }
    }

    private void environment(NamedValues env, WorkflowContext in) {
        for (String variable : MavenArguments.VARIABLES) {
            Optional<NamedValues.Binding> binding = env.get(variable);
            if (binding.isPresent() && binding.get().text().isPresent()) {
                Location place = in.at(binding.get().name().span());
                arguments(words(binding.get().text().get(), place), variable, new HashSet<>(), in);
            }
        }
    }

    private static List<Word> words(String value, Location place) {
        List<Word> words = new ArrayList<>();
        for (Word word : Word.of(value)) {
            words.add(new Word(word.text(), place));
        }
        return words;
    }

    /**
     * What is given to Maven, or by way of a variable.
     *
     * @param where the command or the variable
     * @param found what has been found in the step: a switch that is given to each of its commands is one
     */
    private void arguments(List<Word> words, String where, Set<String> found, WorkflowContext in) {
        MavenArguments arguments = MavenArguments.of(words);
        for (Definition definition : arguments.definitions()) {
            Optional<Effect> effect = TransferSwitches.ofProperty(definition.name(), definition.value());
            if (effect.isPresent()) {
                report(effect.get(), definition.text(), where, definition.location(), found, in);
            }
        }
        for (MavenArguments.Option option : arguments.options()) {
            // Maven 3 only warns anyway, where neither POM nor settings say otherwise. The JVM has options of its own.
            boolean isOfMaven = where.equals(MavenArguments.OF_MAVEN) || !MavenArguments.VARIABLES.contains(where);
            if (isOfMaven && option.name().equals(TransferSwitches.LAX)) {
                Effect effect = Effect.medium(TransferSwitches.LAX_EFFECT);
                report(effect, option.text(), where, option.location(), found, in);
            }
        }
    }

    private void report(
            Effect effect, String what, String where, Location place, Set<String> found, WorkflowContext in) {
        if (found.add(where + ' ' + what)) {
            in.report(at(place)
                    .severity(effect.severity())
                    .message("'" + what + "' for '" + where + "' " + effect.text())
                    .remedy(
                            "Remove it; a repository with a certificate of one's own needs its issuer in the trust store"
                                    + " of the JDK that runs Maven")
                    .subject(where + ' ' + what));
        }
    }
}
