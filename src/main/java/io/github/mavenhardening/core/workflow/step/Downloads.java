package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.PosixShells;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.RunFolder;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.ClonedCode;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Downloads of scripts that later commands of theirs, or of later steps, run. */
public final class Downloads {

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
    private static final Set<String> UNPACKERS =
            Set.of("tar", "gtar", "bsdtar", "unzip", "7z", "gunzip", "xz", "expand-archive");
    /** Of these, those that leave more than one file. */
    private static final Set<String> ARCHIVERS = Set.of("tar", "gtar", "bsdtar", "unzip", "7z", "expand-archive");

    private static final Set<String> MOVERS = Set.of("mv", "cp", "install", "ln", "move-item", "copy-item");
    /** Programs that install a package from a file, whose scripts they run as root. */
    private static final Set<String> INSTALLERS = Set.of(
            "dpkg",
            "rpm",
            "alien",
            "apt",
            "apt-get",
            "yum",
            "dnf",
            "zypper",
            "apk",
            "pacman",
            "installer",
            "msiexec",
            "add-appxpackage");

    /** Commands of PowerShell and Windows that start a program which is an argument, or an argument of its own. */
    private static final Set<String> STARTERS = Set.of("start-process", "saps", "start", "invoke-item");

    /** Between the words of an argument that holds several. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"',]{1,9}");

    private static final int WORDS = 50;
    /** How deep shells within shells are looked into. */
    private static final int NESTED = 3;

    private static final Pattern SCRIPT_OPTION = Pattern.compile("-[a-z]{0,5}c");
    /** Of these, those that run the text of their arguments. */
    private static final Set<String> EVALUATORS = Set.of("eval", "iex", "invoke-expression");

    /** The most characters between an evaluator and what stands in its parentheses. */
    private static final int PARENTHESES = 3;

    /** In the words of a shell that runs the text it is given, or in PowerShell. */
    private static final Pattern INLINE = Pattern.compile(
            "(?i)[$`(]\\(?\\s*(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod)\\s|\\.downloadstring\\("
                    + "|exec\\(.{0,200}urlopen\\(");

    private static final Pattern PROGRAM_OPTION = Pattern.compile("-[a-zA-Z]*[ecn][a-zA-Z]*");

    private Downloads(DownloadedFiles files) {
        this.files = files;
    }

    /** One that a step's script runs. */
    public record OfStep(Step step, ExecutedDownload executed) {}

    private final DownloadedFiles files;
    private final ClonedCode clones = new ClonedCode();
    /** Empty where it is not known in which folder a script runs. */
    private Optional<UnpackedHere> here = Optional.empty();

    private final List<ExecutedDownload> found = new ArrayList<>();
    /** By commands that run where a program is missing, that program. */
    private final Map<ShellCommand, String> guarded = new HashMap<>();

    /** Whether a script may download anything. */
    public static boolean mayBeIn(String script) {
        return DownloadCommand.mayBeIn(script);
    }

    /** Whether a step may download something. */
    public static boolean mayBeIn(Step step) {
        return step.body() instanceof Step.RunScript run ? mayBeIn(run.script().value()) : ClonedCode.isMadeBy(step);
    }

    /** The downloads that steps of a job run, in their order: what one step has downloaded is there for the next. */
    public static List<OfStep> executed(List<Step> steps, WorkflowPosition in, Repository repository) {
        Downloads downloads = new Downloads(new DownloadedFiles());
        List<OfStep> executed = new ArrayList<>();
        for (Step step : steps) {
            downloads.files.begin(step);
            downloads.here = UnpackedHere.in(step, in, repository);
            downloads.clones.take(step);
            downloads.clones.begin(folder(step, in));
            downloads.look(StepCommands.script(step, in), NESTED);
            for (ExecutedDownload each : downloads.found) {
                executed.add(new OfStep(step, each));
            }
            downloads.found.clear();
            downloads.files.end();
        }
        downloads
                .files
                .placed()
                .forEach((load, placed) ->
                        executed.add(new OfStep(placed.step().orElseThrow(), downloads.made(load, placed))));
        return executed;
    }

    private static String folder(Step step, WorkflowPosition in) {
        return step.run()
                .flatMap(run -> RunFolder.of(run, in.normalJob(), in.workflow()))
                .map(YamlScalar::value)
                .orElse("");
    }

    /** The downloads that a script runs by itself, whatever is there when it begins. */
    static List<ExecutedDownload> within(ShellScript script) {
        Downloads downloads = new Downloads(new DownloadedFiles());
        downloads.look(script, NESTED);
        List<ExecutedDownload> executed = new ArrayList<>(downloads.found);
        downloads.files.placed().forEach((load, placed) -> executed.add(downloads.made(load, placed)));
        return executed;
    }

    private ExecutedDownload made(ShellCommand load, DownloadedFiles.Placed placed) {
        return new ExecutedDownload(
                placed.places(),
                DownloadCommand.address(load.words()),
                placed.isExecutable() ? ExecutedDownload.How.EXECUTABLE : ExecutedDownload.How.PATH,
                Optional.ofNullable(guarded.get(placed.places())));
    }

    private void look(ShellScript script, int nested) {
        List<ShellCommand> commands = script.commands();
        if (commands.isEmpty()) {
            return;
        }
        ScriptEffects effects = new ScriptEffects(script);
        MissingPrograms missing = new MissingPrograms(script);
        Map<Integer, DownloadPipeline> pipelines = new HashMap<>();
        for (ShellCommand command : commands) {
            pipelines.putIfAbsent(command.pipeline(), new DownloadPipeline());
            pipelines.get(command.pipeline()).add(command, Verification.is(command, effects));
        }
        for (int i = 0; i < commands.size(); i++) {
            ShellCommand command = commands.get(i);
            DownloadPipeline pipeline = pipelines.get(command.pipeline());
            missing.before(command).ifPresent(program -> guarded.put(command, program));
            clones.take(command)
                    .ifPresent(clone -> found.add(
                            new ExecutedDownload(command, Optional.of(clone.address()), ExecutedDownload.How.CLONED)));
            if (RemoteShell.is(command, pipeline.isShellBehind(command) || pipeline.isInteractive())) {
                found.add(new ExecutedDownload(command, Optional.empty(), ExecutedDownload.How.CONNECTED));
            } else if (Verification.is(command, effects)) {
                files.verified();
            } else if (DownloadCommand.loads(command) || DownloadCommand.loadsRelease(command)) {
                files.load(command, effects.variable(command));
            } else if (UNPACKERS.contains(command.name())) {
                Optional<ShellCommand> unpacked = files.unpack(command, pipeline.load());
                files.keep(command, pipeline.unverified());
                if (here.isPresent() && unpacked.isPresent() && ARCHIVERS.contains(command.name())) {
                    here.get().unpacked(unpacked.get());
                }
            } else if (MOVERS.contains(command.name()) && command.path().indexOf('/') <= 0) {
                files.move(command, pipeline.unverified());
            } else if (command.name().equals(DownloadedFiles.CHMOD)) {
                files.makeExecutable(command);
            } else if (DownloadedFiles.isOnPath(command)) {
                files.putOnPath(command, pipeline.printed());
            } else {
                files.keep(command, pipeline.unverified());
                Optional<ExecutedDownload> run = run(command, pipeline, commands.subList(i + 1, commands.size()));
                if (run.isPresent()) {
                    ExecutedDownload executed = run.get();
                    found.add(new ExecutedDownload(
                            command, executed.address(), executed.how(), Optional.ofNullable(guarded.get(command))));
                } else if (nested > 0) {
                    inner(command, nested);
                }
            }
            here.ifPresent(each -> each.passed(command));
        }
    }

    private Optional<ExecutedDownload> run(ShellCommand command, DownloadPipeline pipeline, List<ShellCommand> after) {
        Optional<ExecutedDownload> run = Optional.empty();
        if (RUNNERS.contains(command.name())) {
            run = run(command, pipeline);
            run = run.isPresent() ? run : evaluated(command, after);
            run = run.isPresent() ? run : ofText(command, pipeline);
        }
        run = run.isPresent()
                ? run
                : FetchedProgram.of(command)
                        .map(program -> new ExecutedDownload(
                                command,
                                Optional.of(program.address()),
                                program.isInstalled() ? ExecutedDownload.How.INSTALLED : ExecutedDownload.How.PIPED));
        if (run.isEmpty() && INSTALLERS.contains(command.name())) {
            for (String word : command.arguments()) {
                run = run.isPresent() ? run : ofFile(command, files.takeMatching(DownloadCommand.file(word)));
            }
        }
        if (run.isEmpty() && STARTERS.contains(command.name())) {
            for (String argument : command.arguments()) {
                for (String word : BETWEEN_WORDS.split(argument, WORDS)) {
                    run = run.isPresent() ? run : ofFile(command, files.take(DownloadCommand.file(word)));
                }
            }
        }
        run = run.isPresent() ? run : ofFile(command, files.takeProgram(command));
        if (run.isEmpty() && here.isPresent()) {
            run = ofFile(command, here.get().runBy(command, RUNNERS.contains(command.name())));
        }
        Optional<ShellCommand> started = run.isPresent() ? Optional.empty() : StartedCommand.of(command);
        return started.isPresent() ? run(started.get(), new DownloadPipeline(), List.of()) : run;
    }

    /** The run of a text that was downloaded into a variable: {@code eval "$x"}, {@code bash -c "$x"}, {@code bash <<< "$x"}, {@code echo "$x" | bash}. */
    private Optional<ExecutedDownload> ofText(ShellCommand runner, DownloadPipeline pipeline) {
        if (!files.holdsTexts()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        if (EVALUATORS.contains(runner.name()) || runner.has("/dev/stdin")) {
            words.addAll(runner.arguments());
        } else {
            words.add(runner.operand(0));
        }
        if (takesText(runner)) {
            words.addAll(pipeline.printed());
        }
        for (String word : words) {
            String name = word.startsWith("${") && word.endsWith("}")
                    ? word.substring(2, word.length() - 1)
                    : word.startsWith("$") ? word.substring(1) : "";
            Optional<ShellCommand> load = files.takeText(name);
            if (load.isPresent() && DownloadCommand.isLoose(load.get().words())) {
                return Optional.of(new ExecutedDownload(
                        runner, DownloadCommand.address(load.get().words()), ExecutedDownload.How.PIPED));
            }
        }
        return Optional.empty();
    }

    /** The run of what a command downloaded into a file; empty where none did. */
    private Optional<ExecutedDownload> ofFile(ShellCommand runs, Optional<ShellCommand> load) {
        // One finding, however many of its programs run.
        load.ifPresent(files::forget);
        return load.isPresent() && DownloadCommand.isLoose(load.get().words())
                ? Optional.of(new ExecutedDownload(
                        runs, DownloadCommand.address(load.get().words()), ExecutedDownload.How.FILE))
                : Optional.empty();
    }

    /** Looks at the script that a shell is given as a text, in a container for one. */
    private void inner(ShellCommand command, int nested) {
        List<String> words = command.words();
        for (int i = 0; i + 2 < words.size(); i++) {
            if (PosixShells.isOne(DownloadCommand.file(words.get(i)))
                    && SCRIPT_OPTION.matcher(words.get(i + 1)).matches()) {
                Downloads inside = new Downloads(new DownloadedFiles());
                inside.look(ShellScript.of(words.get(i + 2), Shell.POSIX), nested - 1);
                if (!inside.found.isEmpty()) {
                    ExecutedDownload first = inside.found.get(0);
                    Optional<String> guard = Optional.ofNullable(guarded.get(command));
                    found.add(new ExecutedDownload(command, first.address(), first.how(), guard.or(first::without)));
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
    private static Optional<ExecutedDownload> evaluated(ShellCommand runner, List<ShellCommand> after) {
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
                : Optional.of(new ExecutedDownload(runner, DownloadCommand.address(words), ExecutedDownload.How.PIPED));
    }

    private Optional<ExecutedDownload> run(ShellCommand runner, DownloadPipeline pipeline) {
        Optional<ShellCommand> piped = pipeline.unverified();
        if (piped.isPresent() && takesText(runner)) {
            return Optional.of(new ExecutedDownload(
                    runner, DownloadCommand.address(piped.get().words()), ExecutedDownload.How.PIPED));
        }
        if (EVALUATORS.contains(runner.name()) || runner.has("-c") || runner.has("-e")) {
            Optional<String> inline = inline(runner.arguments());
            if (inline.isPresent() && DownloadCommand.isLoose(List.of(inline.get()))) {
                return Optional.of(new ExecutedDownload(
                        runner, DownloadCommand.address(List.of(inline.get())), ExecutedDownload.How.PIPED));
            }
        }
        return ofFile(runner, files.take(DownloadCommand.file(runner.operand(0))));
    }

    private static Optional<String> inline(List<String> words) {
        for (String word : words) {
            if (INLINE.matcher(word).find()) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** Whether it runs what flows into it: no program is given in another way, as {@code python -c …} or {@code python x.py}. */
    private static boolean takesText(ShellCommand runner) {
        boolean program = runner.has("-c")
                || runner.has("-e")
                || runner.has("-m")
                || (!PosixShells.isOne(runner.name()) && runner.hasMatch(PROGRAM_OPTION));
        return !program
                && (runner.operand(0).isEmpty() || runner.has("-s") || runner.has("-") || runner.has("/dev/stdin"));
    }
}
