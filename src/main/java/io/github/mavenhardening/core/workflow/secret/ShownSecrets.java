package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.code.ProgramLanguage;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Held;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a job shows of its secrets: in its log and in files that it uploads.
 *
 * @param shown in the order of the steps
 * @param isWhole whether all of its scripts were followed
 * @param outputs the secrets in its outputs, in a form that the runner does not mask, by their names in lower case
 */
public record ShownSecrets(List<ShownSecret> shown, boolean isWhole, Map<String, Held> outputs) {

    /** So many jobs may need each other, one by one. */
    private static final int NEEDS_LIMIT = 50;

    private static final ShownSecrets NONE = new ShownSecrets(List.of(), true, Map.of());

    /** What a job shows. */
    public static ShownSecrets of(NormalJob job, Workflow workflow, Definitions definitions, Repository repository) {
        return of(job, workflow, definitions, repository, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** @param open the jobs that wait for it */
    private static ShownSecrets of(
            NormalJob job, Workflow workflow, Definitions definitions, Repository repository, Set<NormalJob> open) {
        Optional<ShownSecrets> known = definitions.known(ShownSecrets.class, job);
        if (known.isPresent()) {
            return known.get();
        }
        // What needs itself brings nothing to itself.
        if (!open.add(job)) {
            return NONE;
        }
        Map<String, Map<String, Held>> needed = new HashMap<>();
        boolean isDeep = open.size() > NEEDS_LIMIT && !job.needs().isEmpty();
        for (YamlScalar need : isDeep ? List.<YamlScalar>of() : job.needs()) {
            String id = need.lower();
            NormalJob before = withOutputs(workflow, definitions).get(id);
            if (before != null) {
                Map<String, Held> outputs =
                        of(before, workflow, definitions, repository, open).outputs();
                if (!outputs.isEmpty()) {
                    needed.put(id, outputs);
                }
            }
        }
        ShownSecrets shown =
                needed.isEmpty() && SecretUse.of(job, workflow, definitions).isEmpty() && !StoredSecrets.mayBeIn(job)
                        ? NONE
                        : follow(job, workflow, definitions, repository, needed);
        open.remove(job);
        // Silent: the answer says so.
        return definitions.keep(
                ShownSecrets.class, job, isDeep ? new ShownSecrets(shown.shown(), false, shown.outputs()) : shown);
    }

    /** The jobs of a workflow that have outputs, by their ids in lower case. */
    private static Map<String, NormalJob> withOutputs(Workflow workflow, Definitions definitions) {
        return definitions.known(ShownSecrets.class, workflow, () -> {
            Map<String, NormalJob> found = new HashMap<>();
            for (Job job : workflow.liveJobs()) {
                if (job instanceof NormalJob normal && !normal.outputs().all().isEmpty()) {
                    found.putIfAbsent(normal.id().lower(), normal);
                }
            }
            return found;
        });
    }

    private static ShownSecrets follow(
            NormalJob job,
            Workflow workflow,
            Definitions definitions,
            Repository repository,
            Map<String, Map<String, Held>> needed) {
        JobSecrets secrets = new JobSecrets(job, workflow, needed, repository);
        List<ReachedStep> atEnd = new ArrayList<>();
        for (ReachedStep reached : JobSteps.of(job, workflow, definitions)) {
            secrets.enter(reached);
            Optional<UploadedFiles> uploaded = UploadedFiles.of(reached);
            if (uploaded.isPresent() && uploaded.get().areOfEnd()) {
                atEnd.add(reached);
            } else if (uploaded.isPresent()) {
                secrets.files().upload(uploaded.get(), reached.place());
            } else {
                int before = secrets.count();
                follow(secrets, reached, job, workflow);
                // What the step prints, too, is reported once.
                if (secrets.count() == before) {
                    secrets.head(reached);
                }
            }
        }
        for (ReachedStep reached : atEnd) {
            secrets.files().upload(UploadedFiles.of(reached).orElseThrow(), reached.place());
        }
        return new ShownSecrets(secrets.shown(), secrets.isWhole(), secrets.outputs());
    }

    private static void follow(JobSecrets secrets, ReachedStep reached, NormalJob job, Workflow workflow) {
        Step step = reached.step();
        if (step.body() instanceof Step.RunScript run) {
            ScriptShell shell = ScriptShell.of(run, Optional.of(job), Optional.of(workflow));
            if (shell.likely() == Shell.POSIX) {
                new SecretScript(secrets, reached, run.script()).follow();
                return;
            }
            Optional<ProgramLanguage> language = switch (shell.likely()) {
                case POWERSHELL -> Optional.of(ProgramLanguage.POWERSHELL);
                case PYTHON -> Optional.of(ProgramLanguage.PYTHON);
                default -> ProgramLanguage.of(shell.interpreter());
            };
            language.ifPresent(
                    known -> new StepProgram(secrets, reached, run.script()).follow(known, WorkTrees.folder(reached)));
        } else if (step.usesAction("actions/github-script")
                && step.input("script").isPresent()) {
            new StepProgram(secrets, reached, step.input("script").get()).follow(ProgramLanguage.JAVASCRIPT, "");
        } else {
            RegistryLogin.take(reached, secrets);
            BuildArguments.take(reached, secrets);
        }
    }
}
