package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Downloads of a script that its other commands run. */
public final class Downloads {

    /** Words of which a script that downloads holds one, in lower case. */
    public static final List<String> LOADING =
            List.of("curl", "wget", "fetch", "iwr", "irm", "invoke-", "downloadstring");

    private static final Set<String> LOADERS =
            Set.of("curl", "wget", "fetch", "iwr", "irm", "invoke-webrequest", "invoke-restmethod");
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
    /** Of these, those that run the text of their arguments. */
    private static final Set<String> EVALUATORS = Set.of("eval", "iex", "invoke-expression");

    /** The most characters between an evaluator and what stands in its parentheses. */
    private static final int PARENTHESES = 3;

    /** Commands that compare a file with something known. */
    private static final Pattern VERIFIER =
            Pattern.compile("(sha(1|224|256|384|512)sum|shasum|b2sum|md5sum|gpg|gpgv|cosign|minisign"
                    + "|slsa-verifier|openssl|rsign|signify|get-filehash|certutil)");
    /** In the words of a shell that runs the text it is given, or in PowerShell. */
    private static final Pattern INLINE = Pattern.compile(
            "(?i)[$`(]\\(?\\s*(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod)\\s|\\.downloadstring\\(");

    private static final Pattern URL = Pattern.compile("https?://[^\\s\"'|;)<>`]{1,500}");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}|[0-9a-fA-F]{64}");
    private static final Pattern OWN_MACHINE =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])([:/].{0,500})?");
    private static final Pattern PROGRAM_OPTION = Pattern.compile("-[a-zA-Z]*[ecn][a-zA-Z]*");
    private static final Pattern FILE_NEXT = Pattern.compile("-[a-zA-Z]{1,10}o");
    private static final Pattern REMOTE_NAME = Pattern.compile("-[a-zA-Z]{0,10}O[a-zA-Z]{0,10}|--remote-name");
    private static final Pattern QUERY = Pattern.compile("[?#].*$");
    private static final Set<String> FILE_OPTIONS =
            Set.of("-o", "--output", "-O", "--output-document", "-OutFile", "-outfile");

    private Downloads() {}

    /**
     * A download that is run.
     *
     * @param runs the command that runs it
     * @param address where it comes from; empty where that is not written
     * @param isPiped whether it is run without ever being a file
     */
    public record Executed(ShellCommand runs, Optional<String> address, boolean isPiped) {}

    /** The downloads that a step runs, in the order of the script. */
    public static List<Executed> executed(Step step, WorkflowPosition in) {
        List<ShellCommand> commands = StepCommands.of(step, in);
        List<Executed> found = new ArrayList<>();
        Map<String, ShellCommand> files = new HashMap<>();
        Map<Integer, Pipeline> pipelines = new HashMap<>();
        for (ShellCommand command : commands) {
            pipelines.computeIfAbsent(command.pipeline(), any -> new Pipeline()).add(command);
        }
        for (int i = 0; i < commands.size(); i++) {
            ShellCommand command = commands.get(i);
            int next = i + 1;
            if (VERIFIER.matcher(command.name()).matches()) {
                // Which of the files it speaks of is not followed.
                files.clear();
            } else if (LOADERS.contains(command.name())) {
                target(command).ifPresent(file -> files.put(file, command));
            } else if (RUNNERS.contains(command.name())) {
                run(command, pipelines.get(command.pipeline()), files)
                        .or(() -> evaluated(command, commands.subList(next, commands.size())))
                        .ifPresent(found::add);
            } else {
                Optional.ofNullable(files.get(file(command.path())))
                        .filter(load -> isLoose(load.words()))
                        .ifPresent(load -> found.add(new Executed(command, address(load.words()), false)));
            }
        }
        return found;
    }

    /**
     * The download that PowerShell evaluates where it stands in parentheses behind the evaluator, {@code iex (irm ADDRESS)}: its
     * parts are read as commands of their own.
     *
     * @param after the commands behind it
     */
    private static Optional<Executed> evaluated(ShellCommand runner, List<ShellCommand> after) {
        boolean takesNext = EVALUATORS.contains(runner.name())
                && runner.arguments().isEmpty()
                && !after.isEmpty()
                && after.get(0).from() - runner.to() <= PARENTHESES;
        if (!takesNext) {
            return Optional.empty();
        }
        List<String> words = List.of();
        if (LOADERS.contains(after.get(0).name())) {
            words = after.get(0).words();
        } else if (after.size() > 2 && after.get(1).path().equalsIgnoreCase(".DownloadString")) {
            words = after.get(2).words();
        }
        return words.isEmpty() || !isLoose(words)
                ? Optional.empty()
                : Optional.of(new Executed(runner, address(words), true));
    }

    /** What of a pipeline decides whether what runs in it was downloaded. */
    private static final class Pipeline {
        private Optional<ShellCommand> load = Optional.empty();
        private boolean verified;

        void add(ShellCommand command) {
            if (load.isEmpty() && LOADERS.contains(command.name()) && isLoose(command.words())) {
                load = Optional.of(command);
            }
            verified |= VERIFIER.matcher(command.name()).matches();
        }
    }

    private static Optional<Executed> run(ShellCommand runner, Pipeline pipeline, Map<String, ShellCommand> files) {
        Optional<ShellCommand> piped = pipeline.load;
        boolean takesText = takesText(runner);
        if (piped.isPresent() && !pipeline.verified && takesText) {
            return Optional.of(new Executed(runner, address(piped.get().words()), true));
        }
        Optional<String> inline = runner.arguments().stream()
                .filter(word -> INLINE.matcher(word).find())
                .findFirst();
        boolean evaluates = EVALUATORS.contains(runner.name()) || runner.has("-c");
        if (inline.isPresent() && evaluates && isLoose(List.of(inline.get()))) {
            return Optional.of(new Executed(runner, address(List.of(inline.get())), true));
        }
        return Optional.ofNullable(files.get(file(runner.operand(0))))
                .filter(load -> isLoose(load.words()))
                .map(load -> new Executed(runner, address(load.words()), false));
    }

    /** Whether it runs what flows into it: no program is given in another way, as {@code python -c …} or {@code python x.py}. */
    private static boolean takesText(ShellCommand runner) {
        boolean shell = Set.of("sh", "bash", "zsh", "dash", "ksh").contains(runner.name());
        boolean program = runner.has("-c")
                || runner.has("-e")
                || runner.has("-m")
                || runner.arguments().stream()
                        .anyMatch(word -> PROGRAM_OPTION.matcher(word).matches() && !shell);
        if (program) {
            return false;
        }
        return runner.operand(0).isEmpty()
                || runner.has("-s")
                || runner.arguments().stream().anyMatch(word -> word.equals("-") || word.equals("/dev/stdin"));
    }

    /** The file that a download is written to. */
    private static Optional<String> target(ShellCommand load) {
        List<String> words = load.arguments();
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean named = FILE_OPTIONS.contains(words.get(i))
                    || FILE_NEXT.matcher(words.get(i)).matches();
            if (named && !(load.name().equals("curl") && words.get(i).equals("-O"))) {
                return Optional.of(file(words.get(i + 1)));
            }
        }
        boolean keepsName = load.name().equals("wget")
                || words.stream().anyMatch(word -> REMOTE_NAME.matcher(word).matches());
        return keepsName
                ? address(words)
                        .map(url -> file(QUERY.matcher(url).replaceFirst("")))
                        .filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Optional<String> address(List<String> words) {
        return words.stream()
                .flatMap(word -> URL.matcher(word).results().map(MatchResult::group))
                .findFirst();
    }

    /** Whether what comes can change: it is not a file of a commit, and does not come from the machine itself. */
    private static boolean isLoose(List<String> words) {
        Optional<String> url = address(words);
        return url.filter(address -> COMMIT.matcher(address).find()
                        || OWN_MACHINE.matcher(address).matches())
                .isEmpty();
    }
}
