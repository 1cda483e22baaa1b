package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A repository at a branch or tag, which may be another commit in the next run, in a folder of a job.
 *
 * @param address where it comes from, as it is written
 * @param folder where it lies, as seen from the workspace
 */
public record Clone(String address, String folder) {

    /** Where {@code actions/checkout} and {@code gh} take repositories from. */
    private static final String GITHUB = "https://github.com/";

    /** A commit, in full or cut short. */
    private static final Pattern COMMIT = Pattern.compile("(?i)[0-9a-f]{7,40}|[0-9a-f]{64}");

    /** An expression, a variable or a command, and nothing beside it: it may give a commit. */
    private static final Pattern UNKNOWN =
            Pattern.compile("\\$\\{\\{[^}]{0,300}\\}\\}|\\$\\{?\\w{1,100}\\}?|\\$\\(.{0,300}\\)|`.{0,300}`");

    /** Options of {@code git clone} whose value is the next word. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-b",
            "--branch",
            "--depth",
            "-o",
            "--origin",
            "--reference",
            "-c",
            "--config",
            "--filter",
            "-j",
            "--jobs",
            "--separate-git-dir",
            "--shallow-since",
            "--template",
            "-u");

    /** What a step of {@code actions/checkout} leaves; empty where that is the own repository, a commit, or not known. */
    static Optional<Clone> of(Step step) {
        NamedValues with = step.uses().orElseThrow().with();
        Optional<RepositorySlug> repository = with.text("repository").flatMap(RepositorySlug::parse);
        String ref = with.text("ref").orElse("").strip();
        return repository.isPresent() && !isFixed(ref)
                ? Optional.of(new Clone(GITHUB + repository.get(), folder(step)))
                : Optional.empty();
    }

    /** Where a step of {@code actions/checkout} leaves it, as seen from the workspace. */
    static String folder(Step step) {
        return WorkPath.of(step.uses().orElseThrow().with().text("path").orElse(""));
    }

    /** What {@code git clone} or {@code gh repo clone} leaves, run in that folder; empty where that is a commit, or not known. */
    static Optional<Clone> of(ShellCommand command, String folder) {
        List<String> words = cloning(command);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        boolean isPinned = Arguments.value(words, "--revision").isPresent()
                || Arguments.values(words, "-b", "--branch").stream().anyMatch(Clone::isFixed);
        List<String> operands = Arguments.operands(words, WITH_VALUE);
        if (isPinned || operands.size() < 2) {
            return Optional.empty();
        }
        String repository = operands.get(1);
        Optional<RepositorySlug> named = RepositorySlug.parse(repository);
        String address = command.name().equals("gh") && named.isPresent() ? GITHUB + named.get() : repository;
        String name = address.replaceFirst("/$", "").replaceFirst("\\.git$", "");
        return RepositorySlug.ofRemote(address).isPresent()
                ? Optional.of(new Clone(
                        address,
                        WorkPath.within(
                                folder,
                                operands.size() > 2 ? operands.get(2) : name.substring(name.lastIndexOf('/') + 1))))
                : Optional.empty();
    }

    /** The words from {@code clone} on; empty where the command is none. */
    private static List<String> cloning(ShellCommand command) {
        List<String> words = command.arguments();
        boolean isGit =
                command.name().equals("git") && GitCommand.of(words).verb().equals("clone");
        boolean isGh = command.name().equals("gh")
                && command.operand(0).equals("repo")
                && command.operand(1).equals("clone");
        return isGit || isGh ? words.subList(words.indexOf("clone"), words.size()) : List.of();
    }

    /** Whether a command of Git, run in a clone, leaves it at a commit, at something that is not known, or verified. */
    static boolean isFixedBy(GitCommand git) {
        return git.verb().startsWith("verify-")
                || git.arguments().stream().anyMatch(word -> !word.startsWith("-") && isFixed(word));
    }

    private static boolean isFixed(String ref) {
        return COMMIT.matcher(ref).matches() || UNKNOWN.matcher(ref).matches();
    }
}
