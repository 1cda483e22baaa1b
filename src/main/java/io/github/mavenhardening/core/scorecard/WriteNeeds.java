package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The permissions to write that a workflow is known to need: what its jobs publish, release or upload tells.
 *
 * @param names those of {@code packages}, {@code contents} and {@code security-events}
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/raw/permissions.go">Scorecard: createIgnoredPermissions</a>
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/fileparser/github_workflow.go">Scorecard:
 *     IsPackagingWorkflow</a>
 */
record WriteNeeds(Set<String> names) {

    private static final Pattern CONTINUED = Pattern.compile("\\\\\r?\n");

    private static final List<String> SARIF =
            List.of("github/codeql-action/analyze", "github/codeql-action/upload-sarif", "ossf/scorecard-action");

    /** What all the steps of which a job has show that it publishes packages. */
    private static final List<List<Trait>> PUBLISHING = List.of(
            List.of(uses("actions/setup-node", "registry-url"), runs("npm.*publish")),
            List.of(uses("actions/setup-java"), runs("mvn.*deploy")),
            List.of(uses("actions/setup-java"), runs("gradle.*publish")),
            List.of(runs("gem.*push")),
            List.of(runs("nuget.*push")),
            List.of(runs("docker.*push")),
            List.of(uses("docker/build-push-action")),
            List.of(uses("pypa/gh-action-pypi-publish")),
            List.of(uses("relekang/python-semantic-release")),
            List.of(uses("actions/setup-go"), uses("goreleaser/goreleaser-action")),
            List.of(runs("cargo.*publish")),
            List.of(uses("imjasonh/setup-ko"), uses("ko-build/setup-ko")));

    /** What shows that it writes to the repository: releases, tags, pages. */
    private static final List<List<Trait>> RELEASING = List.of(
            List.of(uses("relekang/python-semantic-release")),
            List.of(uses("actions/setup-go"), uses("goreleaser/goreleaser-action")),
            List.of(uses("slsa-framework/slsa-github-generator/.github/workflows/builder_go_slsa3.yml")),
            List.of(uses("slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml")),
            List.of(runs("mvn.*release:prepare")),
            List.of(runs("(?:npx|pnpm|yarn).*semantic-release")),
            List.of(uses("peaceiris/actions-gh-pages")));

    WriteNeeds {
        names = Set.copyOf(names);
    }

    static WriteNeeds of(Workflow workflow) {
        Set<String> names = new HashSet<>();
        for (Job job : workflow.jobs()) {
            List<Step> steps = RepositoryView.steps(job).toList();
            if (hasAny(PUBLISHING, job, steps)) {
                names.add("packages");
            }
            if (hasAny(RELEASING, job, steps)) {
                names.add("contents");
            }
            if (steps.stream().anyMatch(WriteNeeds::uploadsSarif)) {
                names.add("security-events");
            }
        }
        return new WriteNeeds(names);
    }

    private static boolean uploadsSarif(Step step) {
        return step.uses()
                .map(action -> action.uses().text().split("@", 2)[0])
                .filter(SARIF::contains)
                .isPresent();
    }

    private static boolean hasAny(List<List<Trait>> kinds, Job job, List<Step> steps) {
        return kinds.stream()
                .anyMatch(traits -> traits.stream()
                        .allMatch(
                                trait -> trait.isCalledBy(job) || steps.stream().anyMatch(trait::isOf)));
    }

    private static Trait uses(String action) {
        return new Trait(action, "", Optional.empty());
    }

    private static Trait uses(String action, String input) {
        return new Trait(action, input, Optional.empty());
    }

    private static Trait runs(String pattern) {
        return new Trait("", "", Optional.of(Pattern.compile(pattern)));
    }

    /**
     * What a step does.
     *
     * @param action the action that it runs; empty for a script
     * @param input the input that the action must be given; empty where none is needed
     * @param script what the script must hold in a line
     */
    private record Trait(String action, String input, Optional<Pattern> script) {

        boolean isCalledBy(Job job) {
            return !action.isEmpty()
                    && job instanceof ReusableWorkflowCall call
                    && call.uses().text().startsWith(action + "@");
        }

        boolean isOf(Step step) {
            if (script.isPresent()) {
                return step.run()
                        .map(run -> CONTINUED.matcher(run.script().value()).replaceAll(""))
                        .filter(run -> run.lines()
                                .anyMatch(line -> script.get().matcher(line).find()))
                        .isPresent();
            }
            return step.uses()
                    .filter(it -> it.uses().text().startsWith(action + "@"))
                    .filter(it -> input.isEmpty() || it.with().text(input).isPresent())
                    .isPresent();
        }
    }
}
