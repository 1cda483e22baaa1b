package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The lists of allowed endpoints that jobs of a repository have: evidence of what its other jobs connect to for the same
 * reasons, where no file says it.
 */
final class WrittenLists {

    /**
     * What the guard lets through whether or not it is listed: GitHub's services for runs, its own, and the two addresses that
     * every machine of Azure has. Source: firewall.go of step-security/agent.
     */
    private static final Pattern IMPLICIT = Pattern.compile("168\\.63\\.129\\.16:\\d+|169\\.254\\.169\\.254:\\d+"
            + "|(?:[^:]+\\.actions\\.githubusercontent\\.com|codeload\\.github\\.com|actions-results-receiver-production\\.githubapp\\.com"
            + "|(?:[^:]+\\.)?blob\\.core\\.windows\\.net|[^:]+\\.stepsecurity\\.io):443");

    /** A list has no comments: {@code # wire server} are three words to the guard, and hosts of nobody. */
    private static final Pattern ENDPOINT = Pattern.compile("[a-z0-9*_-]+(?:\\.[a-z0-9_-]+)+:\\d{1,5}");

    /** The most lists that are compared, and the most that one may have, as its job may have reasons; a longer one tells too little. */
    private static final int LISTS = 200;

    private static final int LENGTH = 300;

    private final List<ListedJob> lists = new ArrayList<>();
    private Explanations explanations;

    private WrittenLists() {}

    /** Those of a repository; where one looks from some of its workflows, those of them, so that nothing else has to be known. */
    static WrittenLists of(Definitions definitions, Repository repository, Registries known) {
        WrittenLists lists = repository.known(WrittenLists.class, WrittenLists::new);
        synchronized (lists) {
            if (lists.explanations == null) {
                for (Workflow workflow : definitions.connectedWorkflows()) {
                    for (Job job : workflow.jobs()) {
                        if (job instanceof NormalJob normal) {
                            lists.add(normal, workflow, definitions, repository, known);
                        }
                    }
                }
                lists.explanations = new Explanations(lists.lists);
            }
        }
        return lists;
    }

    private void add(
            NormalJob job, Workflow workflow, Definitions definitions, Repository repository, Registries known) {
        SortedSet<String> written = of(job, workflow, definitions);
        if (!written.isEmpty() && written.size() <= LENGTH && lists.size() < LISTS) {
            JobSearch search = JobSearch.of(job, workflow, definitions, repository, known);
            SortedSet<String> unexplained = new TreeSet<>();
            for (String endpoint : written) {
                if (search.found().endpoints().stream().noneMatch(found -> allows(endpoint, found))) {
                    unexplained.add(endpoint);
                }
            }
            if (search.found().reasons().size() <= LENGTH) {
                lists.add(new ListedJob(job, search.found().reasons(), written, unexplained));
            }
        }
    }

    /**
     * The list of a job whose connections are restricted to it; empty where they are not, and where an expression stands in
     * it. Without what needs not be listed.
     */
    static SortedSet<String> of(NormalJob job, Workflow workflow, Definitions definitions) {
        for (ReachedStep reached : JobSteps.of(job, workflow, definitions)) {
            if (reached.step().usesAction(JobSearch.GUARD)) {
                NamedValues with = reached.step().uses().orElseThrow().with();
                Optional<YamlScalar> list = with.scalar("allowed-endpoints");
                String policy = with.text("egress-policy").orElse("block").strip();
                String text = list.isEmpty() || !policy.equals("block") ? "" : reached.textOf(list.get());
                return text.contains("${{") ? Collections.emptySortedSet() : endpoints(text);
            }
        }
        return Collections.emptySortedSet();
    }

    private static SortedSet<String> endpoints(String text) {
        SortedSet<String> endpoints = new TreeSet<>();
        for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            String endpoint = word.contains(":") ? word : word + ":443";
            if (ENDPOINT.matcher(endpoint).matches() && !isImplicit(endpoint)) {
                endpoints.add(endpoint);
            }
        }
        return endpoints;
    }

    /** Whether an endpoint is let through though no list names it. */
    static boolean isImplicit(String endpoint) {
        return IMPLICIT.matcher(endpoint).matches();
    }

    /** Whether a listed endpoint, which may begin with {@code *.}, allows another. */
    static boolean allows(String listed, String endpoint) {
        return listed.startsWith("*.") ? endpoint.endsWith(listed.substring(1)) : listed.equals(endpoint);
    }

    /** What the lists of other jobs tell of one. */
    @SuppressWarnings("ReferenceEquality") // Another job may say the same.
    Explanations.Evidence tell(NormalJob job, Set<Reason> reasons) {
        List<ListedJob> others = new ArrayList<>(lists);
        boolean isListed = others.removeIf(listed -> listed.job() == job);
        return (isListed ? new Explanations(others) : explanations).of(reasons);
    }
}
