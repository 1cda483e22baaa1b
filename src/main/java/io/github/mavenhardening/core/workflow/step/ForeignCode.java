package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Code in a job that is neither the repository's nor GitHub's: actions and images of others, what package managers install and
 * run, downloads. The repository's own build is its own, with the plugins that its files name.
 */
public final class ForeignCode {

    private static final Set<String> GITHUB = Set.of("actions", "github");

    /** Programs that run packages, by name, or whatever an image holds. */
    private static final Set<String> RUNNING = Set.of(
            "npx", "pnpx", "bunx", "uvx", "pipx", "docker-compose", "act", "nix", "conda", "mamba", "pre-commit");
    /** By program, the sub-commands that run what packages or images bring along. */
    private static final Set<String> INSTALLING = Set.of(
            "npm ci",
            "npm install",
            "npm i",
            "npm add",
            "npm exec",
            "npm x",
            "npm clean-install",
            "npm update",
            "npm rebuild",
            "npm install-test",
            "npm it",
            "npm cit",
            "pnpm install",
            "pnpm i",
            "pnpm add",
            "pnpm dlx",
            "pnpm update",
            "yarn",
            "yarn install",
            "yarn add",
            "yarn dlx",
            "yarn global",
            "bun install",
            "bun i",
            "bun add",
            "bun x",
            "deno install",
            "pip install",
            "pip wheel",
            "uv sync",
            "uv pip",
            "uv add",
            "uv tool",
            "uv run",
            "poetry install",
            "poetry add",
            "pdm install",
            "pdm sync",
            "pdm add",
            "hatch run",
            "pipenv install",
            "pipenv sync",
            "gem install",
            "bundle install",
            "bundle update",
            "bundle add",
            "composer install",
            "composer update",
            "composer require",
            "composer global",
            "cargo install",
            "cargo binstall",
            "go install",
            "dotnet tool",
            "docker run",
            "docker build",
            "docker buildx",
            "docker compose",
            "docker create",
            "podman run",
            "podman build",
            "nerdctl run",
            "buildah bud",
            "helm plugin",
            "gh extension",
            "gh run");

    private static final Pattern MODULE_ELSEWHERE = Pattern.compile("[\\w.-]{1,253}/.{1,500}@.{1,100}");
    private static final Pattern PIP = Pattern.compile("pip3?(?:\\.\\d{1,2})?");
    private static final Pattern PYTHON = Pattern.compile("(?:python|py)(?:3(?:\\.\\d{1,2})?)?");

    private ForeignCode() {}

    /** Whether steps of a job may run it. */
    public static boolean mayRun(
            List<ReachedStep> steps, WorkflowPosition in, Definitions definitions, Repository repository) {
        List<Step> scripts = new ArrayList<>();
        for (ReachedStep reached : steps) {
            Step step = reached.step();
            if (step.uses().isPresent() && isForeign(step.uses().get().uses(), definitions)) {
                return true;
            }
            for (ShellCommand command : ProjectScripts.commands(reached, definitions, repository)) {
                if (bringsAlong(command)) {
                    return true;
                }
            }
            if (step.run().isPresent()) {
                scripts.add(step);
            }
        }
        return !Downloads.executed(scripts, in, repository).isEmpty();
    }

    /** What is not found may be of anyone. */
    private static boolean isForeign(UsesReference reference, Definitions definitions) {
        Optional<Uses.Repository> repository = reference.repository();
        return repository.isPresent()
                ? !GITHUB.contains(repository.get().owner().toLowerCase(Locale.ROOT))
                : definitions.own(reference.uses()).isEmpty();
    }

    private static boolean bringsAlong(ShellCommand command) {
        String name = command.name();
        if (PYTHON.matcher(name).matches() && command.arguments().indexOf("-m") >= 0) {
            return command.has("pip") && command.has("install");
        }
        if (PIP.matcher(name).matches()) {
            name = "pip";
        }
        String verb = command.operand(0);
        boolean runsModule = name.equals("go")
                && verb.equals("run")
                && MODULE_ELSEWHERE.matcher(command.operand(1)).matches();
        boolean installs = INSTALLING.contains(verb.isEmpty() ? name : name + " " + verb);
        return runsModule || RUNNING.contains(name) || (installs && !command.has("--ignore-scripts"));
    }
}
