package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.api.Checks;
import java.util.List;
import java.util.Optional;

/**
 * What a console report is to know beside the result.
 *
 * @param checks all checks there are, for their titles
 * @param commands how goals are run here
 * @param checkout the checkout, for excerpts of its files
 * @param reports the files that the whole result goes to, as a message names them; none where no report is written
 * @param terminal what the reader's terminal can show
 * @param verbose whether to list every finding, and a line for each family
 * @param reportOnly whether a crossed threshold fails no build: an error would look like one that was overlooked, so that
 *     it is a warning
 */
public record ConsoleSettings(
        Checks checks,
        Commands commands,
        CheckoutView checkout,
        List<String> reports,
        Terminal terminal,
        boolean verbose,
        boolean reportOnly) {

    public ConsoleSettings {
        reports = List.copyOf(reports);
    }

    /** Of a reader of whom nothing is known, and a repository whose files are not at hand. */
    public static ConsoleSettings plain(Checks checks) {
        return new ConsoleSettings(
                checks, Commands.byPrefix(), CheckoutView.none(), List.of(), Terminal.unknown(), false, false);
    }

    /**
     * The terminal or the log that the lines go to.
     *
     * @param columns its width, the level's label included
     * @param ascii whether its encoding has nothing beyond ASCII
     */
    public record Terminal(int columns, boolean ascii) {

        private static final int LEAST = 60;
        private static final int USUAL = 100;
        private static final int MOST = 240;

        /** One of which nothing is known. */
        public static Terminal unknown() {
            return new Terminal(USUAL, false);
        }

        /**
         * One of that width.
         *
         * @param columns a number, as the variable {@code COLUMNS} has it; anything else counts as unknown
         */
        public static Terminal of(Optional<String> columns, boolean ascii) {
            int width = columns.filter(text -> text.matches("[0-9]{1,4}"))
                    .map(Integer::valueOf)
                    .orElse(USUAL);
            return new Terminal(Math.max(LEAST, Math.min(width, MOST)), ascii);
        }
    }
}
