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
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The lists of allowed endpoints that jobs of a repository have: evidence of what its other jobs connect to for the same
 * reasons, where no file says it.
 */
final class WrittenLists {

    /** What the guard lets through whether or not it is listed: GitHub's services for runs, and its own. */
    private static final Pattern IMPLICIT = Pattern.compile(
            "(?:[^:]+\\.actions\\.githubusercontent\\.com|codeload\\.github\\.com|actions-results-receiver-production\\.githubapp\\.com"
                    + "|(?:[^:]+\\.)?blob\\.core\\.windows\\.net|[^:]+\\.stepsecurity\\.io):443");

    /** What part of the lists of the jobs with a reason must name an endpoint for the reason to explain it. */
    private static final double SHARE = 0.75;
    /** The most lists that are compared, and the most that one may have, as its job may have reasons; a longer one tells too little. */
    private static final int LISTS = 200;

    private static final int LENGTH = 300;
    /** The most reasons that are looked for behind one endpoint. */
    private static final int REASONS = 8;

    private final List<Listed> lists = new ArrayList<>();
    private SortedMap<String, List<SortedSet<Reason>>> explained;

    /**
     * A job with a list.
     *
     * @param unexplained what of its list nothing else tells
     */
    private record Listed(
            NormalJob job, Set<Reason> reasons, SortedSet<String> endpoints, SortedSet<String> unexplained) {}

    /** What lists add for a job, and the reasons of it of which a list has nothing that is not known. */
    record Evidence(SortedSet<String> endpoints, Set<Reason> reasons) {}

    private WrittenLists() {}

    /** Those of a repository; where one looks from some of its workflows, those of them, so that nothing else has to be known. */
    static WrittenLists of(Definitions definitions, Repository repository, Collection<String> mavenRepositories) {
        WrittenLists lists = repository.known(WrittenLists.class, WrittenLists::new);
        synchronized (lists) {
            if (lists.explained == null) {
                for (Workflow workflow : definitions.connectedWorkflows()) {
                    for (Job job : workflow.jobs()) {
                        if (job instanceof NormalJob normal) {
                            lists.add(normal, workflow, definitions, repository, mavenRepositories);
                        }
                    }
                }
                lists.explained = explain(lists.lists);
            }
        }
        return lists;
    }

    private void add(
            NormalJob job,
            Workflow workflow,
            Definitions definitions,
            Repository repository,
            Collection<String> mavenRepositories) {
        SortedSet<String> written = of(job, workflow, definitions);
        if (!written.isEmpty() && written.size() <= LENGTH && lists.size() < LISTS) {
            JobSearch search = JobSearch.of(job, workflow, definitions, repository, mavenRepositories);
            SortedSet<String> unexplained = new TreeSet<>();
            for (String endpoint : written) {
                if (search.endpoints().stream().noneMatch(found -> allows(endpoint, found))) {
                    unexplained.add(endpoint);
                }
            }
            if (search.reasons().size() <= LENGTH) {
                lists.add(new Listed(job, search.reasons(), written, unexplained));
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
            if (!word.isEmpty() && !isImplicit(endpoint)) {
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
    Evidence tell(NormalJob job, Set<Reason> reasons) {
        List<Listed> others = new ArrayList<>(lists);
        boolean isListed = others.removeIf(listed -> listed.job() == job);
        SortedMap<String, List<SortedSet<Reason>>> behind = isListed ? explain(others) : explained;
        SortedSet<String> endpoints = new TreeSet<>();
        for (Map.Entry<String, List<SortedSet<Reason>>> each : behind.entrySet()) {
            if (each.getValue().stream().anyMatch(reasons::containsAll)) {
                endpoints.add(each.getKey());
            }
        }
        Map<Reason, Integer> with = new TreeMap<>();
        Map<Reason, Integer> whole = new HashMap<>();
        for (Listed list : others) {
            for (Reason reason : list.reasons()) {
                if (reasons.contains(reason)) {
                    with.merge(reason, 1, Integer::sum);
                    whole.merge(reason, isWhole(reason, list, endpoints, behind) ? 1 : 0, Integer::sum);
                }
            }
        }
        Set<Reason> told = new TreeSet<>(with.keySet());
        told.removeIf(reason -> whole.get(reason) < SHARE * with.get(reason));
        return new Evidence(endpoints, told);
    }

    /** Whether nothing is left of a list that a reason may be behind. */
    private static boolean isWhole(
            Reason reason, Listed list, Set<String> endpoints, Map<String, List<SortedSet<Reason>>> behind) {
        for (String endpoint : list.unexplained()) {
            boolean hasOther = behind.get(endpoint).stream()
                    .anyMatch(together ->
                            !together.contains(reason) && list.reasons().containsAll(together));
            if (!endpoints.contains(endpoint) && !hasOther) {
                return false;
            }
        }
        return true;
    }

    /** The endpoints that nothing else tells, and the sets of reasons each of which explains one. */
    private static SortedMap<String, List<SortedSet<Reason>>> explain(List<Listed> lists) {
        Map<Reason, Integer> all = new HashMap<>();
        SortedMap<String, List<Listed>> unexplained = new TreeMap<>();
        Map<String, List<Listed>> naming = new HashMap<>();
        for (Listed list : lists) {
            list.reasons().forEach(reason -> all.merge(reason, 1, Integer::sum));
            for (String endpoint : list.endpoints()) {
                naming.computeIfAbsent(endpoint, any -> new ArrayList<>()).add(list);
            }
            for (String endpoint : list.unexplained()) {
                unexplained.computeIfAbsent(endpoint, any -> new ArrayList<>()).add(list);
            }
        }
        SortedMap<String, List<SortedSet<Reason>>> explained = new TreeMap<>();
        for (Map.Entry<String, List<Listed>> each : unexplained.entrySet()) {
            Map<Reason, Integer> with = new HashMap<>();
            for (Listed list : naming.get(each.getKey())) {
                list.reasons().forEach(reason -> with.merge(reason, 1, Integer::sum));
            }
            with.keySet().removeIf(reason -> with.get(reason) < SHARE * all.get(reason));
            explained.put(each.getKey(), reasons(each.getValue(), with.keySet()));
        }
        return explained;
    }

    /** Sets of reasons, as few as cover those lists. */
    private static List<SortedSet<Reason>> reasons(List<Listed> lists, Set<Reason> possible) {
        List<SortedSet<Reason>> found = new ArrayList<>();
        List<Listed> left = new ArrayList<>(lists);
        while (!left.isEmpty() && found.size() < REASONS) {
            Map<Reason, Integer> covered = new HashMap<>();
            for (Listed list : left) {
                for (Reason reason : list.reasons()) {
                    if (possible.contains(reason)) {
                        covered.merge(reason, 1, Integer::sum);
                    }
                }
            }
            SortedSet<Reason> best = new TreeSet<>();
            int most = 0;
            for (Map.Entry<Reason, Integer> each : covered.entrySet()) {
                boolean isBetter = each.getValue() > most
                        || (each.getValue() == most
                                && each.getKey().rank() < best.first().rank());
                if (isBetter) {
                    most = each.getValue();
                    best.clear();
                }
                if (each.getValue() == most
                        && (best.isEmpty()
                                || best.first().rank() == each.getKey().rank())) {
                    best.add(each.getKey());
                }
            }
            if (best.isEmpty()) {
                return found;
            }
            found.add(best);
            left.removeIf(list -> list.reasons().containsAll(best));
        }
        return found;
    }
}
