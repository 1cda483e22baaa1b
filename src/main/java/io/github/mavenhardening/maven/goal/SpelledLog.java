package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.report.Commands;
import org.apache.maven.plugin.logging.Log;

/** A log whose lines name goals so that they can be run where the build was started. */
final class SpelledLog implements Log {

    private final Log log;
    private final Commands commands;

    SpelledLog(Log log, Commands commands) {
        this.log = log;
        this.commands = commands;
    }

    private String spelled(CharSequence line) {
        return commands.spelled(String.valueOf(line));
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        log.debug(spelled(content));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        log.debug(spelled(content), error);
    }

    @Override
    public void debug(Throwable error) {
        log.debug(error);
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        log.info(spelled(content));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        log.info(spelled(content), error);
    }

    @Override
    public void info(Throwable error) {
        log.info(error);
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        log.warn(spelled(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        log.warn(spelled(content), error);
    }

    @Override
    public void warn(Throwable error) {
        log.warn(error);
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        log.error(spelled(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        log.error(spelled(content), error);
    }

    @Override
    public void error(Throwable error) {
        log.error(error);
    }
}
