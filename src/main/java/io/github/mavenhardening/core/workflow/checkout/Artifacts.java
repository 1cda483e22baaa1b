package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The artifacts of other runs that a job brings in: by actions, by {@code gh}, or as an archive that it unpacks. */
final class Artifacts {

    /** Actions that bring artifacts of other runs, by name in lower case. */
    private static final Map<String, Folder> DOWNLOADERS =
            read(ResourceLines.of(Artifacts.class, "artifact-actions.txt"));

    private static final List<String> RUNS = List.of("run_id", "run-id", "workflow_run_id", "workflow-run-id");
    private static final List<String> BRANCHES = List.of("branch", "branch_name");

    private static final Set<String> PULL_REQUESTS = Set.of("pull_request", "pull_request_target", "");

    /** What unpacks an archive in a program of JavaScript, with the folder. */
    private static final Pattern UNPACKS =
            Pattern.compile("\\bunzip\\b(?:[^\\n;]{0,200}?\\s['\"]?-d['\",\\s]{1,5}([^'\"`,)\\s]{1,200}))?"
                    + "|\\bextractAllTo\\(\\s{0,3}(?:['\"`]([^'\"`]{1,200})['\"`])?");

    /** The same of Python. */
    private static final Pattern EXTRACTS =
            Pattern.compile("\\.extractall\\((?:path\\s?=\\s?)?(?:['\"]([^'\"]{1,200})['\"])?");

    /** An option of {@code tar} by which it unpacks nothing, alone or among others. */
    private static final Pattern PACKS =
            Pattern.compile("-(?!-)(?!\\w{0,6}x)[a-zA-Z]{0,6}[ctru][a-zA-Z]{0,6}|--(?:create|list|append|update)");

    /** Options of {@code tar} of which the last takes the archive's name. */
    private static final Pattern BUNDLES = Pattern.compile("-?[a-zA-Z]{0,8}f|--file");

    /** Whether an archive was downloaded that may be unpacked later. */
    private boolean hasArchive;

    /** The input that names a folder, and the folder where it is not given. */
    private record Folder(String input, String otherwise) {}

    private static Map<String, Folder> read(List<String> lines) {
        Map<String, Folder> read = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split("\\s+", 2);
            String[] folder = parts[1].split("=", 2);
            read.put(parts[0].toLowerCase(Locale.ROOT), new Folder(folder[0], folder.length > 1 ? folder[1] : ""));
        }
        return Map.copyOf(read);
    }

    /** The folder that a step's action leaves artifacts of another run in; empty when it leaves none. */
    Optional<String> action(ReachedStep reached) {
        Step step = reached.step();
        if (step.run().isPresent()) {
            hasArchive |= step.env().anyContains("artifacts_url");
            return hasArchive ? unpackedBy(EXTRACTS, step.run().get().script().value()) : Optional.empty();
        }
        if (step.usesAction("actions/github-script")) {
            String script = text(reached, "script").orElse("");
            boolean isOwn = script.contains("context.runId") && !script.contains("workflow_run");
            hasArchive |= !isOwn
                    && (script.contains("downloadArtifact")
                            || script.contains("archive_download_url")
                            || script.contains("{archive_format}"));
            return hasArchive ? unpackedBy(UNPACKS, script) : Optional.empty();
        }
        if (step.usesAction("actions/download-artifact")) {
            return isOwn(reached) || text(reached, "run-id").isEmpty()
                    ? Optional.empty()
                    : Optional.of(text(reached, "path").orElse(""));
        }
        Optional<Uses.Repository> repository = step.repository();
        Folder folder =
                repository.isPresent() ? DOWNLOADERS.get(repository.get().slug().toLowerCase(Locale.ROOT)) : null;
        if (folder == null && repository.isPresent() && bringsByName(repository.get(), reached)) {
            folder = new Folder("path", "");
        }
        if (folder == null
                || isOwn(reached)
                || isOfOwnBranch(reached)
                || !PULL_REQUESTS.contains(text(reached, "event").orElse(""))) {
            return Optional.empty();
        }
        return Optional.of(text(reached, folder.input()).orElse(folder.otherwise()));
    }

    /** Whether an action that nobody has listed says by its name that it downloads artifacts, and is given the run that came before. */
    private static boolean bringsByName(Uses.Repository action, ReachedStep reached) {
        String name = action.name().toLowerCase(Locale.ROOT);
        boolean isOfOther = false;
        for (String input : RUNS) {
            isOfOther |= text(reached, input).orElse("").contains("github.event.workflow_run.id");
        }
        return isOfOther && name.contains("download") && name.contains("artifact");
    }

    /** The folder that a program unpacks an archive to. */
    private static Optional<String> unpackedBy(Pattern what, String script) {
        Matcher unpacks = what.matcher(script);
        if (!unpacks.find()) {
            return Optional.empty();
        }
        for (int i = 1; i <= unpacks.groupCount(); i++) {
            if (unpacks.group(i) != null) {
                return Optional.of(unpacks.group(i));
            }
        }
        return Optional.of("");
    }

    /** The folder that an artifact of the run itself is left in by a step's action; empty where the step does not bring it. */
    static Optional<String> own(ReachedStep reached, OutsideUpload upload) {
        if (!reached.step().usesAction("actions/download-artifact")
                || (text(reached, "run-id").isPresent() && !isOwn(reached))) {
            return Optional.empty();
        }
        String folder = text(reached, "path").orElse("");
        Optional<String> name = text(reached, "name");
        if (name.isPresent()) {
            return upload.mayBe(name.get()) ? Optional.of(folder) : Optional.empty();
        }
        if (!upload.mayBe(text(reached, "pattern").orElse("*"))) {
            return Optional.empty();
        }
        // Several artifacts lie each in a folder of its name.
        boolean merges = text(reached, "merge-multiple").orElse("").equals("true");
        return Optional.of(
                merges || upload.name().contains("${{")
                        ? folder
                        : folder.isEmpty() ? upload.name() : folder + "/" + upload.name());
    }

    /** Whether the artifact is one of the run itself. */
    private static boolean isOwn(ReachedStep reached) {
        for (String input : RUNS) {
            if (text(reached, input).orElse("").contains("github.run_id")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the artifact is of a branch of the repository. A fork has branches of the same names. */
    private static boolean isOfOwnBranch(ReachedStep reached) {
        for (String input : BRANCHES) {
            Optional<String> branch = text(reached, input);
            if (branch.isPresent()
                    && !branch.get().contains("${{")
                    && !text(reached, "allow_forks").orElse("").equals("true")) {
                return true;
            }
        }
        return false;
    }

    /** What an input is given; an empty text counts as nothing. */
    private static Optional<String> text(ReachedStep reached, String input) {
        Optional<String> text = reached.step().input(input).map(reached::textOf);
        return text.isEmpty() || text.get().isBlank() ? Optional.empty() : text;
    }

    /** The folder that a command leaves them in, as seen from where it runs. */
    Optional<String> command(ShellCommand command) {
        String name = command.name();
        String all = String.join(" ", command.arguments());
        if (name.equals("gh")
                && command.operand(0).equals("run")
                && command.operand(1).equals("download")) {
            return Optional.of(command.value("-D", "--dir").orElse(""));
        }
        boolean asks = name.equals("gh") || name.equals("curl") || name.equals("wget");
        if (asks
                && all.contains("artifact")
                && (all.contains("zip")
                        || all.contains("archive")
                        || all.contains("artifacts/")
                        || all.contains("/actions/runs/"))) {
            hasArchive = true;
        }
        // A service that hands out artifacts, of any run by its number.
        hasArchive |= asks && all.contains("nightly.link/") && all.contains("/actions/");
        return hasArchive ? unpacked(command) : Optional.empty();
    }

    /** The folder that a command unpacks an archive to, as seen from where it runs; empty where it unpacks none. */
    static Optional<String> unpacked(ShellCommand command) {
        return switch (command.name()) {
            case "unzip" -> Optional.of(command.value("-d").orElse(""));
            case "tar" ->
                packs(command)
                        ? Optional.empty()
                        : Optional.of(command.value("-C", "--directory").orElse(""));
            case "7z", "7za" -> Optional.of("");
            case "expand-archive" ->
                Optional.of(command.value("-DestinationPath").orElse(""));
            case "bsdtar" -> Optional.of(command.value("-C").orElse(""));
            case "python", "python3" ->
                command.arguments().stream().anyMatch(word -> word.contains("zipfile"))
                        ? Optional.of("")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The file or folder that a command packs into an archive, as seen from where it runs; empty where it packs none. */
    static Optional<String> packed(ShellCommand command) {
        return switch (command.name()) {
            case "tar", "bsdtar" ->
                packs(command)
                        ? Optional.of(
                                inFolder(command.value("-C", "--directory").orElse(""), last(command)))
                        : Optional.empty();
            case "zip" -> Optional.of(last(command));
            default -> Optional.empty();
        };
    }

    /** The archive that a command packs them into, as seen from where it runs; empty where it names none. */
    static String archive(ShellCommand command) {
        if (command.name().equals("zip")) {
            return command.operand(0);
        }
        List<String> words = command.arguments();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (BUNDLES.matcher(words.get(i)).matches()
                    && (i == 0 || words.get(i).startsWith("-"))) {
                return words.get(i + 1);
            }
        }
        return "";
    }

    private static String inFolder(String folder, String path) {
        return folder.isEmpty() ? path : folder + "/" + path;
    }

    private static String last(ShellCommand command) {
        return command.words().get(command.words().size() - 1);
    }

    /** Whether {@code tar} makes an archive, or lists what is in one. */
    private static boolean packs(ShellCommand command) {
        String first = command.arguments().isEmpty() ? "" : command.arguments().get(0);
        if (!first.startsWith("-")) {
            return PACKS.matcher("-" + first).matches();
        }
        for (String word : command.arguments()) {
            if (PACKS.matcher(word).matches()) {
                return true;
            }
        }
        return false;
    }
}
