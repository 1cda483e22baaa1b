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
        INFO,
        WARN,
        ERROR
    }
}
