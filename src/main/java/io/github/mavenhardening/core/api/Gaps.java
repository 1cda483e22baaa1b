package io.github.mavenhardening.core.api;

import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The gaps of a run, what it could not check or only in part: the file and the reason, a sentence each. What is not looked at must not
 * pass for something in order, so every report names it. Thread-safe.
 */
public final class Gaps {

    private final SortedSet<String> sentences = new ConcurrentSkipListSet<>();

    /** Notes that something was not looked at, and why; the same sentence counts once. */
    public void add(String sentence) {
        sentences.add(sentence);
    }

    /** What was noted so far, sorted. */
    public List<String> all() {
        return List.copyOf(sentences);
    }
}
