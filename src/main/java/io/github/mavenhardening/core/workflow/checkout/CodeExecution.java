package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.PosixShells;
import io.github.mavenhardening.core.shell.ProgramInterpreters;
import io.github.mavenhardening.core.shell.Runners;
import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Commands that run code from the directory they work on, and where that code lies. Build tools run what build
 * files, plugins, hooks and install scripts say; interpreters run the file that they are given.
 */
final class CodeExecution {

    private static final Set<String> INTERPRETERS = Set.of(
            "sh",
            "bash",
            "zsh",
            "source",
            ".",
            "python",
            "python3",
            "node",
            "ruby",
            "perl",
            "php",
            "pwsh",
            "powershell",
            "tsx",
            "ts-node",
            "rscript",
            "julia",
            "groovy",
            "lua",
            "elixir");
    /** Those that take any name for a file, also one without an ending or a folder. */
    private static final Set<String> OF_PLAIN_FILES = Set.of("sh", "bash", "zsh", "source", ".", "node", "php");

    /** Options of Java's launcher that name what it runs. */
    private static final Set<String> JAVA_PATHS = Set.of("-jar", "-cp", "-classpath", "--class-path");

    private static final Pattern SCRIPT_ENDING =
            Pattern.compile(".{1,300}\\.(sh|bash|py|js|mjs|cjs|ts|rb|pl|php|ps1|bat|cmd|[rR]|jl|groovy|lua|exs|PL)");
    private static final Pattern PLAIN_FILE = Pattern.compile("[A-Za-z_][\\w-]{0,100}");
    private static final Pattern ACTIVATION = Pattern.compile("(?:.{0,300}/bin/)?(?:de)?activate");
    /** A path that is not of the runner's programs, for it begins with a folder of the workspace. */
    private static final Pattern PLAIN_PATH = Pattern.compile("[\\w.][\\w.-]{0,100}(?:/[\\w.-]{1,100}){1,20}");

    private static final Pattern PYTHON = Pattern.compile("py|python[0-9.]{0,5}");
    /** Modules that Python or an installed package brings, and that run nothing of the project. */
    private static final Set<String> INSTALLED_MODULES = Set.of(
            ("venv virtualenv ensurepip site sysconfig platform json http zipfile tarfile compileall py_compile timeit"
                            + " pip pipx uv twine pip_audit black isort ruff yamllint codespell bandit pycodestyle")
                    .split(" ", -1));
    /** An option of a shell with a program behind it: {@code -c}, {@code -lc}. */
    private static final Pattern SHELL_PROGRAM = Pattern.compile("-[a-z]{0,6}c");
    /** An option by which a shell reads its program from another command; what stands behind it is handed to that. */
    private static final Pattern SHELL_INPUT = Pattern.compile("-[a-z]{0,6}s");
    /** An option of a shell that names one more in the next word: {@code -euo pipefail}. */
    private static final Pattern SHELL_OPTION = Pattern.compile("[-+][a-z]{0,6}[oO]|--(?:rcfile|init-file)");

    private static final Pattern OPTION = Pattern.compile("^-[^=]{1,60}=");
    private static final Pattern VERSION_ONLY = Pattern.compile("-{1,2}v(ersion)?|-V|-{1,2}h(elp)?");

    private CodeExecution() {}

    /**
     * The path of the code that a command runs, seen from the workspace: a folder or a file. Empty when it runs none of it.
     *
     * @param folder where the command runs
     * @param suspects tells folders of an outsider's code: an argument that names one is taken for the place of the code
     * @param known tells folders of any checkout: one that is named is taken for it otherwise
     */
    static Optional<String> of(
            ShellCommand written, String folder, Predicate<String> suspects, Predicate<String> known) {
        Optional<ShellCommand> module = ofModule(written);
        ShellCommand command = module.orElse(written);
        // A file of the workspace may do anything, whatever it is asked for.
        if (command.arguments().size() == 1
                && !isRelativePath(command.path())
                && VERSION_ONLY.matcher(command.arguments().get(0)).matches()) {
            return Optional.empty();
        }
        ShellCommand run = Runners.inner(command);
        if (command.operand(0).equals("run")
                && run.words().size() < command.words().size()) {
            // The folder that it stands in says what is installed; what is run says which of its words are files.
            Optional<String> inner = of(run, folder, suspects, known);
            return Optional.of(suspects.test(folder) ? folder : inner.orElse(folder));
        }
        if (BuildCommand.is(command)) {
            String own = WorkPath.of(folder, command.path());
            // Such as a wrapper of another folder.
            if (isRelativePath(command.path()) && suspects.test(own)) {
                return Optional.of(own);
            }
            List<String> paths = command.arguments().stream()
                    .map(word -> WorkPath.of(folder, OPTION.matcher(word).replaceFirst("")))
                    .toList();
            return Optional.of(paths.stream()
                    .filter(suspects)
                    .findFirst()
                    .or(() -> paths.stream().filter(known).findFirst())
                    .orElse(folder));
        }
        if (module.isPresent()) {
            // Python looks for modules where it is started first.
            return INSTALLED_MODULES.contains(command.name().split("\\.", 2)[0])
                    ? Optional.empty()
                    : Optional.of(folder);
        }
        String name = command.name();
        boolean isShell = PosixShells.isOne(name);
        boolean hasProgram = isShell ? command.hasMatch(SHELL_PROGRAM) : command.has("-e") || isOneLiner(command);
        if (isShell && hasProgram) {
            Optional<String> given = command.arguments().stream()
                    .filter(word -> word.startsWith("./"))
                    .findFirst();
            return given.map(word -> WorkPath.of(folder, word.split("\\s", 2)[0]));
        }
        String file = file(command);
        boolean isGiven = !file.equals(command.path());
        boolean interprets = isGiven
                && !hasProgram
                && (SCRIPT_ENDING.matcher(file).matches()
                        || file.contains("/")
                        || name.equals("java")
                        || (name.equals("node") && file.equals("."))
                        || (OF_PLAIN_FILES.contains(name)
                                && PLAIN_FILE.matcher(file).matches()));
        boolean direct = !isGiven && isRelativePath(file);
        // The activation of an environment of Python is a file that a command before it writes.
        return (interprets || direct)
                        && isOfWorkspace(file)
                        && !ACTIVATION.matcher(file).matches()
                ? Optional.of(WorkPath.of(folder, file))
                : Optional.empty();
    }

    /** The path of the file that a command runs, where it lies outside of the workspace. */
    static Optional<String> elsewhere(ShellCommand command) {
        List<String> files =
                BuildCommand.is(ofModule(command).orElse(command)) ? command.arguments() : List.of(file(command));
        for (String file : files) {
            String path = OPTION.matcher(file).replaceFirst("");
            if (WorkPath.isElsewhere(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** The command that a module of Python is, {@code python -m pytest}; empty where it names none. */
    private static Optional<ShellCommand> ofModule(ShellCommand command) {
        if (!PYTHON.matcher(command.name()).matches()) {
            return Optional.empty();
        }
        List<String> words = command.words();
        int at = 1;
        while (at < words.size()
                && words.get(at).startsWith("-")
                && !words.get(at).equals("-m")) {
            at++;
        }
        return at + 1 < words.size() && words.get(at).equals("-m")
                ? Optional.of(new ShellCommand(
                        words.subList(at + 1, words.size()),
                        command.assignments(),
                        command.pipeline(),
                        command.from(),
                        command.to()))
                : Optional.empty();
    }

    /** The file that an interpreter is given, empty text where there is none; of any other command its program. */
    private static String file(ShellCommand command) {
        List<String> words = command.arguments();
        if (command.name().equals("java")) {
            for (int i = 0; i < words.size(); i++) {
                boolean names = JAVA_PATHS.contains(words.get(i)) && i + 1 < words.size();
                if (names || words.get(i).endsWith(".java")) {
                    return names ? words.get(i + 1).split(":", 2)[0] : words.get(i);
                }
            }
            return command.path();
        }
        if (!INTERPRETERS.contains(command.name())) {
            return command.path();
        }
        if (!PosixShells.isOne(command.name())) {
            return command.has("-c") ? "" : command.operand(0);
        }
        boolean skips = false;
        for (String word : words) {
            if (SHELL_PROGRAM.matcher(word).matches()
                    || SHELL_INPUT.matcher(word).matches()) {
                return "";
            }
            if (!skips && !word.startsWith("-") && !word.startsWith("+")) {
                return word;
            }
            skips = !skips && SHELL_OPTION.matcher(word).matches();
        }
        return "";
    }

    /** Whether one of the options before the first other word is a program's, or is followed by it. */
    private static boolean isOneLiner(ShellCommand command) {
        for (String word : command.arguments()) {
            if (!word.startsWith("-")) {
                return false;
            }
            if (ProgramInterpreters.takesProgram(command.name(), word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRelativePath(String file) {
        return file.startsWith("./")
                || file.startsWith("../")
                || (SCRIPT_ENDING.matcher(file).matches() && file.contains("/"))
                || PLAIN_PATH.matcher(file).matches();
    }

    /** Paths of the machine and of the home folder are none of a checkout's; the workspace's own name is. */
    private static boolean isOfWorkspace(String file) {
        boolean elsewhere =
                file.startsWith("/") || file.startsWith("~") || file.startsWith("$") || file.contains("://");
        return !elsewhere || file.contains("GITHUB_WORKSPACE") || file.contains("github.workspace");
    }
}
