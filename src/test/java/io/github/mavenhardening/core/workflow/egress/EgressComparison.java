package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares computed endpoints with lists that were written by hand; {@code src/test/comparison/egress} runs it. */
final class EgressComparison {

    private final Map<String, List<String>> registries;
    private final Counts total = new Counts();
    /** The same where the lists of other jobs are not looked at. */
    private final Counts withoutLists = new Counts();
    /** Of the lists that one job alone has: one that many jobs have alike holds what any of them needs. */
    private final Counts ownLists = new Counts();
    /** Of those, where the computed answer names nothing that it does not know. */
    private final Counts answered = new Counts();

    private final List<Double> shares = new ArrayList<>();
    private final Map<String, Integer> missed = new TreeMap<>();

    /** What the option of the check lists. */
    private final Registries known;

    private EgressComparison(Map<String, List<String>> registries, Map<String, List<String>> own) {
        this.registries = registries;
        Map<Tool, List<String>> option = new EnumMap<>(Tool.class);
        own.forEach((tool, hosts) -> option.put(Tool.of(tool), hosts));
        this.known = new Registries(option, List.of());
    }

    private static final class Counts {
        private int jobs;
        private int listed;
        private int computed;
        private int named;
        private int length;
        private int superfluous;
        /** Those that are not computed, and are hosts of some tool's own registry. */
        private int registries;

        private double share() {
            return listed == 0 ? 1 : (double) computed / listed;
        }

        private void add(Counts other) {
            jobs += other.jobs;
            listed += other.listed;
            computed += other.computed;
            named += other.named;
            length += other.length;
            superfluous += other.superfluous;
            registries += other.registries;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d jobs, %d listed: %.1f %% computed, %.1f %% of those that are not hosts of registries, %.1f %% computed or"
                            + " named; %d computed, %.1f %% of them listed",
                    jobs,
                    listed,
                    100 * share(),
                    listed == registries ? 100.0 : 100.0 * computed / (listed - registries),
                    listed == 0 ? 100.0 : 100.0 * (computed + named) / listed,
                    length,
                    length == 0 ? 100.0 : 100.0 * (length - superfluous) / length);
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<Map<String, List<String>>> files = new ArrayList<>();
        List<Path> repositories = new ArrayList<>();
        for (String argument : arguments) {
            Path path = Path.of(argument);
            if (Files.isRegularFile(path)) {
                Map<String, List<String>> hosts = new HashMap<>();
                for (String line : Files.readAllLines(path)) {
                    String[] words = line.split("\\s+");
                    hosts.computeIfAbsent(words[0], any -> new ArrayList<>())
                            .addAll(List.of(words).subList(1, words.length));
                }
                files.add(hosts);
            } else if (Files.isDirectory(path.resolve(".github"))) {
                repositories.add(path);
            } else {
                try (Stream<Path> below = Files.list(path)) {
                    below.filter(child -> Files.isDirectory(child.resolve(".github")))
                            .sorted()
                            .forEach(repositories::add);
                }
            }
        }
        EgressComparison comparison = new EgressComparison(
                files.isEmpty() ? Map.of() : files.get(0), files.size() < 2 ? Map.of() : files.get(1));
        for (Path repository : repositories) {
            comparison.compare(repository);
        }
        System.out.println("== missed, by how many jobs list them");
        comparison.missed.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(each -> System.out.println(each.getValue() + " " + each.getKey()));
        System.out.println("== " + comparison.shares.size() + " repositories, " + comparison.total);
        System.out.println("without the lists of other jobs: " + comparison.withoutLists);
        System.out.println("of lists that one job alone has: " + comparison.ownLists);
        System.out.println("of those, where no action is said to be unknown: " + comparison.answered);
        List<Double> shares = comparison.shares;
        System.out.printf(
                Locale.ROOT,
                "of the repositories' shares: mean %.1f %%; %d reach 95 %%, %d 90 %%, %d 75 %%%n",
                100 * shares.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                shares.stream().filter(share -> share >= 0.95).count(),
                shares.stream().filter(share -> share >= 0.9).count(),
                shares.stream().filter(share -> share >= 0.75).count());
        System.exit(comparison.shares.isEmpty() ? 2 : 0);
    }

    private void compare(Path folder) throws IOException {
        Repository repository = new Repository(
                new Checkout(folder),
                RepositorySlug.parse(folder.getFileName().toString().replace('+', '/')));
        Definitions definitions = WorkflowAudit.definitions(repository);
        Counts own = new Counts();
        Map<SortedSet<String>, Integer> lists = new HashMap<>();
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.jobs()) {
                if (job instanceof NormalJob normal) {
                    lists.merge(WrittenLists.of(normal, workflow, definitions), 1, Integer::sum);
                }
            }
        }
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.jobs()) {
                if (job instanceof NormalJob normal) {
                    compare(normal, workflow, definitions, repository, own, lists);
                }
            }
        }
        if (own.jobs > 0) {
            System.out.println("== " + folder.getFileName() + ": " + own);
            total.add(own);
            shares.add(own.share());
        }
    }

    private void compare(
            NormalJob job,
            Workflow workflow,
            Definitions definitions,
            Repository repository,
            Counts of,
            Map<SortedSet<String>, Integer> lists) {
        SortedSet<String> written = WrittenLists.of(job, workflow, definitions);
        if (written.isEmpty()) {
            return;
        }
        JobEndpoints answer = JobEndpoints.of(job, workflow, definitions, repository, known);
        JobSearch search = JobSearch.of(job, workflow, definitions, repository, known);
        List<String> left = new ArrayList<>();
        List<String> more = new ArrayList<>();
        Counts counts = count(written, answer.endpoints(), answer.registries(), left, more);
        left.stream()
                .filter(listed -> !listed.startsWith("("))
                .forEach(listed -> missed.merge(listed, 1, Integer::sum));
        withoutLists.add(count(
                written,
                search.found().endpoints(),
                search.found().registries(),
                new ArrayList<>(),
                new ArrayList<>()));
        of.add(counts);
        if (lists.get(written) == 1) {
            ownLists.add(counts);
            if (answer.actions().isEmpty()) {
                answered.add(counts);
            }
        }
        System.out.println(workflow.path() + " " + job.id().value() + ": " + counts.computed + " of "
                + written.size() + "; missed " + left + "; more " + more + "; unknown " + answer.actions()
                + answer.registries());
    }

    /** Compares a list with what is computed; adds what it has besides, in brackets where that is named, and what it lacks. */
    private Counts count(
            SortedSet<String> written,
            SortedSet<String> endpoints,
            SortedSet<String> missing,
            List<String> left,
            List<String> more) {
        Counts counts = new Counts();
        counts.jobs = 1;
        counts.listed = written.size();
        SortedSet<String> computed = new TreeSet<>(endpoints);
        computed.removeIf(WrittenLists::isImplicit);
        counts.length = computed.size();
        for (String listed : written) {
            if (computed.stream().anyMatch(endpoint -> WrittenLists.allows(listed, endpoint))) {
                counts.computed++;
                continue;
            }
            boolean named = isOf(listed, missing);
            counts.named += named ? 1 : 0;
            counts.registries += isOf(listed, registries.keySet()) ? 1 : 0;
            left.add(named ? "(" + listed + ")" : listed);
        }
        for (String endpoint : computed) {
            if (written.stream().noneMatch(listed -> WrittenLists.allows(listed, endpoint))) {
                more.add(endpoint);
            }
        }
        counts.superfluous = more.size();
        return counts;
    }

    /** Whether an endpoint is one of the hosts of those tools' own registries. */
    private boolean isOf(String listed, Collection<String> tools) {
        for (String tool : tools) {
            for (String host : registries.getOrDefault(tool, List.of())) {
                String endpoint = host.contains(":") ? host : host + ":443";
                if (WrittenLists.allows(endpoint, listed) || WrittenLists.allows(listed, endpoint)) {
                    return true;
                }
            }
        }
        return false;
    }
}
