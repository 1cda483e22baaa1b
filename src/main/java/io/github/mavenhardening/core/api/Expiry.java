package io.github.mavenhardening.core.api;

import java.time.LocalDate;

/**
 * The end of something that is good for a time, such as a file that has to be reviewed every year.
 *
 * @param what what ends, as a reader knows it: {@code Security Insights}
 * @param last the last day on which it is good
 */
public record Expiry(String what, LocalDate last) implements Comparable<Expiry> {

    /** The next to end first. */
    @Override
    public int compareTo(Expiry other) {
        int day = last.compareTo(other.last);
        return day != 0 ? day : what.compareTo(other.what);
    }
}
