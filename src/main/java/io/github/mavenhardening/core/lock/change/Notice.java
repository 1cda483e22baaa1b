package io.github.mavenhardening.core.lock.change;

import java.util.Comparator;

/**
 * One thing that a reviewer has to look at.
 *
 * @param concern what it is about
 * @param text a sentence fragment that holds names and values of the compared files, as they stand there
 */
public record Notice(Concern concern, String text) {

    /** The worst first. */
    static final Comparator<Notice> WORST_FIRST =
            Comparator.comparing(Notice::concern).thenComparing(Notice::text);
}
