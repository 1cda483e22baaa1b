package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.PythonCalls;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
 * tasks that a Gradle build file makes of others.
 */
public final class ProjectScripts {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ksh", "zsh", "source", ".");
    /** Commands that read a script in: what it declares is there for the commands behind, what it runs is run. */
    private static final Set<String> SOURCES = Set.of("source", ".");
    /** Behind the name of a function, and in place of one for what a script runs that is read in. */
    private static final String FUNCTION = "()";

    private static final Set<String> POWERSHELLS = Set.of("pwsh", "powershell");
    private static final String POWERSHELL_ENDING = ".ps1";
    private static final Set<String> PYTHONS = Set.of("python", "python3", "py");
    private static final String PYTHON_ENDING = ".py";
    private static final Set<String> GRADLE = Set.of("gradle", "gradlew");
    private static final List<String> MAKEFILES = List.of("GNUmakefile", "makefile", "Makefile");
    private static final List<String> GRADLE_FILES = List.of("build.gradle", "build.gradle.kts");
    private static final Pattern SHELL_LINE = Pattern.compile("#!.{0,100}\\b(?:ba|da|k|z)?sh\\b");
    /** The most scripts that one step is followed through. */
    private static final int FOLLOWED = 200;
    /** How many bytes show whether a file is text. */
    private static final int HEAD = 80;

    private final Repository repository;
    /** By what is run, the distinct commands of it. */
    private final Map<Call, List<ShellCommand>> read = new ConcurrentHashMap<>();

    /** By what is run, the variables that it does not set itself. */
    private final Map<Call, Set<String>> outer = new ConcurrentHashMap<>();

    private final Map<String, Optional<Makefile>> makefiles = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<ShellCommand>>> tasks = new ConcurrentHashMap<>();
    /** By the path of a script that is read in, its functions. */
    private final Map<String, Map<String, List<ShellCommand>>> functions = new ConcurrentHashMap<>();
    /** By the path of a file that is not read, or not as a whole, the reason. */
    private final Map<String, String> unread = new ConcurrentHashMap<>();

    private ProjectScripts(Repository repository) {
        this.repository = repository;
    }

    /**
     * A script by where it is.
     *
     * @param folder the folder that it is run in
     * @param path the file
     * @param name of the target, script, task or, with {@link #FUNCTION}, function; empty text for the file as a whole
     */
    private record Call(String folder, String path, String name) {}

    /** What was found behind a step, and what could not be followed. */
    private record Followed(List<ShellCommand> commands, Set<Call> seen, boolean isWhole) {}

    /**
     * What a step runs: the commands of its script, each followed by those of the scripts of the project that it leads to. What
     * those run stands where the step's command does. What could not be followed is in {@link #gaps}.
     */
    public static List<ShellCommand> commands(ReachedStep reached, Definitions definitions, Repository repository) {
        List<ShellCommand> own = reached.commands();
        return own.isEmpty()
                ? own
                : of(definitions, repository)
                        .followed(reached, own, definitions)
                        .commands();
    }

    /** What of the scripts that a step leads to is not among its {@link #commands}: a sentence each, with path and reason. */
    public static Set<String> gaps(ReachedStep reached, Definitions definitions, Repository repository) {
        List<ShellCommand> own = reached.commands();
        if (own.isEmpty()) {
            return Set.of();
        }
        ProjectScripts scripts = of(definitions, repository);
        Followed followed = scripts.followed(reached, own, definitions);
        Set<String> gaps = new TreeSet<>();
        for (Call call : followed.seen()) {
            String reason = scripts.unread.get(call.path());
            if (reason != null) {
                gaps.add("Not all that '" + call.path() + "' runs is known to the checks of workflows that lead to it: "
                        + reason);
            }
        }
        if (!followed.isWhole()) {
            gaps.add("Not all scripts that '" + reached.frame().definition().path()
                    + "' leads to are followed: one of its steps leads to more than " + FOLLOWED);
        }
        return gaps;
    }

    private static ProjectScripts of(Definitions definitions, Repository repository) {
        Optional<ProjectScripts> known = definitions.known(ProjectScripts.class, definitions);
        return known.isPresent()
                ? known.get()
                : definitions.keep(ProjectScripts.class, definitions, new ProjectScripts(repository));
    }

    /** Each step is followed once, for all checks. */
    private Followed followed(ReachedStep reached, List<ShellCommand> own, Definitions definitions) {
        Optional<Followed> known = definitions.known(ProjectScripts.class, reached);
        return known.isPresent() ? known.get() : definitions.keep(ProjectScripts.class, reached, follow(reached, own));
    }

    private Followed follow(ReachedStep reached, List<ShellCommand> own) {
        Optional<YamlScalar> directory =
                reached.step().body() instanceof Step.RunScript run ? run.workingDirectory() : Optional.empty();
        String folder = directory.isPresent()
                ? LocalPath.plain(directory.get().value().strip()).orElse("")
                : "";
        EnvironmentScope environment = reached.environment();
        List<ShellCommand> all = new ArrayList<>();
        Set<Call> seen = new HashSet<>();
        boolean isWhole = true;
        Map<String, Call> declared = new HashMap<>();
        for (ShellCommand command : own) {
            all.add(command);
            isWhole &= follow(command, folder, environment, seen, declared, all);
        }
        return new Followed(List.copyOf(all), seen, isWhole);
    }

    /** Adds what a command leads to; answers whether that is all. */
    private boolean follow(
            ShellCommand start,
            String folder,
            EnvironmentScope environment,
            Set<Call> seen,
            Map<String, Call> declared,
            List<ShellCommand> all) {
        Deque<Call> left = new ArrayDeque<>(calls(start, folder));
        addFunctions(start, declared, left);
        while (!left.isEmpty()) {
            Call call = left.poll();
            if (seen.contains(call)) {
                continue;
            }
            if (seen.size() >= FOLLOWED) {
                return false;
            }
            seen.add(call);
            List<ShellCommand> commands = read.get(call);
            if (commands == null) {
                commands = load(call, EnvironmentScope.NONE);
                read.put(call, commands);
            }
            for (String name : outer.getOrDefault(call, Set.of())) {
                if (environment.isSet(name)) {
                    commands = load(call, environment);
                    break;
                }
            }
            if (call.name().equals(FUNCTION)) {
                for (String name : functions.getOrDefault(call.path(), Map.of()).keySet()) {
                    declared.put(name, new Call(call.folder(), call.path(), name + FUNCTION));
                }
            }
            for (ShellCommand command : commands) {
                all.add(new ShellCommand(
                        command.words(), command.assignments(), start.pipeline(), start.from(), start.to()));
                left.addAll(calls(command, call.folder()));
                addFunctions(command, declared, left);
            }
        }
        return true;
    }

    /** Adds the functions that a command names, be it as what another program runs. */
    private static void addFunctions(ShellCommand command, Map<String, Call> declared, Deque<Call> left) {
        if (!declared.isEmpty()) {
            for (String word : command.words()) {
                Call function = declared.get(word);
                if (function != null) {
                    left.add(function);
                }
            }
        }
    }

    /** The scripts of the project that a command runs. */
    private List<Call> calls(ShellCommand command, String folder) {
        String name = command.name();
        if (name.equals("make") || name.equals("gmake")) {
            return ofMake(command, folder);
        }
        Optional<String> packaged = PackageScripts.run(command);
        if (packaged.isPresent()) {
            return call(folder, file(folder, PackageScripts.FILE), packaged.get());
        }
        if (GRADLE.contains(name)) {
            List<Call> calls = new ArrayList<>();
            for (String file : GRADLE_FILES) {
                Optional<String> path = file(folder, file);
                for (String word : command.arguments()) {
                    if (path.isPresent() && !word.startsWith("-")) {
                        calls.add(new Call(folder, path.get(), word.substring(word.lastIndexOf(':') + 1)));
                    }
                }
            }
            return calls;
        }
        if (POWERSHELLS.contains(name)) {
            for (String word : command.arguments()) {
                if (word.endsWith(POWERSHELL_ENDING)) {
                    return call(folder, file(folder, word), "");
                }
            }
            return List.of();
        }
        if (PYTHONS.contains(name)) {
            String script = command.operand(0);
            return script.endsWith(PYTHON_ENDING) ? call(folder, file(folder, script), "") : List.of();
        }
        boolean shell = SHELLS.contains(name);
        String script = shell && !command.has("-c") ? command.operand(0) : command.path();
        boolean named = script.contains("/") || (shell && !script.equals(command.path()));
        return named ? call(folder, file(folder, script), SOURCES.contains(name) ? FUNCTION : "") : List.of();
    }

    private static List<Call> call(String folder, Optional<String> path, String name) {
        return path.isPresent() ? List.of(new Call(folder, path.get(), name)) : List.of();
    }

    private List<Call> ofMake(ShellCommand command, String folder) {
        List<String> names = new ArrayList<>();
        String in = folder;
        List<String> files = MAKEFILES;
        List<String> words = command.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean takesNext = i + 1 < words.size()
                    && List.of("-C", "--directory", "-f", "--file").contains(word);
            if (takesNext) {
                i++;
                if (word.equals("-C") || word.equals("--directory")) {
                    in = LocalPath.plain(in + "/" + words.get(i)).orElse("");
                } else {
                    files = List.of(words.get(i));
                }
            } else if (!word.startsWith("-") && !word.contains("=")) {
                names.add(word);
            }
        }
        for (String file : files) {
            Optional<String> path = file(in, file);
            if (path.isPresent()) {
                if (names.isEmpty()) {
                    Optional<Makefile> makefile = makefile(path.get());
                    names.add(makefile.isPresent() ? makefile.get().first().orElse("") : "");
                }
                List<Call> calls = new ArrayList<>();
                for (String name : names) {
                    calls.add(new Call(in, path.get(), name));
                }
                return calls;
            }
        }
        return List.of();
    }

    private Optional<String> file(String folder, String path) {
        Optional<String> plain =
                path.startsWith("/") || path.contains("$") ? Optional.empty() : LocalPath.plain(folder + "/" + path);
        return plain.isPresent() && repository.isFile(plain.get()) ? plain : Optional.empty();
    }

    /** The distinct commands of a script; none where it is not one, or cannot be read. */
    private List<ShellCommand> load(Call call, EnvironmentScope environment) {
        if (call.name().endsWith(FUNCTION)) {
            return call.name().equals(FUNCTION)
                    ? readIn(call)
                    : functions.getOrDefault(call.path(), Map.of()).getOrDefault(functionOf(call), List.of());
        }
        if (call.name().isEmpty()) {
            Optional<String> text = text(call.path());
            if (call.path().endsWith(POWERSHELL_ENDING)) {
                return distinct(script(call, text.orElse(""), Shell.POWERSHELL).commands());
            }
            if (call.path().endsWith(PYTHON_ENDING)) {
                if (text.orElse("").length() > ShellScript.LENGTH_LIMIT) {
                    unread.put(call.path(), "it is longer than can be followed");
                }
                return distinct(PythonCalls.of(text.orElse("")));
            }
            boolean shell = call.path().endsWith(".sh")
                    || call.path().endsWith(".bash")
                    || SHELL_LINE.matcher(text.orElse("")).lookingAt();
            return shell ? distinct(call, text.orElse(""), environment) : List.of();
        }
        String file = call.path().substring(call.path().lastIndexOf('/') + 1);
        if (file.equals(PackageScripts.FILE)) {
            return distinct(call, PackageScripts.text(text(call.path()).orElse("{}"), call.name()), environment);
        }
        if (GRADLE_FILES.contains(file)) {
            Map<String, List<ShellCommand>> known = tasks.get(call.path());
            if (known == null) {
                known = gradleTasks(call.path());
                tasks.put(call.path(), known);
            }
            return known.getOrDefault(call.name(), List.of());
        }
        Optional<Makefile> makefile = makefile(call.path());
        if (makefile.isEmpty()) {
            return List.of();
        }
        List<ShellCommand> commands = new ArrayList<>();
        for (String needed : makefile.get().needs(call.name())) {
            if (!needed.isEmpty()) {
                commands.add(command("make", "-f", file, needed));
            }
        }
        Makefile.Recipe recipe = makefile.get().recipe(call.name());
        if (!recipe.isWhole()) {
            unread.put(call.path(), "its variables are nested deeper, or make it longer, than can be followed");
        }
        commands.addAll(distinct(call, recipe.script(), environment));
        return commands;
    }

    private Optional<Makefile> makefile(String path) {
        Optional<Makefile> known = makefiles.get(path);
        if (known == null) {
            Optional<String> text = text(path);
            known = text.isPresent() ? Optional.of(Makefile.of(text.get())) : Optional.empty();
            makefiles.put(path, known);
        }
        return known;
    }

    /** By the name of each task that a build file makes, the tasks that it depends on, as calls of Gradle. */
    private Map<String, List<ShellCommand>> gradleTasks(String path) {
        Map<String, List<ShellCommand>> found = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> task :
                GradleTasks.of(text(path).orElse("")).entrySet()) {
            List<ShellCommand> needed = new ArrayList<>();
            for (String name : task.getValue()) {
                needed.add(command("gradle", name));
            }
            found.put(task.getKey(), needed);
        }
        return found;
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

    private static String functionOf(Call call) {
        return call.name().substring(0, call.name().length() - FUNCTION.length());
    }

    /** What a script runs that is read in; notes its functions. */
    private List<ShellCommand> readIn(Call call) {
        ShellScript script = script(call, text(call.path()).orElse(""), Shell.POSIX);
        Map<String, List<ShellCommand>> declared = new LinkedHashMap<>();
        for (Map.Entry<String, List<ShellCommand>> function : script.functions().entrySet()) {
            declared.put(function.getKey(), distinct(function.getValue()));
        }
        functions.put(call.path(), declared);
        return distinct(script.ownCommands());
    }

    private List<ShellCommand> distinct(Call call, String text, EnvironmentScope environment) {
        ShellScript script = script(call, text, Shell.POSIX);
        outer.put(call, script.outer());
        return distinct(script.commands(environment));
    }

    private ShellScript script(Call call, String text, Shell shell) {
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

    private static ShellCommand command(String... words) {
        return new ShellCommand(List.of(words), Map.of(), 0, 0, 0);
    }
}
