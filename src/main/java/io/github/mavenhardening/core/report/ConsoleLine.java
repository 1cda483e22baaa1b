package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Sanitizer;

/**
 * One line for a log. Whatever it is made of, it is one line, and neither a terminal nor a CI system finds anything in it
 * to obey.
 *
 * @param level how loud it is to be said
 * @param text the line, without a line end
 */
public record ConsoleLine(Level level, String text) {

    public ConsoleLine {
        text = Sanitizer.wholeLine(text);
    }

    /** The levels of a build's log. */
    public enum Level {
        /** For reading. */
        INFO("[INFO] "),
        /** What would fail the build by a stricter policy, and what could not be checked. */
        WARN("[WARNING] "),
        /** What fails the build. */
        ERROR("[ERROR] ");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        /** How many columns Maven's label of the level takes. */
        int label() {
            return label.length();
        }
    }
}
