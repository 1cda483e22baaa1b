package io.github.mavenhardening.core.report.aggregate;

import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.run.Coverage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Many reports as one.
 *
 * @param repositories the repositories, those that fail first, then by how much is found and how bad it is
 * @param unread the files that could not be read as reports, each with the reason, sorted
 */
public record Aggregate(List<Repository> repositories, SortedMap<String, String> unread) {

    public Aggregate {
        repositories = List.copyOf(repositories);
        unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
    }

    /**
     * One repository with its runs.
     *
     * @param name its address or name
     * @param runs its reports by the order of their files' names, the last is how it stands; never empty
     */
    public record Repository(String name, List<Run> runs) {

        public Repository {
            runs = List.copyOf(runs);
        }

        /** How it stands. */
        public Run last() {
            return runs.get(runs.size() - 1);
        }
    }

    /**
     * What one check found in all repositories.
     *
     * @param found the worst severity, and how many findings
     * @param repositories in how many repositories
     */
    public record Spread(Run.Found found, int repositories) {}

    /** Of those runs, in any order. */
    static Aggregate of(Collection<Run> runs, SortedMap<String, String> unread) {
        Map<String, List<Run>> byName = new LinkedHashMap<>();
        runs.stream()
                .sorted(Comparator.comparing(Run::file))
                .forEach(run -> byName.computeIfAbsent(run.name(), any -> new ArrayList<>())
                        .add(run));
        List<Repository> repositories = new ArrayList<>();
        byName.forEach((name, own) -> repositories.add(new Repository(name, own)));
        Comparator<Repository> order =
                Comparator.comparing(repository -> repository.last().passed());
        for (Severity severity : Severity.worstFirst()) {
            order = order.thenComparing(
                    repository -> repository.last().counts().get(severity), Comparator.reverseOrder());
        }
        repositories.sort(order.thenComparing(Repository::name));
        return new Aggregate(repositories, unread);
    }

    /** How many repositories keep their threshold. */
    public int passed() {
        return (int) repositories.stream()
                .filter(repository -> repository.last().passed())
                .count();
    }

    /** How many findings count in all of them, by severity, every severity named. */
    public Map<Severity, Integer> counts() {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.worstFirst()) {
            counts.put(
                    severity,
                    repositories.stream()
                            .mapToInt(repository -> repository.last().counts().get(severity))
                            .sum());
        }
        return counts;
    }

    /** What each check found, the most severe first, then what most repositories have. */
    public Map<String, Spread> checks() {
        Map<String, Spread> spread = new TreeMap<>();
        for (Repository repository : repositories) {
            repository
                    .last()
                    .checks()
                    .forEach((id, found) -> spread.merge(
                            id,
                            new Spread(found, 1),
                            (one, other) -> new Spread(
                                    one.found().and(other.found()), one.repositories() + other.repositories())));
        }
        List<Map.Entry<String, Spread>> sorted = new ArrayList<>(spread.entrySet());
        sorted.sort(Comparator.comparing(
                        (Map.Entry<String, Spread> entry) ->
                                entry.getValue().found().severity(),
                        Comparator.reverseOrder())
                .thenComparing(entry -> entry.getValue().repositories(), Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey));
        Map<String, Spread> ordered = new LinkedHashMap<>();
        sorted.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /** How much is pinned and locked in all of them, by kind. */
    public List<Coverage> coverage() {
        SortedMap<String, Coverage> kinds = new TreeMap<>();
        for (Repository repository : repositories) {
            for (Coverage one : repository.last().coverage()) {
                kinds.merge(
                        one.verb() + " " + one.kind(),
                        one,
                        (a, b) -> new Coverage(
                                a.kind(), a.verb(), sum(a.covered(), b.covered()), sum(a.total(), b.total())));
            }
        }
        return List.copyOf(kinds.values());
    }

    /** A hostile report may claim anything, but not turn a sum negative. */
    private static int sum(int one, int other) {
        return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
    }
}
