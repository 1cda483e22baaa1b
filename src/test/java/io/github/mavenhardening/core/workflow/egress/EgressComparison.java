package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares computed endpoints with lists that were written by hand; {@code src/test/comparison/egress} runs it. */
final class EgressComparison {

    private static final String GUARD = "step-security/harden-runner";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\{\\s*env\\.(\\w+)\\s*}}");

    /** What the guard lets through whether or not it is listed: GitHub's services for runs and its own. */
    private static final Pattern NEEDS_NO_LIST = Pattern.compile(
            "(?:[^:]+\\.actions\\.githubusercontent\\.com|(?:[^:]+\\.)?blob\\.core\\.windows\\.net|[^:]+\\.stepsecurity\\.io):443");

    private final Map<String, List<String>> registries;
    private final Counts total = new Counts();
    /** Of the lists that one job alone has: one that many jobs have alike holds what any of them needs. */
    private final Counts ownLists = new Counts();
    /** Of those, where the computed answer names nothing that it does not know. */
    private final Counts answered = new Counts();

    private final List<Double> shares = new ArrayList<>();
    private final Map<String, Integer> missed = new TreeMap<>();

    private EgressComparison(Map<String, List<String>> registries) {
        this.registries = registries;
    }

    private static final class Counts {
        private int jobs;
        private int listed;
        private int computed;
        private int named;
        private int length;
        private int superfluous;

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
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d jobs, %d listed: %.1f %% computed, %.1f %% computed or named; %d computed (%.2f of the listed), %d of"
                            + " them not listed",
                    jobs,
                    listed,
                    100 * share(),
                    listed == 0 ? 100.0 : 100.0 * (computed + named) / listed,
                    length,
                    listed == 0 ? 0.0 : (double) length / listed,
                    superfluous);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, List<String>> registries = new HashMap<>();
        List<Path> repositories = new ArrayList<>();
        for (String argument : arguments) {
            Path path = Path.of(argument);
            if (Files.isRegularFile(path)) {
                for (String line : Files.readAllLines(path)) {
                    String[] words = line.split("\\s+");
                    registries
                            .computeIfAbsent(words[0], any -> new ArrayList<>())
                            .addAll(List.of(words).subList(1, words.length));
                }
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
        EgressComparison comparison = new EgressComparison(registries);
        for (Path repository : repositories) {
            comparison.compare(repository);
        }
        System.out.println("== missed, by how many jobs list them");
        comparison.missed.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(each -> System.out.println(each.getValue() + " " + each.getKey()));
        System.out.println("== " + comparison.shares.size() + " repositories, " + comparison.total);
        System.out.println("of lists that one job alone has: " + comparison.ownLists);
        System.out.println("of those, where no action is said to be unknown: " + comparison.answered);
        System.out.printf(
                Locale.ROOT,
                "mean of the repositories' shares: %.1f %% computed%n",
                100
                        * comparison.shares.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(0));
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
                    written(normal, workflow, definitions).ifPresent(list -> lists.merge(list, 1, Integer::sum));
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
        Optional<SortedSet<String>> written = written(job, workflow, definitions);
        if (written.isEmpty()) {
            return;
        }
        JobEndpoints answer = JobEndpoints.of(job, workflow, definitions, repository, List.of());
        SortedSet<String> computed = new TreeSet<>(answer.endpoints());
        computed.removeIf(endpoint -> NEEDS_NO_LIST.matcher(endpoint).matches());
        List<String> left = new ArrayList<>();
        int found = 0;
        int named = 0;
        for (String listed : written.get()) {
            if (computed.stream().anyMatch(endpoint -> matches(listed, endpoint))) {
                found++;
            } else if (isNamed(listed, answer.registries())) {
                named++;
                left.add("(" + listed + ")");
            } else {
                left.add(listed);
                missed.merge(listed, 1, Integer::sum);
            }
        }
        Counts counts = new Counts();
        counts.jobs++;
        counts.listed += written.get().size();
        counts.computed += found;
        counts.named += named;
        counts.length += computed.size();
        List<String> more = new ArrayList<>();
        for (String endpoint : computed) {
            if (written.get().stream().noneMatch(listed -> matches(listed, endpoint))) {
                more.add(endpoint);
            }
        }
        counts.superfluous += more.size();
        of.add(counts);
        if (lists.get(written.get()) == 1) {
            ownLists.add(counts);
            if (answer.actions().isEmpty()) {
                answered.add(counts);
            }
        }
        System.out.println(workflow.path() + " " + job.id().value() + ": " + found + " of "
                + written.get().size() + "; missed " + left + "; more " + more + "; unknown " + answer.actions()
                + answer.registries());
    }

    /** The list of the step that blocks; empty where none does, or where an expression stands in it. */
    private static Optional<SortedSet<String>> written(NormalJob job, Workflow workflow, Definitions definitions) {
        for (ReachedStep reached : JobSteps.of(job, workflow, definitions)) {
            if (reached.step().usesAction(GUARD)) {
                NamedValues with = reached.step().uses().orElseThrow().with();
                Optional<YamlScalar> list = with.scalar("allowed-endpoints");
                String text = list.isEmpty() ? "" : reached.textOf(list.get());
                Matcher variable = VARIABLE.matcher(text.strip());
                if (variable.matches()) {
                    text = job.env()
                            .text(variable.group(1))
                            .or(() -> workflow.env().text(variable.group(1)))
                            .orElse(text);
                }
                String policy = with.text("egress-policy").orElse("block").strip();
                SortedSet<String> written = new TreeSet<>();
                for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
                    String endpoint = word.contains(":") ? word : word + ":443";
                    if (!word.isEmpty() && !NEEDS_NO_LIST.matcher(endpoint).matches()) {
                        written.add(endpoint);
                    }
                }
                return !policy.equals("block") || written.isEmpty() || text.contains("${{")
                        ? Optional.empty()
                        : Optional.of(written);
            }
        }
        return Optional.empty();
    }

    /** Whether a listed endpoint, which may begin with {@code *.}, allows another. */
    private static boolean matches(String listed, String endpoint) {
        return listed.startsWith("*.") ? endpoint.endsWith(listed.substring(1)) : listed.equals(endpoint);
    }

    private boolean isNamed(String listed, SortedSet<String> missing) {
        for (String tool : missing) {
            for (String host : registries.getOrDefault(tool, List.of())) {
                String endpoint = host.contains(":") ? host : host + ":443";
                if (matches(endpoint, listed) || matches(listed, endpoint)) {
                    return true;
                }
            }
        }
        return false;
    }
}
