package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a command asks a server for: the changes of a pull request, an archive of its code, a file. */
final class AskedFiles {

    private static final Set<String> ASKING = Set.of("curl", "wget", "gh");
    private static final Set<String> OUTPUT = Set.of("-o", "-O", "--output", "--output-document");

    private static final Pattern PATCH =
            Pattern.compile(".{0,500}(?:pull/.{0,200}\\.(?:patch|diff)|\\.(?:diff|patch)_url.{0,20})");
    private static final Pattern ARCHIVE =
            Pattern.compile("/(?:archive|tarball|zipball)/|codeload\\.github\\.com|(?:archive|tarball|zipball)_url");
    /** A file of a repository that the forge is asked for. */
    private static final Pattern CONTENTS = Pattern.compile("/contents/");

    private AskedFiles() {}

    static boolean mayBeOf(ShellCommand command) {
        return ASKING.contains(command.name());
    }

    /** Whether they are a pull request's changes, by an address or by a variable of the step. */
    static boolean arePatch(ShellCommand command, ReachedStep reached) {
        return command.arguments().stream()
                .map(word ->
                        reached.step().env().text(word.replaceAll("[${}]", "")).orElse(word))
                .anyMatch(word -> PATCH.matcher(word).matches());
    }

    static boolean areArchive(ShellCommand command) {
        return command.arguments().stream()
                .anyMatch(word -> ARCHIVE.matcher(word).find());
    }

    /** Whether it is a file, and not what the forge answers about something. */
    static boolean areFile(ShellCommand command) {
        return !command.name().equals("gh")
                || CONTENTS.matcher(command.operand(1)).find();
    }

    /** The file that a download takes the place of. */
    static Optional<String> overwritten(ShellCommand command) {
        if (!command.output().isEmpty()) {
            return Optional.of(command.output());
        }
        List<String> words = command.arguments();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (OUTPUT.contains(words.get(i))
                    && !words.get(i + 1).startsWith("-")
                    && !words.get(i + 1).contains("://")) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
