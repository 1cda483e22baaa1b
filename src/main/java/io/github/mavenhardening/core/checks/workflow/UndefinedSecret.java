package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.checks.forge.Environments;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.SecretCensus;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** Finds secrets that a workflow reads and the forge does not have: they are empty. */
@AutoService(Check.class)
@CheckInfo(
        id = "undefined-secret",
        title = "A workflow reads a secret that does not exist",
        severity = Severity.LOW,
        sources = {"https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets"})
public final class UndefinedSecret implements WorkflowCheck {

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Optional<ForgeView> found = ForgeView.ofGitHub(this, in.run());
        if (found.isEmpty()) {
            return;
        }
        ForgeView forge = found.get();
        Optional<SortedMap<String, LocalDate>> ofRepository =
                forge.value("'secrets'", forge.settings().secrets());
        Optional<SortedSet<String>> ofOrganisation =
                forge.value("'organisationSecrets'", forge.settings().organisationSecrets());
        Optional<Environments> environments = Environments.of(forge);
        if (ofRepository.isEmpty() || ofOrganisation.isEmpty() || environments.isEmpty()) {
            return;
        }
        Set<String> everywhere = new HashSet<>(ofRepository.get().keySet());
        everywhere.addAll(ofOrganisation.get());
        Set<String> told = new HashSet<>();
        for (SecretCensus.Use use : SecretCensus.of(definitions).uses()) {
            String name = use.secret().name();
            boolean isCalled = use.workflow().runsOn("workflow_call");
            if (name.equals(SecretUse.ANY) || isCalled || everywhere.contains(name)) {
                continue;
            }
            Optional<Boolean> own = ofEnvironment(use, environments.get());
            if (own.isPresent() && !own.get() && told.add(use.workflow().path() + " " + name)) {
                WorkflowContext there = in.in(use.workflow()).in(use.job());
                there.report(at(there.at(use.secret().span()))
                        .message("The secret '" + name
                                + "' is in neither the job's environment, the repository nor the organisation, so that it is"
                                + " empty")
                        .remedy("Correct its name, add it to the job's environment, or remove what reads it")
                        .subject(name));
            }
        }
    }

    /** Whether the job's environment has the secret; empty where that is not known. */
    private static Optional<Boolean> ofEnvironment(SecretCensus.Use use, Environments environments) {
        if (!(use.job() instanceof NormalJob job) || job.environment().isEmpty()) {
            return Optional.of(false);
        }
        String secret = use.secret().name();
        Optional<YamlScalar> scalar = job.environment().get().name();
        String name = scalar.isPresent() ? scalar.get().value() : "";
        if (name.contains("${{")) {
            Optional<Set<String>> all = environments.secretsOfAll();
            return all.isPresent() ? Optional.of(all.get().contains(secret)) : Optional.empty();
        }
        return environments.has(name, secret);
    }
}
