package io.github.mavenhardening.core.workflow.egress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What explains the endpoints on lists that jobs have, and so what another job with the same reasons connects to. */
final class Explanations {

    /** What part of the lists of the jobs with a reason must name an endpoint for the reason to explain it. */
    private static final double SHARE = 0.75;
    /** A job has more than this part of the reasons that explain an endpoint together: not each is behind it. */
    private static final double HALF = 0.5;
    /** The most reasons that are looked for behind one endpoint. */
    private static final int REASONS = 8;

    private final List<ListedJob> lists;
    private final SortedMap<String, List<SortedSet<Reason>>> behind;
    /** For each list, by its unexplained endpoints, the reasons without which nothing known explains one. */
    private final List<SortedMap<String, Set<Reason>>> needed = new ArrayList<>();

    /** What lists add for a job, and the reasons of it of which a list has nothing that is not known. */
    record Evidence(SortedSet<String> endpoints, Set<Reason> reasons) {}

    Explanations(List<ListedJob> lists) {
        this.lists = lists;
        this.behind = explain(lists);
        for (ListedJob list : lists) {
            SortedMap<String, Set<Reason>> each = new TreeMap<>();
            for (String endpoint : list.unexplained()) {
                each.put(endpoint, needed(list, behind.get(endpoint)));
            }
            needed.add(each);
        }
    }

    private static Set<Reason> needed(ListedJob list, List<SortedSet<Reason>> explaining) {
        Set<Reason> needed = new TreeSet<>(list.reasons());
        for (SortedSet<Reason> together : explaining) {
            if (list.reasons().containsAll(together)) {
                needed.retainAll(together);
            }
        }
        return needed;
    }

    /** What they tell of a job with those reasons. */
    Evidence of(Set<Reason> reasons) {
        SortedSet<String> endpoints = new TreeSet<>();
        for (Map.Entry<String, List<SortedSet<Reason>>> each : behind.entrySet()) {
            for (SortedSet<Reason> together : each.getValue()) {
                if (hasMost(reasons, together)) {
                    endpoints.add(each.getKey());
                    break;
                }
            }
        }
        Map<Reason, Integer> with = new TreeMap<>();
        Map<Reason, Integer> whole = new TreeMap<>();
        for (int i = 0; i < lists.size(); i++) {
            Set<Reason> common = new TreeSet<>(lists.get(i).reasons());
            common.retainAll(reasons);
            // What is left of the list that a reason may be behind.
            Set<Reason> open = new TreeSet<>();
            for (Map.Entry<String, Set<Reason>> each : needed.get(i).entrySet()) {
                if (!endpoints.contains(each.getKey())) {
                    open.addAll(each.getValue());
                }
            }
            for (Reason reason : common) {
                with.merge(reason, 1, Integer::sum);
                whole.merge(reason, open.contains(reason) ? 0 : 1, Integer::sum);
            }
        }
        Set<Reason> told = new TreeSet<>();
        for (Map.Entry<Reason, Integer> each : with.entrySet()) {
            if (whole.get(each.getKey()) >= SHARE * each.getValue()) {
                told.add(each.getKey());
            }
        }
        return new Evidence(endpoints, told);
    }

    private static boolean hasMost(Set<Reason> reasons, Set<Reason> together) {
        return together.stream().filter(reasons::contains).count() > HALF * together.size();
    }

    /** The endpoints that nothing else tells, and the sets of reasons each of which explains one. */
    private static SortedMap<String, List<SortedSet<Reason>>> explain(List<ListedJob> lists) {
        Map<Reason, Integer> all = new HashMap<>();
        SortedMap<String, List<ListedJob>> unexplained = new TreeMap<>();
        Map<String, List<ListedJob>> naming = new HashMap<>();
        for (ListedJob list : lists) {
            list.reasons().forEach(reason -> all.merge(reason, 1, Integer::sum));
            for (String endpoint : list.endpoints()) {
                naming.computeIfAbsent(endpoint, any -> new ArrayList<>()).add(list);
            }
            for (String endpoint : list.unexplained()) {
                unexplained.computeIfAbsent(endpoint, any -> new ArrayList<>()).add(list);
            }
        }
        SortedMap<String, List<SortedSet<Reason>>> explained = new TreeMap<>();
        for (Map.Entry<String, List<ListedJob>> each : unexplained.entrySet()) {
            Map<Reason, Integer> with = new HashMap<>();
            for (ListedJob list : naming.get(each.getKey())) {
                list.reasons().forEach(reason -> with.merge(reason, 1, Integer::sum));
            }
            with.keySet().removeIf(reason -> with.get(reason) < SHARE * all.get(reason));
            explained.put(each.getKey(), reasons(each.getValue(), with.keySet()));
        }
        return explained;
    }

    /** Sets of reasons, as few as cover those lists. */
    private static List<SortedSet<Reason>> reasons(List<ListedJob> lists, Set<Reason> possible) {
        List<SortedSet<Reason>> found = new ArrayList<>();
        List<ListedJob> left = new ArrayList<>(lists);
        while (!left.isEmpty() && found.size() < REASONS) {
            Map<Reason, Integer> covered = new HashMap<>();
            for (ListedJob list : left) {
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
