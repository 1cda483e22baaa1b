package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.FindingSink;
import io.github.mavenhardening.core.finding.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The findings of one thread's checks, in the order in which they were reported. */
final class Findings implements FindingSink {

    private final List<Finding> found = new ArrayList<>();

    @Override
    public void add(Finding finding) {
        found.add(finding);
    }

    void addAll(List<Finding> findings) {
        found.addAll(findings);
    }

    /** As they came. */
    List<Finding> all() {
        return Collections.unmodifiableList(found);
    }

    /** In their natural order. */
    List<Finding> sorted() {
        List<Finding> sorted = new ArrayList<>(found);
        Collections.sort(sorted);
        return sorted;
    }
}
