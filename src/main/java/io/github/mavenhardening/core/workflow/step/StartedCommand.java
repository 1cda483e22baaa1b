package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Commands that others run for each thing they find or read. */
final class StartedCommand {

    /** Options of xargs whose value is the next word. */
    private static final Pattern XARGS_VALUE =
            Pattern.compile("-[nPILdsEa]|--max-args|--max-procs|--delimiter|--arg-file");

    private static final Set<String> EXEC = Set.of("-exec", "-execdir", "-ok", "-okdir");

    private StartedCommand() {}

    /** The command that another one runs for what it finds or reads: behind {@code xargs}, {@code find -exec}. */
    static Optional<ShellCommand> of(ShellCommand command) {
        List<String> words = command.words();
        int at = words.size();
        if (command.name().equals("xargs")) {
            at = 1;
            while (at < words.size() && words.get(at).startsWith("-")) {
                at += XARGS_VALUE.matcher(words.get(at)).matches() ? 2 : 1;
            }
        } else if (command.name().equals("find")) {
            at = 1;
            while (at < words.size() && !EXEC.contains(words.get(at))) {
                at++;
            }
            at++;
        }
        return at < words.size()
                ? Optional.of(new ShellCommand(
                        words.subList(at, words.size()), Map.of(), command.pipeline(), command.from(), command.to()))
                : Optional.empty();
    }
}
