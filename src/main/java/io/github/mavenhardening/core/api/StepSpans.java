package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The spans of the steps of a job or an action, to look up the step at a place. */
final class StepSpans {

    private final TreeMap<Integer, Span> byStart = new TreeMap<>();

    StepSpans(List<Step> steps) {
        List<Span> spans = new ArrayList<>();
        for (Step step : steps) {
            spans.add(step.span());
        }
        Collections.sort(spans);
        int end = -1;
        for (Span span : spans) {
            // What an alias repeats may stand within another step.
            if (span.end() > end) {
                byStart.put(span.start(), span);
                end = span.end();
            }
        }
    }

    /** The step that a place lies in. */
    Optional<Span> around(Span place) {
        Map.Entry<Integer, Span> before = byStart.floorEntry(place.start());
        return before != null && before.getValue().contains(place) ? Optional.of(before.getValue()) : Optional.empty();
    }
}
