package io.github.mavenhardening.core.finding;

/**
 * How many findings there are. One that {@linkplain Finding#standsForMore() stands for more} says so and is itself none.
 *
 * @param known how many are known
 * @param more whether there are others, of which nobody knows how many
 */
public record Tally(int known, boolean more) {

    /** Of those findings. */
    public static Tally of(Iterable<Finding> findings) {
        int known = 0;
        boolean more = false;
        for (Finding finding : findings) {
            known += finding.standsForMore() ? 0 : 1;
            more |= finding.standsForMore();
        }
        return new Tally(known, more);
    }

    /** As a figure of a table: {@code 12}, {@code >5000}. */
    public String figure() {
        return (more ? ">" : "") + known;
    }

    /**
     * With a noun: {@code 12 findings}, {@code more than 5000 findings}.
     *
     * @param plural the noun, as {@link Count#of} takes it
     */
    public String of(String plural) {
        return more && known == 0 ? "other " + plural : (more ? "more than " : "") + Count.of(known, plural);
    }
}
