package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a container begins with whose image a Dockerfile describes, and which file of the repository that is.
 *
 * @param words the command of {@code ENTRYPOINT}, or else of {@code CMD}; none where there is neither
 * @param copies what is copied into the image, and where to
 */
public record ImageStart(List<String> words, List<Copied> copies) {

    private static final Pattern INSTRUCTION =
            Pattern.compile("(?i)(ENTRYPOINT|CMD|COPY|ADD)\\s{1,99}(?:--\\S{1,200}\\s{1,99}){0,9}(.*)");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.){0,300}+)\"");

    public ImageStart {
        words = List.copyOf(words);
        copies = List.copyOf(copies);
    }

    /**
     * A file or folder that is copied.
     *
     * @param to the path in the image; a folder where it ends with a slash
     */
    public record Copied(String from, String to) {

        /** The file, as seen from the folder that the image is built of, which has that path in the image. */
        private List<String> of(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            String own = from.endsWith("/") ? from.substring(0, from.length() - 1) : from;
            List<String> files = new ArrayList<>();
            if (own.substring(own.lastIndexOf('/') + 1).equals(name)
                    || to.substring(to.lastIndexOf('/') + 1).equals(name)) {
                files.add(own);
            }
            boolean isBelow = to.length() > 1 && path.startsWith(to.endsWith("/") ? to : to + "/");
            files.add(own + "/" + (isBelow ? path.substring(to.length()) : name));
            return files;
        }
    }

    /** What a Dockerfile says. */
    public static ImageStart of(String dockerfile) {
        List<String> entry = List.of();
        List<String> command = List.of();
        List<Copied> copies = new ArrayList<>();
        for (String line : ImageBuild.instructions(dockerfile)) {
            Matcher instruction = INSTRUCTION.matcher(line);
            if (!instruction.matches()) {
                continue;
            }
            List<String> given = words(instruction.group(2));
            switch (instruction.group(1).toUpperCase(Locale.ROOT)) {
                case "ENTRYPOINT" -> entry = given;
                case "CMD" -> command = given;
                default -> {
                    for (int i = 0; i + 1 < given.size(); i++) {
                        copies.add(new Copied(given.get(i), given.get(given.size() - 1)));
                    }
                }
            }
        }
        return new ImageStart(entry.isEmpty() ? command : entry, copies);
    }

    /** The words of an instruction: a list in JSON, or a command of a shell. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        if (text.startsWith("[")) {
            Matcher word = TEXT.matcher(text);
            while (word.find()) {
                words.add(word.group(1));
            }
            return words;
        }
        List<ShellCommand> commands = ShellScript.of(text, Shell.POSIX).commands();
        return commands.isEmpty() ? words : commands.get(0).words();
    }

    /** The file of the repository that has a path in the image, which is built of a folder; empty where none has. */
    public Optional<String> file(String path, String folder, Repository repository) {
        for (Copied copied : copies) {
            for (String candidate : copied.of(path)) {
                Optional<String> plain = LocalPath.plain(folder + candidate);
                if (plain.isPresent() && repository.isFile(plain.get())) {
                    return plain;
                }
            }
        }
        return Optional.empty();
    }
}
