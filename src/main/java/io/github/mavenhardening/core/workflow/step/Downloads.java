package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.FileAddress;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Downloads of scripts that later commands of theirs, or of later steps, run. */
public final class Downloads {

    /** Words of which a script that downloads holds one, in lower case. */
    public static final List<String> LOADING = List.of(
            "curl",
            "wget",
            "fetch",
            "iwr",
            "irm",
            "invoke-",
            "downloadstring",
            "gh ",
            "npx",
            "bunx",
            "dlx",
            "go run",
            "uvx",
            "pipx",
            "deno");

    private static final Set<String> RUNNERS = Set.of(
            "sh",
            "bash",
            "zsh",
            "dash",
            "ksh",
            "python",
            "python3",
            "node",
            "perl",
            "ruby",
            "php",
            "pwsh",
            "source",
            ".",
            "iex",
            "invoke-expression",
            "eval",
            "java");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ksh");
    private static final Set<String> UNPACKERS =
            Set.of("tar", "gtar", "bsdtar", "unzip", "7z", "gunzip", "xz", "expand-archive");
    private static final Set<String> MOVERS = Set.of("mv", "cp", "install", "ln", "move-item", "copy-item");
    /** Folders that hold other things than what is unpacked into them. */
    private static final Set<String> COMMON = Set.of(
            "app", "bin", "build", "data", "dist", "home", "lib", "local", "opt", "out", "root", "runner", "sbin",
            "share", "src", "target", "tmp", "usr", "work");

    private static final Set<String> INTO = Set.of("-d", "-C", "--directory", "-DestinationPath");

    /** Programs that install a package from a file, whose scripts they run as root. */
    private static final Set<String> INSTALLERS = Set.of(
            "dpkg", "rpm", "alien", "apt", "apt-get", "yum", "dnf", "zypper", "apk", "pacman", "installer", "msiexec");

    /** Commands of PowerShell and Windows that start a program which is an argument, or an argument of its own. */
    private static final Set<String> STARTERS = Set.of("start-process", "saps", "start", "invoke-item");

    /** Between the words of an argument that holds several. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"',]{1,9}");

    private static final int WORDS = 50;
    /** What folders on the path are separated by, and what ends a line that is printed. */
    private static final Pattern BETWEEN_FOLDERS = Pattern.compile("[/:;\\\\]|\\\\n");

    private static final Set<String> NPX = Set.of("npx", "bunx", "uvx");
    /** So many folders of a program's path are looked at. */
    private static final int FOLDERS = 10;
    /** How deep shells within shells are looked into. */
    private static final int NESTED = 3;

    private static final Pattern SCRIPT_OPTION = Pattern.compile("-[a-z]{0,5}c");
    /** A package by its address, which no registry keeps as it is. */
    private static final Pattern PACKAGE_ADDRESS =
            Pattern.compile("(?:https?://|git\\+|git://|github:|gitlab:).{1,500}");
    /** A Go module at a version that moves. */
    private static final Pattern FLOATING = Pattern.compile(".{1,500}@(?:latest|upgrade|main|master|HEAD)");

    /** Of these, those that run the text of their arguments. */
    private static final Set<String> EVALUATORS = Set.of("eval", "iex", "invoke-expression");

    /** The most characters between an evaluator and what stands in its parentheses. */
    private static final int PARENTHESES = 3;

    /** Commands that compare a file with something known. */
    private static final Pattern VERIFIER =
            Pattern.compile("(sha(1|224|256|384|512)sum|shasum|b2sum|md5sum|cksum|gpg|gpgv|cosign|minisign"
                    + "|slsa-verifier|openssl|rsign|signify|get-filehash|certutil)");
    /** Of these, those that print a checksum unless an option has them compare it. */
    private static final Pattern SUM = Pattern.compile("sha(1|224|256|384|512)sum|shasum|b2sum|md5sum|cksum");

    private static final Pattern COMPARES = Pattern.compile("-[a-z]{0,5}c[a-z]{0,5}|--check");
    /** Options of xargs whose value is the next word. */
    private static final Pattern XARGS_VALUE =
            Pattern.compile("-[nPILdsEa]|--max-args|--max-procs|--delimiter|--arg-file");

    /** Options of gh for the files that it downloads. */
    private static final Set<String> PATTERN = Set.of("-p", "--pattern");

    private static final Set<String> EXEC = Set.of("-exec", "-execdir", "-ok", "-okdir");
    private static final Set<String> PRINTERS = Set.of("echo", "printf");

    /** In the words of a shell that runs the text it is given, or in PowerShell. */
    private static final Pattern INLINE = Pattern.compile(
            "(?i)[$`(]\\(?\\s*(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod)\\s|\\.downloadstring\\(");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}|[0-9a-fA-F]{64}");
    private static final Pattern PROGRAM_OPTION = Pattern.compile("-[a-zA-Z]*[ecn][a-zA-Z]*");

    private Downloads() {}

    /**
     * A download that is run.
     *
     * @param step the step whose script runs it
     * @param runs the command that runs it
     * @param address where it comes from; empty where that is not written
     * @param how whether it is run without ever being a file, or put where programs are run by their names
     */
    public record Executed(Step step, ShellCommand runs, Optional<String> address, How how) {

        /** Whether it is a file of that repository on GitHub, at whatever branch or tag; releases and forks are not. */
        public boolean isFileOf(RepositorySlug repository) {
            Optional<FileAddress> file = FileAddress.of(address.orElse(""));
            return file.isPresent() && file.get().isOf(repository);
        }
    }

    /** How a download is run. */
    public enum How {
        /** Without ever being a file. */
        PIPED,
        /** As a file, or out of an archive. */
        FILE,
        /** By its name, which no command that is read needs to say: it was put where programs are looked for. */
        PATH
    }

    /** What has been downloaded and not yet been compared with anything or run: files by name, archives by {@link DownloadCommand#stem}. */
    private final Map<String, ShellCommand> files = new HashMap<>();

    private final Map<String, ShellCommand> archives = new HashMap<>();
    /** By variable, what was downloaded into it. */
    private final Map<String, ShellCommand> texts = new HashMap<>();

    /** What was compared by a step whose failure does not fail the job: {@code continue-on-error}. */
    private final Map<String, ShellCommand> unproven = new HashMap<>();

    private final Map<String, ShellCommand> unprovenArchives = new HashMap<>();
    private boolean goesOn;

    private final List<Run> found = new ArrayList<>();
    /** The step whose commands are looked at; empty in the text that a shell is given. */
    private Optional<Step> step = Optional.empty();
    /** How many steps were looked at, with that one. */
    private int steps;

    /** A download that a command runs. */
    private record Run(ShellCommand runs, Optional<String> address, boolean isPiped) {}

    /** A command that puts a download where programs are looked for. */
    private record Placed(Step step, int number, ShellCommand places) {}

    /** By the download, what has put it where programs are looked for and was not yet seen to run. */
    private final Map<ShellCommand, Placed> placed = new LinkedHashMap<>();

    /** The downloads that steps of a job run, in their order: what one step has downloaded is there for the next. */
    public static List<Executed> executed(List<Step> steps, WorkflowPosition in) {
        Downloads downloads = new Downloads();
        List<Executed> executed = new ArrayList<>();
        for (Step step : steps) {
            downloads.step = Optional.of(step);
            downloads.steps++;
            downloads.goesOn = step.mapping()
                    .scalar("continue-on-error")
                    .filter(value -> value.asBoolean().orElse(false))
                    .isPresent();
            downloads.look(StepCommands.script(step, in), NESTED);
            for (Run run : downloads.found) {
                executed.add(new Executed(step, run.runs(), run.address(), run.isPiped() ? How.PIPED : How.FILE));
            }
            downloads.found.clear();
            downloads.files.putAll(downloads.unproven);
            downloads.archives.putAll(downloads.unprovenArchives);
            downloads.unproven.clear();
            downloads.unprovenArchives.clear();
        }
        for (Map.Entry<ShellCommand, Placed> placed : downloads.placed.entrySet()) {
            Optional<String> address = DownloadCommand.address(placed.getKey().words());
            executed.add(
                    new Executed(placed.getValue().step(), placed.getValue().places(), address, How.PATH));
        }
        return executed;
    }

    private void look(ShellScript script, int nested) {
        List<ShellCommand> commands = script.commands();
        if (commands.isEmpty()) {
            return;
        }
        ScriptEffects effects = new ScriptEffects(script);
        Map<Integer, Pipeline> pipelines = new HashMap<>();
        for (ShellCommand command : commands) {
            pipelines.putIfAbsent(command.pipeline(), new Pipeline());
            pipelines.get(command.pipeline()).add(command, isVerifier(command, effects));
        }
        for (int i = 0; i < commands.size(); i++) {
            ShellCommand command = commands.get(i);
            Pipeline pipeline = pipelines.get(command.pipeline());
            if (isVerifier(command, effects)) {
                if (goesOn) {
                    unproven.putAll(files);
                    unprovenArchives.putAll(archives);
                }
                // Which of the files it speaks of is not followed.
                files.clear();
                archives.clear();
                texts.clear();
                // What was put on the path by steps before is run by then.
                placed.values().removeIf(each -> each.number() == steps);
            } else if (DownloadCommand.loads(command) || DownloadCommand.loadsRelease(command)) {
                loaded(command);
                effects.variable(command).ifPresent(variable -> texts.put(variable, command));
            } else if (UNPACKERS.contains(command.name())) {
                unpacked(command, pipeline);
                keep(command, pipeline);
            } else if (MOVERS.contains(command.name())) {
                moved(command, pipeline);
            } else if (isOnPath(command)) {
                pathOf(command);
            } else {
                keep(command, pipeline);
                Optional<Run> run = run(command, pipeline, commands.subList(i + 1, commands.size()));
                if (run.isPresent()) {
                    found.add(run.get());
                } else if (nested > 0) {
                    inner(command, nested);
                }
            }
        }
    }

    private Optional<Run> run(ShellCommand command, Pipeline pipeline, List<ShellCommand> after) {
        Optional<Run> run = Optional.empty();
        if (RUNNERS.contains(command.name())) {
            run = run(command, pipeline);
            run = run.isPresent() ? run : evaluated(command, after);
            run = run.isPresent() ? run : ofText(command, pipeline);
        }
        run = run.isPresent() ? run : fetched(command);
        if (run.isEmpty() && INSTALLERS.contains(command.name())) {
            for (String word : command.arguments()) {
                run = run.isPresent() ? run : ofFile(command, matching(DownloadCommand.file(word)));
            }
        }
        if (run.isEmpty() && STARTERS.contains(command.name())) {
            for (String argument : command.arguments()) {
                for (String word : BETWEEN_WORDS.split(argument, WORDS)) {
                    run = run.isPresent() ? run : ofFile(command, files.remove(DownloadCommand.file(word)));
                }
            }
        }
        run = run.isPresent() ? run : own(command);
        Optional<ShellCommand> started = run.isPresent() ? Optional.empty() : started(command);
        return started.isPresent() ? run(started.get(), new Pipeline(), List.of()) : run;
    }

    /** The command that another one runs for what it finds or reads: behind {@code xargs}, {@code find -exec}. */
    private static Optional<ShellCommand> started(ShellCommand command) {
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

    /** What was downloaded to a name, or to one that a pattern with an asterisk means; it is there no more. Null where nothing was. */
    private ShellCommand matching(String name) {
        int first = name.indexOf('*');
        if (first >= 0 && name.length() > 1) {
            String begin = name.substring(0, first);
            String end = name.substring(name.lastIndexOf('*') + 1);
            for (String file : new TreeSet<>(files.keySet())) {
                if (file.startsWith(begin) && file.endsWith(end)) {
                    return files.remove(file);
                }
            }
        }
        return files.remove(name);
    }

    /** The run of a text that was downloaded into a variable: {@code eval "$x"}, {@code bash -c "$x"}, {@code bash <<< "$x"}, {@code echo "$x" | bash}. */
    private Optional<Run> ofText(ShellCommand runner, Pipeline pipeline) {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        if (EVALUATORS.contains(runner.name()) || runner.has("/dev/stdin")) {
            words.addAll(runner.arguments());
        } else {
            words.add(runner.operand(0));
        }
        if (takesText(runner)) {
            words.addAll(pipeline.printed);
        }
        for (String word : words) {
            String name = word.startsWith("${") && word.endsWith("}")
                    ? word.substring(2, word.length() - 1)
                    : word.startsWith("$") ? word.substring(1) : "";
            ShellCommand load = texts.remove(name);
            if (load != null && DownloadCommand.isLoose(load.words())) {
                return Optional.of(new Run(runner, DownloadCommand.address(load.words()), true));
            }
        }
        return Optional.empty();
    }

    /** Whether a command stops the script where a file is not what it should be; a checksum that is printed alone stops nothing. */
    private static boolean isVerifier(ShellCommand command, ScriptEffects effects) {
        if (effects.isIgnored(command)) {
            return false;
        }
        if (SUM.matcher(command.name()).matches() && !anyMatches(COMPARES, command.arguments())) {
            return effects.isTaken(command);
        }
        return VERIFIER.matcher(command.name()).matches()
                || (command.name().equals("gh")
                        && List.of("attestation", "release").contains(command.operand(0))
                        && command.operand(1).startsWith("verify"));
    }

    private void loaded(ShellCommand command) {
        Optional<String> target = DownloadCommand.target(command);
        if (target.isPresent()) {
            files.put(target.get(), command);
        }
        if (!command.output().isEmpty()) {
            files.put(DownloadCommand.file(command.output()), command);
        }
        if (DownloadCommand.isProgram(command)) {
            place(command, command);
        }
        if (DownloadCommand.loadsRelease(command)) {
            for (String option : List.of("-p", "--pattern", "-R", "--repo")) {
                int at = command.words().indexOf(option);
                if (at > 0 && at + 1 < command.words().size()) {
                    archive(command.words().get(at + 1), command);
                    if (PATTERN.contains(option)) {
                        files.put(DownloadCommand.file(command.words().get(at + 1)), command);
                    }
                }
            }
        }
    }

    private void unpacked(ShellCommand command, Pipeline pipeline) {
        for (String word : command.arguments()) {
            ShellCommand load = files.get(DownloadCommand.file(word));
            if (load != null) {
                archive(word, load);
                into(command, load);
            }
        }
        if (pipeline.load.isPresent()) {
            Optional<String> url = DownloadCommand.address(pipeline.load.get().words());
            if (url.isPresent()) {
                archive(url.get(), pipeline.load.get());
            }
            into(command, pipeline.load.get());
        }
    }

    /** Takes note of the file that what flows in from a download is written to. */
    private void keep(ShellCommand command, Pipeline pipeline) {
        if (pipeline.load.isEmpty() || pipeline.verified) {
            return;
        }
        if (!command.output().isEmpty()) {
            files.put(DownloadCommand.file(command.output()), pipeline.load.get());
        }
        if (command.name().equals("tee") && !command.operand(0).isEmpty()) {
            files.put(DownloadCommand.file(command.operand(0)), pipeline.load.get());
        }
    }

    /** Whether a command puts folders on the path: {@code export PATH=…}, {@code echo … >> $GITHUB_PATH}. */
    private static boolean isOnPath(ShellCommand command) {
        return command.output().contains("GITHUB_PATH")
                || (command.name().equals("export") && command.operand(0).startsWith("PATH="));
    }

    private void pathOf(ShellCommand command) {
        for (String word : command.arguments()) {
            for (String name : BETWEEN_FOLDERS.split(word, WORDS)) {
                ShellCommand load = archives.get(DownloadCommand.stem(name));
                if (load != null) {
                    place(load, command);
                }
            }
        }
    }

    private void place(ShellCommand load, ShellCommand places) {
        if (step.isPresent() && DownloadCommand.isLoose(load.words())) {
            placed.putIfAbsent(load, new Placed(step.get(), steps, places));
        }
    }

    /** Takes note of the folder that an archive is unpacked into. */
    private void into(ShellCommand command, ShellCommand load) {
        List<String> words = command.words();
        for (int i = 1; i + 1 < words.size(); i++) {
            if (INTO.contains(words.get(i))) {
                folder(words.get(i + 1), load);
            }
        }
    }

    private void folder(String path, ShellCommand load) {
        String name = DownloadCommand.file(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        if (!name.startsWith("$") && !COMMON.contains(name)) {
            archive(name, load);
        }
    }

    /** Follows what was downloaded to another name. */
    private void moved(ShellCommand command, Pipeline pipeline) {
        List<String> words = command.arguments();
        if (words.size() < 2) {
            return;
        }
        String from = words.get(words.size() - 2);
        String to = words.get(words.size() - 1);
        boolean isPiped = from.equals("/dev/stdin") && !pipeline.verified;
        ShellCommand load = isPiped ? pipeline.load.orElse(null) : files.get(DownloadCommand.file(from));
        if (load != null) {
            files.put(DownloadCommand.file(to), load);
            if (DownloadCommand.isProgram(to)) {
                place(load, command);
            }
            return;
        }
        String[] folders = from.split("/", FOLDERS);
        for (int i = 0; load == null && i < folders.length; i++) {
            load = archives.get(DownloadCommand.stem(folders[i]));
        }
        if (load != null) {
            folder(to, load);
        }
    }

    private void archive(String path, ShellCommand load) {
        String stem = DownloadCommand.stem(DownloadCommand.named(path));
        if (stem.length() > 1 && DownloadCommand.isLoose(load.words())) {
            archives.put(stem, load);
        }
    }

    /** The download that a command is itself, or a part of the archive that it lies in. */
    private Optional<Run> own(ShellCommand command) {
        ShellCommand load = files.remove(DownloadCommand.file(command.path()));
        if (load == null) {
            load = archives.remove(DownloadCommand.stem(command.name()));
            String[] folders = command.path().split("/", FOLDERS);
            for (int i = 0; load == null && i < folders.length - 1; i++) {
                load = archives.remove(DownloadCommand.stem(folders[i]));
            }
        }
        return ofFile(command, load);
    }

    /** The run of what a command downloaded into a file; null where none did. */
    private Optional<Run> ofFile(ShellCommand runs, ShellCommand load) {
        if (load != null) {
            // One finding, however many of its programs run.
            files.values().removeIf(load::equals);
            archives.values().removeIf(load::equals);
            placed.remove(load);
        }
        return load != null && DownloadCommand.isLoose(load.words())
                ? Optional.of(new Run(runs, DownloadCommand.address(load.words()), false))
                : Optional.empty();
    }

    /** A program that is fetched and run by one command: {@code npx ADDRESS}, {@code go run MODULE@latest}. */
    private static Optional<Run> fetched(ShellCommand command) {
        boolean node = NPX.contains(command.name())
                || (List.of("npm", "pnpm", "yarn").contains(command.name())
                        && List.of("exec", "x", "dlx").contains(command.operand(0)))
                || (List.of("pipx", "deno").contains(command.name())
                        && command.operand(0).equals("run"));
        boolean go = command.name().equals("go") && command.operand(0).equals("run");
        if (!node && !go) {
            return Optional.empty();
        }
        for (String word : command.arguments()) {
            boolean loose = go
                    ? FLOATING.matcher(word).matches()
                    : PACKAGE_ADDRESS.matcher(word).matches();
            if (loose && !COMMIT.matcher(word).find()) {
                return Optional.of(new Run(command, Optional.of(word), true));
            }
        }
        return Optional.empty();
    }

    /** Looks at the script that a shell is given as a text, in a container for one. */
    private void inner(ShellCommand command, int nested) {
        List<String> words = command.words();
        for (int i = 0; i + 2 < words.size(); i++) {
            if (SHELLS.contains(DownloadCommand.file(words.get(i)))
                    && SCRIPT_OPTION.matcher(words.get(i + 1)).matches()) {
                Downloads inside = new Downloads();
                inside.look(ShellScript.of(words.get(i + 2), Shell.POSIX), nested - 1);
                if (!inside.found.isEmpty()) {
                    Run first = inside.found.get(0);
                    found.add(new Run(command, first.address(), first.isPiped()));
                }
                return;
            }
        }
    }

    /**
     * The download that PowerShell evaluates where it stands in parentheses behind the evaluator, {@code iex (irm ADDRESS)}: its
     * parts are read as commands of their own.
     *
     * @param after the commands behind it
     */
    private static Optional<Run> evaluated(ShellCommand runner, List<ShellCommand> after) {
        boolean takesNext = EVALUATORS.contains(runner.name())
                && runner.arguments().isEmpty()
                && !after.isEmpty()
                && after.get(0).from() - runner.to() <= PARENTHESES;
        if (!takesNext) {
            return Optional.empty();
        }
        List<String> words = List.of();
        if (DownloadCommand.loads(after.get(0))) {
            words = after.get(0).words();
        } else if (after.size() > 2 && after.get(1).path().equalsIgnoreCase(".DownloadString")) {
            words = after.get(2).words();
        }
        return words.isEmpty() || !DownloadCommand.isLoose(words)
                ? Optional.empty()
                : Optional.of(new Run(runner, DownloadCommand.address(words), true));
    }

    /** What of a pipeline decides whether what runs in it was downloaded. */
    private static final class Pipeline {
        private Optional<ShellCommand> load = Optional.empty();
        /** What commands print that stand in it. */
        private final List<String> printed = new ArrayList<>();

        private boolean verified;

        void add(ShellCommand command, boolean verifies) {
            if (load.isEmpty() && DownloadCommand.loads(command) && DownloadCommand.isLoose(command.words())) {
                load = Optional.of(command);
            }
            if (PRINTERS.contains(command.name())) {
                printed.addAll(command.arguments());
            }
            verified |= verifies;
        }
    }

    private Optional<Run> run(ShellCommand runner, Pipeline pipeline) {
        Optional<ShellCommand> piped = pipeline.load;
        boolean takesText = takesText(runner);
        if (piped.isPresent() && !pipeline.verified && takesText) {
            return Optional.of(
                    new Run(runner, DownloadCommand.address(piped.get().words()), true));
        }
        if (EVALUATORS.contains(runner.name()) || runner.has("-c")) {
            Optional<String> inline = inline(runner.arguments());
            if (inline.isPresent() && DownloadCommand.isLoose(List.of(inline.get()))) {
                return Optional.of(new Run(runner, DownloadCommand.address(List.of(inline.get())), true));
            }
        }
        return ofFile(runner, files.remove(DownloadCommand.file(runner.operand(0))));
    }

    private static Optional<String> inline(List<String> words) {
        for (String word : words) {
            if (INLINE.matcher(word).find()) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static boolean anyMatches(Pattern pattern, List<String> words) {
        for (String word : words) {
            if (pattern.matcher(word).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether it runs what flows into it: no program is given in another way, as {@code python -c …} or {@code python x.py}. */
    private static boolean takesText(ShellCommand runner) {
        boolean program = runner.has("-c")
                || runner.has("-e")
                || runner.has("-m")
                || (!SHELLS.contains(runner.name()) && anyMatches(PROGRAM_OPTION, runner.arguments()));
        return !program
                && (runner.operand(0).isEmpty() || runner.has("-s") || runner.has("-") || runner.has("/dev/stdin"));
    }
}
