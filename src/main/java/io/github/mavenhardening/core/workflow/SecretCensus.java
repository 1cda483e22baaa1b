package io.github.mavenhardening.core.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All uses of secrets in a repository's workflows.
 *
 * @param uses each job's secrets
 * @param names the names that are used anywhere, in upper case
 * @param open why any secret may be used beside them; empty where none is
 */
public record SecretCensus(List<Use> uses, Set<String> names, Optional<String> open) {

    private static final int MANY = 100;

    public SecretCensus {
        uses = List.copyOf(uses);
        names = Set.copyOf(names);
    }

    /** A secret in a job. */
    public record Use(Workflow workflow, Job job, SecretUse secret) {}

    /** That of these definitions, worked out once. */
    public static SecretCensus of(Definitions definitions) {
        Optional<SecretCensus> known = definitions.known(SecretCensus.class, definitions);
        return known.isPresent() ? known.get() : definitions.keep(SecretCensus.class, definitions, census(definitions));
    }

    private static SecretCensus census(Definitions definitions) {
        List<Use> uses = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Optional<String> open =
                definitions.unreadable().isEmpty() ? Optional.empty() : Optional.of("not every workflow can be read");
        for (Workflow workflow : definitions.workflows()) {
            // An env of more than anybody writes is looked at in the first job alone: each job has it.
            boolean isLong = SecretUse.ofEnv(workflow, definitions).size() > MANY;
            for (Job job : workflow.jobs()) {
                boolean withEnv = !isLong || job == workflow.jobs().get(0);
                for (SecretUse secret : withEnv ? SecretUse.of(job, workflow, definitions) : SecretUse.of(job)) {
                    uses.add(new Use(workflow, job, secret));
                    names.add(secret.name());
                    if (secret.name().equals(SecretUse.ANY)) {
                        open = Optional.of(
                                "the job '" + job.id().value() + "' in " + workflow.path() + " may read any secret");
                    }
                }
                if (job instanceof ReusableWorkflowCall call
                        && call.inheritsSecrets()
                        && call.uses().repository().isPresent()) {
                    open = Optional.of("the job '" + job.id().value() + "' in " + workflow.path()
                            + " passes every secret to another repository's workflow");
                }
            }
        }
        return new SecretCensus(uses, names, open);
    }
}
