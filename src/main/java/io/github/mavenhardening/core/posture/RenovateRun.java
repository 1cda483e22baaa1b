package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.Optional;
import java.util.Set;

/**
 * A workflow that runs Renovate itself, which may have its configuration in a file of any name.
 *
 * @param path the workflow
 * @param configuration the file that it names; empty where it names none
 * @see <a href="https://github.com/renovatebot/github-action#configurationfile">renovatebot/github-action: configurationFile</a>
 */
record RenovateRun(String path, Optional<String> configuration) {

    private static final String NAME = "renovate";
    private static final String VARIABLE = "RENOVATE_CONFIG_FILE";
    private static final Set<String> LAUNCHERS = Set.of("npx", "bunx", "pnpm", "yarn", "npm", "docker", "podman");
    private static final Set<String> FETCHING = Set.of("install", "i", "ci", "add", "pull", "build", "push", "tag");

    /** The first of a repository; empty when none of its workflows runs Renovate. */
    static Optional<RenovateRun> find(Repository repository) {
        for (String path : repository.filesIn(DefinitionKind.WORKFLOW_FOLDER)) {
            Optional<RenovateRun> run = DefinitionKind.ofPath(path).equals(Optional.of(DefinitionKind.WORKFLOW))
                    ? read(repository, path)
                    : Optional.empty();
            if (run.isPresent()) {
                return run;
            }
        }
        return Optional.empty();
    }

    private static Optional<RenovateRun> read(Repository repository, String path) {
        try {
            SourceFile source = repository.read(path);
            return source.text().contains(NAME)
                    ? of((Workflow) DefinitionKind.WORKFLOW.read(source), path)
                    : Optional.empty();
        } catch (UnreadableFileException e) {
            // Silent: unreadable-workflow reports it, and it runs nothing.
            return Optional.empty();
        }
    }

    private static Optional<RenovateRun> of(Workflow workflow, String path) {
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob normal) {
                for (Step step : normal.liveSteps()) {
                    Optional<String> named = named(step, normal, workflow);
                    if (step.body() instanceof Step.UsesAction action
                            && action.uses().uses() instanceof Uses.Repository used
                            && used.isAction("renovatebot/github-action")) {
                        Optional<String> input = action.with().text("configurationFile");
                        return Optional.of(new RenovateRun(path, input.isPresent() ? input : named));
                    }
                    if (step.body() instanceof Step.RunScript script
                            && script.script().value().contains(NAME)) {
                        Optional<RenovateRun> run = of(script, named, path);
                        if (run.isPresent()) {
                            return run;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<RenovateRun> of(Step.RunScript script, Optional<String> named, String path) {
        for (ShellCommand command :
                ShellScript.of(script.script().value(), Shell.POSIX).commands()) {
            if (runs(command)) {
                String own = command.assignments().getOrDefault(VARIABLE, "");
                return Optional.of(new RenovateRun(path, own.isEmpty() ? named : Optional.of(own)));
            }
        }
        return Optional.empty();
    }

    private static boolean runs(ShellCommand command) {
        if (command.name().equals(NAME)) {
            return !command.has("--version") && !command.has("--help");
        }
        if (!LAUNCHERS.contains(command.name()) || FETCHING.contains(command.operand(0))) {
            return false;
        }
        for (String word : command.arguments()) {
            String name = word.substring(word.lastIndexOf('/') + 1).split("[@:]", 2)[0];
            if (name.equals(NAME)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> named(Step step, NormalJob job, Workflow workflow) {
        for (NamedValues values : new NamedValues[] {step.env(), job.env(), workflow.env()}) {
            Optional<String> value = values.text(VARIABLE);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** The settings, where they stand in a file of the repository that can be read; empty where they are not known here. */
    Optional<Renovate> settings(Repository repository) {
        String file = configuration.orElse("").strip();
        file = file.startsWith("./") ? file.substring(2) : file;
        if (!file.matches("[A-Za-z0-9._/-]+\\.(?:json5?|jsonc)") || !repository.isFile(file)) {
            // Silent: then update-bot says that the settings are not known.
            return Optional.empty();
        }
        Renovate settings = Renovate.read(repository, file, Optional.empty());
        return settings.root().isPresent() ? Optional.of(settings) : Optional.empty();
    }
}
