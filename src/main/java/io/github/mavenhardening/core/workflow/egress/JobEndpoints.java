package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a job connects to, as far as its steps and the files of its repository tell. It is a guess: programs connect to what
 * no file says, and not every address that is written is asked.
 *
 * @param endpoints {@code host:port}, sorted
 * @param registries the tools whose packages come from where no file says, sorted
 * @param indexes the tools of whose registries files name the index alone, and not where its packages are kept, sorted
 * @param actions the actions of which it is not known what they connect to, sorted
 */
public record JobEndpoints(
        SortedSet<String> endpoints,
        SortedSet<String> registries,
        SortedSet<String> indexes,
        SortedSet<String> actions) {

    public JobEndpoints {
        endpoints = Collections.unmodifiableSortedSet(new TreeSet<>(endpoints));
        registries = Collections.unmodifiableSortedSet(new TreeSet<>(registries));
        indexes = Collections.unmodifiableSortedSet(new TreeSet<>(indexes));
        actions = Collections.unmodifiableSortedSet(new TreeSet<>(actions));
    }

    /**
     * Where a job connects to.
     *
     * @param known the registries that are known without a file that names them
     */
    public static JobEndpoints of(
            NormalJob job, Workflow workflow, Definitions definitions, Repository repository, Registries known) {
        JobSearch search = JobSearch.of(job, workflow, definitions, repository, known);
        Explanations.Evidence evidence = WrittenLists.of(definitions, repository, known)
                .tell(job, search.found().reasons());
        SortedSet<String> endpoints = new TreeSet<>(search.found().endpoints());
        endpoints.addAll(evidence.endpoints());
        SortedSet<String> registries = new TreeSet<>(search.found().registries());
        SortedSet<String> indexes = new TreeSet<>(search.found().indexes());
        SortedSet<String> actions = new TreeSet<>(search.actions());
        for (Reason reason : evidence.reasons()) {
            if (reason.kind() == Reason.Kind.REGISTRY) {
                registries.remove(reason.name());
                indexes.remove(reason.name());
            } else if (reason.kind() == Reason.Kind.UNKNOWN_ACTION) {
                actions.remove(reason.name());
            }
        }
        return new JobEndpoints(endpoints, registries, indexes, actions);
    }
}
