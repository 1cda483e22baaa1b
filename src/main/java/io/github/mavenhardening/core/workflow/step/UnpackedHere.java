package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.RunFolder;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An archive that a script has just unpacked into its own folder, whatever the names in it: a program there that the repository does
 * not have comes of it, until a command is run that may have made others.
 */
final class UnpackedHere {

    /** Commands that make no program. */
    private static final Set<String> STILL = Set.of(
            "7z",
            "[",
            "[[",
            "bsdtar",
            "cat",
            "chmod",
            "chown",
            "cp",
            "curl",
            "du",
            "echo",
            "expand-archive",
            "export",
            "file",
            "find",
            "gtar",
            "ln",
            "ls",
            "mkdir",
            "mv",
            "printf",
            "pwd",
            "rm",
            "set",
            "tar",
            "test",
            "touch",
            "true",
            "unzip",
            "wget");

    private static final Set<String> CHANGES_FOLDER = Set.of("cd", "pushd");

    /** Commands that run what the folder says by which they are called. */
    private static final Set<String> BUILDERS = Set.of(
            "bundle",
            "cargo",
            "cmake",
            "composer",
            "gradle",
            "make",
            "meson",
            "mvn",
            "npm",
            "perl",
            "pip",
            "pip3",
            "pnpm",
            "python",
            "python3",
            "yarn");

    /** Folders in which builds leave what they make. */
    private static final Set<String> MADE =
            Set.of(".venv", "bin", "build", "dist", "node_modules", "out", "target", "vendor", "venv");

    /** In the names of archives that hold no programs. */
    private static final Pattern DATA = Pattern.compile(
            "(?i)data|tests?\\b|fixture|sample|corpus|corpora|model|dump|backup|assets|locales|icons|fonts");

    /** What programs beside the folders of an archive are called: others there may be of steps before. */
    private static final Pattern INSTALLER = Pattern.compile(
            "(?i)(?:install|setup|configure|bootstrap|build|run|start|init).*|.*\\.(?:sh|bash|py|pl|ps1)");

    /** Scripts that every build has by its own, also where the checkout is not the root. */
    private static final Set<String> WRAPPERS = Set.of("gradlew", "mvnw");

    private static final Pattern SCRIPT = Pattern.compile("(?i).*\\.(?:sh|bash|py|pl|rb|js|mjs|ps1)|\\.?.+/.+");

    private final Repository repository;
    /** Where the script runs, with a slash behind it, or empty text for the root. */
    private final String folder;
    /** The download; empty where nothing was unpacked, or what is there may be of other commands by now. */
    private Optional<ShellCommand> load = Optional.empty();
    /** Whether the script has gone into a folder of the archive. */
    private boolean isInside;

    /**
     * Of a script.
     *
     * @param folder where it runs, from the root
     */
    UnpackedHere(Repository repository, String folder) {
        this.repository = repository;
        this.folder = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    }

    /** Of a step's script; empty where it is not written in which folder that runs. */
    static Optional<UnpackedHere> in(Step step, WorkflowPosition in, Repository repository) {
        Optional<YamlScalar> folder = step.run().isPresent()
                ? RunFolder.of(step.run().get(), in.normalJob(), in.workflow())
                : Optional.empty();
        String path = folder.isPresent() ? plain(folder.get().value()) : "";
        return isWritten(path) ? Optional.of(new UnpackedHere(repository, path)) : Optional.empty();
    }

    /** Takes in that a download was unpacked. */
    void unpacked(ShellCommand download) {
        String address = DownloadCommand.address(download.words()).orElse("");
        load = DATA.matcher(DownloadCommand.named(address)).find() ? Optional.empty() : Optional.of(download);
        isInside = false;
    }

    /** The download of which a command runs something. */
    Optional<ShellCommand> runBy(ShellCommand command, boolean isRunner) {
        if (load.isEmpty()) {
            return load;
        }
        boolean builds = isInside && BUILDERS.contains(command.name());
        String run = isRunner ? command.operand(0) : command.path();
        boolean isFile = isRunner ? SCRIPT.matcher(run).matches() : run.indexOf('/') > 0;
        boolean isNamed = isInside
                || plain(run).indexOf('/') > 0
                || INSTALLER.matcher(plain(run)).matches();
        return builds || (isFile && isNamed && isForeign(run)) ? load : Optional.empty();
    }

    /** Takes in a command that runs nothing of it. */
    void passed(ShellCommand command) {
        if (CHANGES_FOLDER.contains(command.name())) {
            isInside = isForeign(command.operand(0));
            load = isInside ? load : Optional.empty();
        } else if (!STILL.contains(command.name())) {
            load = Optional.empty();
        }
    }

    private boolean isForeign(String written) {
        String path = plain(written);
        boolean isBelow = isWritten(path) && !path.isEmpty() && !path.startsWith("-") && !path.startsWith("..");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return isBelow
                && !WRAPPERS.contains(name)
                && !MADE.contains(path.split("/", 2)[0])
                && (isInside || !(repository.exists(folder + path) || repository.exists(path)));
    }

    /** Whether no variable has a say in a path, and it does not begin at another place. */
    private static boolean isWritten(String path) {
        return path.indexOf('$') < 0 && path.indexOf('*') < 0 && !path.startsWith("/") && !path.startsWith("~");
    }

    private static String plain(String path) {
        String plain = path.strip();
        while (plain.startsWith("./")) {
            plain = plain.substring(2);
        }
        return plain.equals(".") ? "" : plain;
    }
}
