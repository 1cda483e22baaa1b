package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.policy.EvaluatedFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of danger, for what cannot show everything: severity, then confidence, new before known, then by place. */
final class ByDanger {

    static final Comparator<EvaluatedFinding> ORDER = Comparator.comparing(
                    (EvaluatedFinding judged) -> judged.finding().severity())
            .thenComparing(judged -> judged.finding().confidence())
            .thenComparing(EvaluatedFinding::mayFail)
            .reversed()
            .thenComparing(EvaluatedFinding::finding);

    private ByDanger() {}

    /** Those findings, the most dangerous first. */
    static List<EvaluatedFinding> sorted(List<EvaluatedFinding> findings) {
        List<EvaluatedFinding> sorted = new ArrayList<>(findings);
        sorted.sort(ORDER);
        return sorted;
    }

    /** The most dangerous among those findings, in the order that they had. */
    static List<EvaluatedFinding> first(List<EvaluatedFinding> findings, int most) {
        if (findings.size() <= most) {
            return findings;
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            places.add(i);
        }
        places.sort((one, other) -> {
            int danger = ORDER.compare(findings.get(one), findings.get(other));
            return danger != 0 ? danger : Integer.compare(one, other);
        });
        List<EvaluatedFinding> chosen = new ArrayList<>();
        places.subList(0, most).stream().sorted().forEach(place -> chosen.add(findings.get(place)));
        return chosen;
    }
}
