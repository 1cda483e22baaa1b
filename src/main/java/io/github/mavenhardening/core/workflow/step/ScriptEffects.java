package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellCompound;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.shell.ShellScript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What becomes of the output and of the failure of a script's commands: by the places of their words, as commands are flat. */
final class ScriptEffects {

    /** Programs that never fail. */
    private static final Set<String> HARMLESS = Set.of("echo", "printf", "true", ":");
    /** Programs that hand on what flows into them and decide nothing by it. */
    private static final Set<String> PRINTERS = Set.of("tee", "cat", "cut", "head", "tail", "tr", "sed", "sort");

    /** Files that are read by people alone. */
    private static final Pattern SHOWN = Pattern.compile("/dev/.{1,20}|.{0,9}GITHUB_STEP_SUMMARY.{0,3}");

    /** Words of commands whose output the script takes up. */
    private final Set<Integer> taken = new HashSet<>();
    /** Words of commands whose failure has no effect. */
    private final Set<Integer> ignored = new HashSet<>();
    /** By words of commands, the variable that gets their output. */
    private final Map<Integer, String> variables = new HashMap<>();

    ScriptEffects(ShellScript script) {
        statements(script.statements(), false, false, "");
    }

    /** Whether what a command prints is compared, kept or handed on. */
    boolean isTaken(ShellCommand command) {
        return taken.contains(command.from())
                || !(command.output().isEmpty()
                        || SHOWN.matcher(command.output()).matches());
    }

    /** Whether the script goes on as before where a command fails: {@code a || true}. */
    boolean isIgnored(ShellCommand command) {
        return ignored.contains(command.from());
    }

    /** The variable that gets what a command prints. */
    Optional<String> variable(ShellCommand command) {
        return Optional.ofNullable(variables.get(command.from()));
    }

    private void statements(List<ShellNode.Statement> statements, boolean take, boolean ignore, String variable) {
        for (ShellNode.Statement statement : statements) {
            statement(statement, take, ignore, variable);
        }
    }

    private void statement(ShellNode.Statement statement, boolean take, boolean ignore, String variable) {
        ShellNode.Command command = statement.command().orElse(null);
        if (command instanceof ShellNode.Call call) {
            call(call, take, ignore, variable);
        } else if (command instanceof ShellCompound compound) {
            for (ShellNode.Word word : compound.words()) {
                word(word, ignore, "");
            }
            statements(compound.statements(), take, ignore, variable);
        } else if (command instanceof ShellNode.Chain chain && chain.isPipeline()) {
            boolean flows = take;
            for (int i = chain.statements().size() - 1; i >= 0; i--) {
                statement(chain.statements().get(i), flows, ignore, variable);
                flows |= !isAll(chain.statements().get(i), PRINTERS);
            }
        } else if (command instanceof ShellNode.Chain chain) {
            boolean harmless = true;
            boolean ends = ignore;
            for (int i = chain.statements().size() - 1; i >= 0; i--) {
                ShellNode.Statement each = chain.statements().get(i);
                if (i < chain.operators().size()) {
                    // What follows && is not run where this fails.
                    ends = harmless && (ends || chain.operators().get(i).equals("||"));
                }
                statement(each, take, ends, variable);
                harmless &= isAll(each, HARMLESS);
            }
        }
        for (ShellNode.Redirection redirection : statement.redirections()) {
            word(redirection.target(), ignore, "");
        }
    }

    private void call(ShellNode.Call call, boolean take, boolean ignore, String variable) {
        boolean assigns =
                call.arguments().size() > 1 && call.arguments().get(1).text().equals("="); // PowerShell's.
        for (ShellNode.Assignment assignment : call.assigned()) {
            note(assignment.from(), take, ignore, variable);
            word(assignment.value(), ignore, call.arguments().isEmpty() ? assignment.name() : "");
        }
        for (ShellNode.Word word : call.arguments()) {
            note(word.from(), take || assigns, ignore, variable);
            word(word, ignore, "");
        }
    }

    private void note(int place, boolean take, boolean ignore, String variable) {
        if (take) {
            taken.add(place);
        }
        if (ignore) {
            ignored.add(place);
        }
        if (!variable.isEmpty()) {
            variables.put(place, variable);
        }
    }

    private void word(ShellNode.Word word, boolean ignore, String variable) {
        for (ShellNode.Substitution substitution : word.substitutions()) {
            statements(substitution.statements(), true, ignore, variable);
        }
    }

    /** Whether a statement runs nothing but these programs. */
    private static boolean isAll(ShellNode.Statement statement, Set<String> programs) {
        ShellNode.Command command = statement.command().orElse(null);
        if (command instanceof ShellNode.Call call) {
            return call.assigned().isEmpty()
                    && !call.arguments().isEmpty()
                    && programs.contains(call.arguments().get(0).text());
        }
        List<ShellNode.Statement> inner = command instanceof ShellCompound compound
                ? compound.statements()
                : command instanceof ShellNode.Chain chain ? chain.statements() : List.of();
        for (ShellNode.Statement each : inner) {
            if (!isAll(each, programs)) {
                return false;
            }
        }
        return !inner.isEmpty();
    }
}
