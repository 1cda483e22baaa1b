package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Credentials that a command of a script leaves on the machine for all that runs after it: in Git's configuration, in a file that
 * Git or curl reads them from, or with GitHub's command line.
 *
 * @param command what stores them
 * @param text the program with what it is asked to do, for messages
 * @param place where they are then
 */
public record PersistedCredentials(ShellCommand command, String text, String place) {

    /** A value that is not written in the script. */
    private static final String FILLED_IN = "(?:\\$\\{\\{[^}]{1,200}\\}\\}|\\$\\{?\\w{1,100}\\}?)";

    /** An address with a password in it, or with a token as the user's name. */
    private static final Pattern WITH_PASSWORD = Pattern.compile("https?://(?:[^/@\\s${]{0,100}|" + FILLED_IN + "):"
            + FILLED_IN + "@|https?://(?:\\$\\{\\{[^}]{0,100}(?i:token|secrets\\.)[^}]{0,100}\\}\\}"
            + "|\\$\\{?\\w{0,50}(?i:token|secret|password|pat)\\w{0,50}\\}?)@");

    private static final Pattern HEADER = Pattern.compile("(?i)http\\..{0,300}extraheader");
    private static final Pattern FILE =
            Pattern.compile("(?:.{0,300}/)?(?:[._]netrc|\\.git-credentials|git/credentials)");

    /** The last that a script stores and does not take out again; empty where there is none. */
    public static Optional<PersistedCredentials> leftBy(List<ShellCommand> script) {
        Optional<PersistedCredentials> left = Optional.empty();
        for (ShellCommand command : script) {
            Optional<PersistedCredentials> stored = of(command);
            left = stored.isPresent() ? stored : takesOut(command) ? Optional.empty() : left;
        }
        return left;
    }

    private static Optional<PersistedCredentials> of(ShellCommand command) {
        if (command.name().equals("git")) {
            GitCommand git = GitCommand.of(command.arguments());
            return stores(git)
                    ? Optional.of(new PersistedCredentials(command, "git " + git.verb(), "Git's configuration"))
                    : Optional.empty();
        }
        if (command.name().equals("gh")
                && command.operand(0).equals("auth")
                && command.operand(1).equals("login")
                && command.arguments().contains("--with-token")) {
            return Optional.of(
                    new PersistedCredentials(command, "gh auth login", "the configuration of GitHub's command line"));
        }
        String file = command.name().equals("tee") ? command.operand(0) : command.output();
        boolean isFilledIn = command.name().equals("cat")
                || command.name().equals("tee")
                || command.arguments().stream().anyMatch(word -> word.contains("$"));
        return isFilledIn && FILE.matcher(file).matches()
                ? Optional.of(new PersistedCredentials(command, command.name(), "the file '" + file + "'"))
                : Optional.empty();
    }

    private static boolean stores(GitCommand git) {
        return switch (git.verb()) {
            case "remote" -> List.of("add", "set-url").contains(git.operand(0)) && hasPassword(git);
            case "clone" -> hasPassword(git);
            case "submodule" -> git.operand(0).equals("add") && hasPassword(git);
            case "config" -> !isRemoval(git) && (hasPassword(git) || isHeader(git));
            case "credential", "credential-store" -> List.of("approve", "store").contains(git.operand(0));
            default -> false;
        };
    }

    private static boolean hasPassword(GitCommand git) {
        return git.arguments().stream()
                .anyMatch(word -> WITH_PASSWORD.matcher(word).find());
    }

    private static boolean isHeader(GitCommand git) {
        List<String> words = git.arguments();
        return words.stream().anyMatch(word -> HEADER.matcher(word).matches())
                && words.stream()
                        .anyMatch(word ->
                                word.contains("$") && !HEADER.matcher(word).matches());
    }

    private static boolean isRemoval(GitCommand git) {
        return git.operand(0).startsWith("unset")
                || git.arguments().stream()
                        .anyMatch(word -> word.startsWith("--unset") || word.startsWith("--remove-section"));
    }

    private static boolean takesOut(ShellCommand command) {
        List<String> words = command.arguments();
        return switch (command.name()) {
            case "git" -> {
                GitCommand git = GitCommand.of(words);
                yield (git.verb().equals("remote")
                                && List.of("set-url", "remove", "rm").contains(git.operand(0)))
                        || (git.verb().equals("config") && isRemoval(git))
                        || (git.verb().equals("credential") && git.operand(0).equals("reject"));
            }
            case "rm", "shred" ->
                words.stream().anyMatch(word -> FILE.matcher(word).matches());
            case "gh" ->
                Arguments.operand(words, 0).equals("auth")
                        && Arguments.operand(words, 1).equals("logout");
            default -> false;
        };
    }
}
