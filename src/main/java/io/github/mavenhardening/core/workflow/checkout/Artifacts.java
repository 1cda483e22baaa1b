package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The artifacts of other runs that a job brings in: by actions, by {@code gh}, or as an archive that it unpacks. */
final class Artifacts {

    /** Actions that bring artifacts of other runs. */
    private static final Set<String> DOWNLOADERS = Set.of(
            "dawidd6/action-download-artifact",
            "redhat-plumbers-in-action/download-artifact",
            "aochmann/actions-download-artifact",
            "blablacar/action-download-last-artifact",
            "bettermarks/action-artifact-download",
            "levonet/action-download-last-artifact",
            "marocchino/on_artifact",
            "ninjanye/download-artifact",
            "benday-inc/download-latest-artifact");

    private static final Set<String> PULL_REQUESTS = Set.of("pull_request", "pull_request_target", "");
    private static final List<String> PLACES =
            List.of("${{ runner.temp }}", "${{runner.temp}}", "${RUNNER_TEMP}", "$RUNNER_TEMP");
    private static final String WORKSPACE = "GITHUB_WORKSPACE";
    private static final String WORKSPACE_CONTEXT = "github.workspace";

    /** Whether an archive was downloaded that may be unpacked later. */
    private boolean hasArchive;

    /** The folder that a step's action leaves artifacts of another run in; empty when it leaves none. */
    Optional<String> action(ReachedStep reached) {
        Step step = reached.step();
        if (step.usesAction("actions/github-script")) {
            String script = text(reached, "script").orElse("");
            hasArchive |= script.contains("downloadArtifact") || script.contains("archive_download_url");
            return Optional.empty();
        }
        boolean brings = step.usesAction("actions/download-artifact")
                ? isOfAnotherRun(text(reached, "run-id"))
                : isDownloader(step)
                        && PULL_REQUESTS.contains(text(reached, "event").orElse(""))
                        && text(reached, "branch").orElse("${{").contains("${{");
        return brings ? Optional.of(text(reached, "path").orElse("")) : Optional.empty();
    }

    private static boolean isOfAnotherRun(Optional<String> id) {
        return id.isPresent() && !id.get().contains("github.run_id");
    }

    private static boolean isDownloader(Step step) {
        for (String action : DOWNLOADERS) {
            if (step.usesAction(action)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> text(ReachedStep reached, String input) {
        Optional<YamlScalar> scalar = reached.step().input(input);
        return scalar.isPresent() ? Optional.of(reached.textOf(scalar.get())) : Optional.empty();
    }

    /** The folder that a command leaves them in, as seen from where it runs. */
    Optional<String> command(ShellCommand command) {
        String name = command.name();
        String all = String.join(" ", command.arguments());
        if (name.equals("gh")
                && command.operand(0).equals("run")
                && command.operand(1).equals("download")) {
            return Optional.of(option(command, "-D", "--dir"));
        }
        boolean asks = name.equals("gh") || name.equals("curl") || name.equals("wget");
        if (asks
                && all.contains("artifact")
                && (all.contains("zip") || all.contains("archive") || all.contains("artifacts/"))) {
            hasArchive = true;
        }
        if (!hasArchive) {
            return Optional.empty();
        }
        return switch (name) {
            case "unzip" -> Optional.of(option(command, "-d", "-d"));
            case "tar" -> Optional.of(option(command, "-C", "--directory"));
            case "7z", "7za" -> Optional.of("");
            case "bsdtar" -> Optional.of(option(command, "-C", "-C"));
            default -> Optional.empty();
        };
    }

    private static String option(ShellCommand command, String name, String longer) {
        List<String> words = command.arguments();
        for (int i = 0; i < words.size(); i++) {
            if ((words.get(i).equals(name) || words.get(i).equals(longer)) && i + 1 < words.size()) {
                return words.get(i + 1);
            }
            if (words.get(i).startsWith(longer + "=")) {
                return words.get(i).substring(longer.length() + 1);
            }
        }
        return "";
    }

    /** Whether a path leads out of the workspace, or to where is not known. */
    static boolean isElsewhere(String path) {
        boolean open = path.startsWith("/") || path.startsWith("~") || path.startsWith("$");
        return open && !path.contains(WORKSPACE) && !path.contains(WORKSPACE_CONTEXT);
    }

    /** A path outside of the workspace in one form, whether a variable or a context begins it. */
    static String plain(String path) {
        String plain = path;
        for (String place : PLACES) {
            plain = plain.replace(place, "RUNNER_TEMP");
        }
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** A path as seen from the workspace. */
    static String within(String folder, String path) {
        return isElsewhere(path) ? path : WorkPath.of(folder, path);
    }
}
