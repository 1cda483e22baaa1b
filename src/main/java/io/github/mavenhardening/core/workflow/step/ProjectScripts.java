package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.PythonCalls;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The scripts of a project that its workflows run by name: shell scripts, PowerShell's among them, what Python's call, targets of a makefile, scripts of {@code package.json},
 * recipes of a justfile, tasks of go-task and mise, environments of tox, tasks of a Rakefile, lanes of fastlane, tasks that a Gradle build file makes of others.
 */
public final class ProjectScripts {

    static final String POWERSHELL_ENDING = ".ps1";
    static final String PYTHON_ENDING = ".py";

    private static final Pattern SHELL_LINE = Pattern.compile("#!.{0,100}\\b(?:ba|da|k|z)?sh\\b");
    /** How many bytes show whether a file is text. */
    private static final int HEAD = 80;

    private final Repository repository;
    /** By what is run, what that is. */
    private final Map<ScriptCall, ScriptPart> read = new ConcurrentHashMap<>();

    /** By what is run, the variables that it does not set itself. */
    private final Map<ScriptCall, Set<String>> outer = new ConcurrentHashMap<>();

    private final TaskFiles taskFiles;
    /** By the path of a script that is read in, its functions. */
    private final Map<String, Map<String, List<ShellCommand>>> functions = new ConcurrentHashMap<>();
    /** By the path of a file that is not read, or not as a whole, the reason. */
    private final Map<String, String> unread = new ConcurrentHashMap<>();

    private ProjectScripts(Repository repository) {
        this.repository = repository;
        this.taskFiles = new TaskFiles(repository, this::text);
    }

    /**
     * What a step runs: the commands of its script, each followed by those of the scripts of the project that it leads to. What
     * those run stands where the step's command does. What could not be followed is in {@link #gaps}.
     */
    public static List<ShellCommand> commands(ReachedStep reached, Definitions definitions, Repository repository) {
        FollowedStep followed = of(definitions, repository).followed(reached, definitions);
        return followed.seen().isEmpty() ? reached.commands() : followed.commands();
    }

    /** The downloads that scripts of the project run which a step leads to, each script by itself. */
    public static List<ScriptDownload> downloads(ReachedStep reached, Definitions definitions, Repository repository) {
        return of(definitions, repository).followed(reached, definitions).downloads();
    }

    /** What of the scripts that a step leads to is not among its {@link #commands}: a sentence each, with path and reason. */
    public static Set<String> gaps(ReachedStep reached, Definitions definitions, Repository repository) {
        ProjectScripts scripts = of(definitions, repository);
        FollowedStep followed = scripts.followed(reached, definitions);
        Set<String> gaps = new TreeSet<>();
        for (ScriptCall call : followed.seen()) {
            String reason = scripts.unread.get(call.path());
            if (reason != null) {
                gaps.add("Not all that '" + call.path() + "' runs is known to the checks of workflows that lead to it: "
                        + reason + ". Make smaller files in UTF-8 of it, or read yourself what it runs");
            }
        }
        if (!followed.isWhole()) {
            gaps.add("Not all scripts that '" + reached.frame().definition().path()
                    + "' leads to are followed: one of its steps leads to more than " + ScriptTrail.FOLLOWED
                    + ", or all of them lead to more commands than are looked at. Let each step run fewer, or read the scripts"
                    + " yourself");
        }
        return gaps;
    }

    /** The file of the repository that a command in a folder runs as a script, by the command's words; empty where it runs none, or one that cannot be read. */
    public static Optional<SourceFile> script(
            List<String> words, String folder, ReachedStep reached, Repository repository) {
        if (!ScriptCalls.mayName(words)) {
            return Optional.empty();
        }
        ShellCommand command = new ShellCommand(words, Map.of(), 0, 0, 0);
        String own = reached.frame().definition() instanceof Action action ? action.path() : "";
        List<ScriptCall> calls = new ScriptCalls(repository, reached::inRepository).of(command, folder, own);
        if (calls.size() != 1 || calls.get(0).runner().isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(repository.read(calls.get(0).path()));
        } catch (UnreadableFileException e) {
            // Silent: the gaps of the step say that it is not read.
            return Optional.empty();
        }
    }

    /** Whether a file is a script of a POSIX shell, by its name or first line. */
    public static boolean isShell(SourceFile file) {
        return file.path().endsWith(".sh")
                || file.path().endsWith(".bash")
                || SHELL_LINE.matcher(file.text()).lookingAt();
    }

    private static ProjectScripts of(Definitions definitions, Repository repository) {
        Optional<ProjectScripts> known = definitions.known(ProjectScripts.class, definitions);
        return known.isPresent()
                ? known.get()
                : definitions.keep(ProjectScripts.class, definitions, new ProjectScripts(repository));
    }

    /** Each step is followed once, for all checks, and together with the others of its workflow, with which it shares a limit. */
    private FollowedStep followed(ReachedStep reached, Definitions definitions) {
        Optional<FollowedStep> known = definitions.known(ProjectScripts.class, reached);
        if (known.isPresent()) {
            return known.get();
        }
        boolean isSpent = reached.frame().entry().definition() instanceof Workflow workflow
                && definitions
                        .known(ScriptAllowance.class, workflow, () -> followAll(workflow, definitions))
                        .isSpent();
        known = definitions.known(ProjectScripts.class, reached);
        // A step that stands for another is not among those of its workflow.
        return known.isPresent()
                ? known.get()
                : definitions.keep(
                        ProjectScripts.class,
                        reached,
                        isSpent ? FollowedStep.CUT : follow(reached, ScriptAllowance.of(definitions, taskFiles)));
    }

    /** What is left of what may be followed of the scripts of a workflow's steps. */
    private ScriptAllowance followAll(Workflow workflow, Definitions definitions) {
        ScriptAllowance left = ScriptAllowance.of(definitions, taskFiles);
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob normal) {
                for (ReachedStep reached : JobSteps.of(normal, workflow, definitions)) {
                    definitions.keep(ProjectScripts.class, reached, follow(reached, left));
                }
            }
        }
        return left;
    }

    /** The folder that a step runs in, as far as that is written; else the root. */
    public static String folder(ReachedStep reached) {
        Optional<YamlScalar> directory = reached.step().run().isPresent()
                ? reached.folder()
                : reached.step().input("build-root-directory");
        return directory.isPresent()
                ? LocalPath.plain(reached.textOf(directory.get()).strip())
                        .map(reached::inRepository)
                        .orElse("")
                : "";
    }

    private FollowedStep follow(ReachedStep reached, ScriptAllowance allowance) {
        ScriptCalls calls = new ScriptCalls(repository, reached::inRepository);
        return new ScriptTrail(reached, calls, this::part, this::functions, allowance).follow(folder(reached));
    }

    /** What a script or task runs in an environment; that is worked out again where it has variables which the script reads. */
    private ScriptPart part(ScriptCall call, EnvironmentScope environment) {
        ScriptPart part = read.get(call);
        if (part == null) {
            part = load(call, EnvironmentScope.NONE);
            read.put(call, part);
        }
        for (String name : outer.getOrDefault(call, Set.of())) {
            if (environment.isSet(name)) {
                return load(call, environment);
            }
        }
        return part;
    }

    /** The names of the functions that a script declares for what reads it in. */
    private Set<String> functions(ScriptCall call) {
        return call.isReadIn() ? functions.getOrDefault(call.path(), Map.of()).keySet() : Set.of();
    }

    /** What a script or task runs; nothing where it is none, or cannot be read. */
    private ScriptPart load(ScriptCall call, EnvironmentScope environment) {
        if (call.runner().isPresent()) {
            return task(call, environment);
        }
        if (call.isReadIn()) {
            return part(readIn(call));
        }
        if (call.function().isPresent()) {
            return part(functions
                    .getOrDefault(call.path(), Map.of())
                    .getOrDefault(call.function().get(), List.of()));
        }
        String text = text(call.path()).orElse("");
        if (call.path().endsWith(POWERSHELL_ENDING)) {
            ShellScript script = script(call, text, Shell.POWERSHELL);
            return new ScriptPart(
                    distinct(script.commands()), List.of(), downloads(script, text), text.length(), false);
        }
        if (call.path().endsWith(PYTHON_ENDING)) {
            if (text.length() > ShellScript.LENGTH_LIMIT) {
                unread.put(call.path(), "it is longer than can be followed");
            }
            return part(distinct(PythonCalls.of(text)));
        }
        boolean shell = isShell(SourceFile.of(call.path(), text));
        return shell ? ofShell(call, text, environment) : part(List.of());
    }

    private static ScriptPart part(List<ShellCommand> commands) {
        return new ScriptPart(commands, List.of(), List.of(), 0, false);
    }

    private ScriptPart ofShell(ScriptCall call, String text, EnvironmentScope environment) {
        ShellScript script = script(call, text, Shell.POSIX);
        outer.put(call, script.outer());
        return new ScriptPart(
                distinct(script.commands(environment, call.given())),
                List.of(),
                downloads(script, text),
                text.length(),
                !environment.equals(EnvironmentScope.NONE));
    }

    private static List<ExecutedDownload> downloads(ShellScript script, String text) {
        return Downloads.mayBeIn(text) ? Downloads.within(script) : List.of();
    }

    private ScriptPart task(ScriptCall call, EnvironmentScope environment) {
        TaskFile.Task task = taskFiles.get(call).task(call.words());
        if (!task.isWhole()) {
            unread.put(
                    call.path(),
                    "it includes more files, or its variables are nested deeper or make it longer, than can be followed");
        }
        ScriptPart script = ofShell(call, task.script(), environment);
        List<ShellCommand> commands = new ArrayList<>(task.commands());
        commands.addAll(script.commands());
        List<ScriptCall> needs = new ArrayList<>();
        for (List<String> words : task.needs()) {
            needs.add(call.task(words));
        }
        return new ScriptPart(commands, needs, script.downloads(), script.length(), script.isOfStep());
    }

    private Optional<String> text(String path) {
        try {
            return Optional.of(repository.read(path).text());
        } catch (UnreadableFileException e) {
            if (!isBinary(path)) {
                unread.put(path, e.reason());
            }
            return Optional.empty();
        }
    }

    /** Whether it is a program and not a script: shells go by a zero byte, too, and run what is text in any encoding. */
    private boolean isBinary(String path) {
        try {
            for (byte each : repository.head(path, HEAD).orElse(new byte[0])) {
                if (each == 0) {
                    return true;
                }
            }
        } catch (UncheckedIOException e) {
            // Silent: that the file cannot be read is what the caller says of it.
            return false;
        }
        return false;
    }

    /** What a script runs that is read in; notes its functions. */
    private List<ShellCommand> readIn(ScriptCall call) {
        ShellScript script = script(call, text(call.path()).orElse(""), Shell.POSIX);
        Map<String, List<ShellCommand>> declared = new LinkedHashMap<>();
        for (Map.Entry<String, List<ShellCommand>> function : script.functions().entrySet()) {
            declared.put(function.getKey(), distinct(function.getValue()));
        }
        functions.put(call.path(), declared);
        return distinct(script.ownCommands());
    }

    private ShellScript script(ScriptCall call, String text, Shell shell) {
        ShellScript script = ShellScript.of(text, shell);
        if (!script.isWhole()) {
            unread.put(call.path(), "it is longer or nested deeper than can be followed");
        }
        return script;
    }

    private static List<ShellCommand> distinct(List<ShellCommand> all) {
        Map<List<String>, ShellCommand> commands = new LinkedHashMap<>();
        for (ShellCommand command : all) {
            commands.putIfAbsent(command.words(), command);
        }
        return List.copyOf(commands.values());
    }
}
