package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.PosixShells;
import io.github.mavenhardening.core.shell.Runners;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Finds the scripts and tasks of a project that a command runs. */
final class ScriptCalls {

    /** Commands that read a script in. */
    private static final Set<String> SOURCES = Set.of("source", ".");

    /** What may name a function of a script. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w:-]{0,100}");

    private static final Set<String> POWERSHELLS = Set.of("pwsh", "powershell");
    /** By an interpreter, the names of its programs. */
    private static final Map<String, Pattern> PROGRAM_ENDINGS = Map.of(
            "node", Pattern.compile("\\S{1,300}\\.[mc]?js"),
            "ruby", Pattern.compile("\\S{1,300}\\.rb"),
            "perl", Pattern.compile("\\S{1,300}\\.pl"));

    private static final Set<String> PYTHONS = Set.of("python", "python3", "py");

    private final TaskCalls tasks;
    private final ProjectFiles files;

    ScriptCalls(Repository repository, UnaryOperator<String> inRepository) {
        this.files = new ProjectFiles(repository, inRepository);
        this.tasks = new TaskCalls(files, repository);
    }

    /** Whether one of a command's words may be the name of a script: few commands have one. */
    static boolean mayName(List<String> words) {
        for (String word : words) {
            if (word.indexOf('/') >= 0 || word.indexOf('.') >= 0 || isShell(word)) {
                return true;
            }
        }
        return false;
    }

    /** The scripts and tasks of the project that a command runs, in a folder. */
    List<ScriptCall> of(ShellCommand command, String folder) {
        List<ScriptCall> calls = directly(command, folder);
        if (!calls.isEmpty()) {
            return calls;
        }
        ShellCommand inner = Runners.inner(command);
        // What a workspace runs is a script of its own.
        return inner.words().equals(command.words()) || inner.name().equals(command.name())
                ? List.of()
                : directly(inner, folder);
    }

    /** The same in a folder, or else in that of the script or action itself: many go there first, or name it by a variable. */
    List<ScriptCall> of(ShellCommand command, String folder, String path) {
        List<ScriptCall> found = of(command, folder);
        String own = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return found.isEmpty() && !own.equals(folder) ? of(command, own) : found;
    }

    private List<ScriptCall> directly(ShellCommand command, String folder) {
        Optional<TaskRunner> runner = TaskRunner.of(command.name());
        if (runner.isPresent()) {
            return tasks.of(runner.get(), command, folder);
        }
        String name = command.name();
        if (POWERSHELLS.contains(name)) {
            for (String word : command.arguments()) {
                if (word.endsWith(ProjectScripts.POWERSHELL_ENDING)) {
                    return script(folder, word);
                }
            }
            return List.of();
        }
        if (PYTHONS.contains(name)) {
            String script = command.operand(0);
            return script.endsWith(ProjectScripts.PYTHON_ENDING) ? script(folder, script) : List.of();
        }
        if (PROGRAM_ENDINGS.containsKey(name)) {
            String script = command.operand(0);
            return PROGRAM_ENDINGS.get(name).matcher(script).matches() ? script(folder, script) : List.of();
        }
        boolean shell = isShell(name);
        String script = shell && !command.has("-c") ? command.operand(0) : command.path();
        boolean named = script.contains("/") || (shell && !script.equals(command.path()));
        if (named && SOURCES.contains(name)) {
            Optional<String> path = files.file(folder, script);
            return path.isPresent() ? List.of(ScriptCall.readIn(folder, path.get())) : List.of();
        }
        if (!named) {
            return List.of();
        }
        String given = command.operand(script.equals(command.path()) ? 0 : 1);
        return script(folder, script, Optional.of(given).filter(NAME.asMatchPredicate()));
    }

    private List<ScriptCall> script(String folder, String script) {
        return script(folder, script, Optional.empty());
    }

    private List<ScriptCall> script(String folder, String script, Optional<String> given) {
        Optional<String> path = files.file(folder, script);
        return path.isPresent() ? List.of(ScriptCall.ofFile(folder, path.get(), given)) : List.of();
    }

    private static boolean isShell(String word) {
        return PosixShells.isOne(word) || word.equals("source") || word.equals(".");
    }
}
