package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evidence that a workflow attests the provenance of what it publishes. */
public final class ProvenanceEvidence {

    /**
     * Workflows that build and attest, by repository and path. What another is called says nothing of what it does.
     * Source: https://github.com/slsa-framework/slsa-github-generator and https://github.com/docker/github-builder
     */
    private static final Pattern GENERATOR = Pattern.compile(
            "slsa-framework/slsa-github-generator/\\.github/workflows/(?:generator|builder)_[\\w-]+\\.ya?ml"
                    + "|docker/github-builder/\\.github/workflows/(?:build|bake)\\.yml");
    /** The programs of the SLSA generator, as its releases name them. */
    private static final Pattern GENERATING_PROGRAM = Pattern.compile("slsa-(?:generator|builder)-[a-z]+-linux-amd64");

    /** Makes what an upload with {@code --attestations} takes along. */
    private static final String PYPI_ATTESTATIONS = "pypi_attestations";

    private static final String NPM_VARIABLE = "NPM_CONFIG_PROVENANCE";

    private ProvenanceEvidence() {}

    /**
     * Whether a step attests what a release puts out, or may: one of the workflow, or of those that run with it, local actions
     * followed. What is said of files is nothing about an image, and the other way round.
     */
    public static boolean isAttested(
            Release release, Workflow workflow, Definitions definitions, Repository repository) {
        for (Workflow run : ConnectedWorkflows.with(workflow, definitions, repository)) {
            for (Attested attested : subjects(run, definitions, repository)) {
                if (attested.covers(release)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * What a step attests.
     *
     * @param built the step of its job whose digest it is; empty where the digest comes from elsewhere
     */
    private record Attested(Subject subject, Optional<Step> built) {

        private static final Pattern DIGEST =
                Pattern.compile("\\$\\{\\{\\s{0,9}steps\\.([\\w-]{1,100})\\.outputs\\.digest\\s{0,9}\\}\\}");

        static Attested of(ReachedStep reached) {
            Optional<YamlScalar> digest = reached.step().input("subject-digest");
            Matcher name = DIGEST.matcher(digest.isPresent() ? digest.get().value() : "");
            Optional<Step> built = Optional.empty();
            if (name.matches() && reached.job().steps().contains(reached.step())) {
                for (Step step : reached.job().steps()) {
                    boolean isNamed =
                            step.id().isPresent() && step.id().get().value().equals(name.group(1));
                    built = isNamed ? Optional.of(step) : built;
                }
            }
            return new Attested(Subject.of(reached.step()), built);
        }

        /** Whether it may be about a release: the digest of one build says nothing of that by another step of its kind. */
        boolean covers(Release release) {
            Step step = release.step().step();
            boolean isAnother = built.isPresent()
                    && !built.get().equals(step)
                    && built.get().repository().isPresent()
                    && step.repository().isPresent()
                    && step.repository()
                            .get()
                            .isAction(built.get().repository().get().target());
            return subject.covers(release.kind()) && !isAnother;
        }
    }

    private static List<Attested> subjects(Workflow workflow, Definitions definitions, Repository repository) {
        Optional<List<Attested>> known = definitions.known(ProvenanceEvidence.class, workflow);
        return known.isPresent()
                ? known.get()
                : definitions.keep(ProvenanceEvidence.class, workflow, attested(workflow, definitions, repository));
    }

    // A local action is evidence only for the workflows that reach it.
    private static List<Attested> attested(Workflow workflow, Definitions definitions, Repository repository) {
        List<Attested> subjects = new ArrayList<>();
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob normal) {
                for (ReachedStep reached : JobSteps.of(normal, workflow, definitions)) {
                    attested(reached, ProjectScripts.commands(reached, definitions, repository), subjects);
                }
            } else if (job instanceof ReusableWorkflowCall call
                    && call.uses().repository().isPresent()) {
                String called = call.uses().repository().get().key();
                if (GENERATOR.matcher(called).matches()) {
                    subjects.add(new Attested(Subject.of(called, call), Optional.empty()));
                }
            }
        }
        return subjects;
    }

    private static void attested(ReachedStep reached, List<ShellCommand> commands, List<Attested> subjects) {
        Step step = reached.step();
        boolean attests = (step.usesAction("actions/attest") && !statesSomethingElse(step))
                || step.usesAction("actions/attest-build-provenance")
                || (step.usesAction("hynek/build-and-inspect-python-package")
                        && step.input("attest-build-provenance-github")
                                .map(YamlScalar::value)
                                .orElse("")
                                .equals("true"));
        if (attests) {
            subjects.add(Attested.of(reached));
        }
        // It stands in for Docker's program from then on, and attests with its key what that pushes.
        if (step.usesAction("crashappsec/setup-chalk-action")
                && step.input("private_key").isPresent()) {
            subjects.add(new Attested(Subject.IMAGE, Optional.empty()));
        }
        for (ShellCommand command : commands) {
            Optional<Subject> subject = attestedBy(command);
            if (subject.isPresent()) {
                subjects.add(new Attested(subject.get(), Optional.empty()));
            }
        }
    }

    /** What a command attests; a publisher that attests what it publishes itself is asked for with its release. */
    private static Optional<Subject> attestedBy(ShellCommand command) {
        return switch (command.name()) {
            case "cosign" ->
                attestsByCosign(command)
                        ? Optional.of(command.operand(0).equals("attest-blob") ? Subject.FILES : Subject.IMAGE)
                        : Optional.empty();
            case "in-toto-run", "in-toto-record", "witness" -> Optional.of(Subject.FILES);
            default -> {
                if (command.words().contains(PYPI_ATTESTATIONS) && command.has("sign")) {
                    yield Optional.of(Subject.FILES);
                }
                yield GENERATING_PROGRAM.matcher(command.name()).matches()
                        ? Optional.of(Subject.ANY)
                        : Optional.empty();
            }
        };
    }

    /** Whether actions/attest is given a bill of materials or a predicate of another type. */
    private static boolean statesSomethingElse(Step step) {
        NamedValues with = step.uses().orElseThrow().with();
        Optional<String> type = with.text("predicate-type");
        return with.get("sbom-path").isPresent() || (type.isPresent() && !mayBeProvenance(type.get()));
    }

    private static boolean attestsByCosign(ShellCommand command) {
        if (!command.operand(0).equals("attest") && !command.operand(0).equals("attest-blob")) {
            return false;
        }
        // Cosign's own type where none is given.
        return mayBeProvenance(command.value("--type").orElse("custom"));
    }

    /** Whether a predicate's type is one of provenance, or is only known when the workflow runs. */
    private static boolean mayBeProvenance(String type) {
        return type.startsWith("slsaprovenance")
                || type.startsWith("https://slsa.dev/provenance/")
                || type.contains("$");
    }

    /** Whether a release comes with a provenance by what publishes it. */
    public static boolean isBuiltIn(Release release, WorkflowPosition in, Repository repository) {
        if (!release.kind().isInstalled()) {
            return true;
        }
        if (OmittedProvenance.of(release, repository).isPresent()) {
            return false;
        }
        Step step = release.step().step();
        if (release.command().isEmpty()) {
            // It runs npm, which attests by itself what it publishes through a trusted publisher.
            return ActionTerms.PROVENANCE.mayHold(step)
                    || asksForIt(release, repository)
                    || (step.usesAction("changesets/action") && in.mayWrite("id-token"));
        }
        ShellCommand command = release.command().get();
        if (command.has("--attestations")) {
            return true;
        }
        return switch (command.name()) {
            case "docker", "nerdctl" ->
                !command.operand(0).equals("push") && !command.operand(1).equals("push");
            // npm attests by itself what it publishes through a trusted publisher.
            case "npm" -> asksForIt(release, repository) || in.mayWrite("id-token");
            default -> asksForIt(release, repository);
        };
    }

    /** Whether npm or the like is asked to attach it, by an option, a variable or the files of the project. */
    private static boolean asksForIt(Release release, Repository repository) {
        if (NpmProvenance.isByNpm(release)) {
            boolean hasOption = release.command().isPresent()
                    && (release.command().get().hasOption("--provenance")
                            || "true"
                                    .equals(release.command()
                                            .get()
                                            .assignments()
                                            .get(NPM_VARIABLE)));
            Optional<String> variable = release.step().variable(NPM_VARIABLE).map(YamlScalar::value);
            return hasOption
                    || variable.orElse("").equals("true")
                    || NpmProvenance.of(release, repository).equals(Optional.of(true));
        }
        return false;
    }
}
