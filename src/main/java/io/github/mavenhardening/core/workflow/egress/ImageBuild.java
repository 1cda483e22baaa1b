package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.Shell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the build of a Dockerfile asks for.
 *
 * @param images the images that it is built on or copies from
 * @param commands what its {@code RUN} instructions run
 * @param added what its {@code ADD} instructions take, addresses among it
 */
record ImageBuild(List<String> images, List<ShellCommand> commands, List<String> added) {

    private static final Pattern FROM =
            Pattern.compile("(?i)FROM\\s+(?:--platform=\\S{1,100}\\s+)?(\\S{1,500})(?:\\s+AS\\s+(\\S{1,200}))?\\s*+");
    private static final Pattern COPY = Pattern.compile("(?i)COPY\\s.{0,200}?--from=([^\\s$]{1,500})\\s.*");
    private static final Pattern RUN = Pattern.compile("(?i)RUN\\s+(?:--\\S{1,500}\\s+){0,9}(.*)");
    private static final Pattern ADD = Pattern.compile("(?i)ADD\\s.*");

    /** The Dockerfile at a path, or the one in a folder; empty where there is none that can be read. */
    static Optional<ImageBuild> at(String path, Repository repository) {
        Optional<String> plain = path.contains("$") ? Optional.empty() : LocalPath.plain(path);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        String inside = plain.get().isEmpty() ? "Dockerfile" : plain.get() + "/Dockerfile";
        for (String file : List.of(plain.get(), inside)) {
            if (!file.isEmpty() && repository.isFile(file)) {
                try {
                    return Optional.of(read(repository.read(file).text()));
                } catch (UnreadableFileException e) {
                    // Silent: the registries of the images that the command names are listed all the same.
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static ImageBuild read(String text) {
        List<String> images = new ArrayList<>();
        List<ShellCommand> commands = new ArrayList<>();
        List<String> added = new ArrayList<>();
        Set<String> stages = new HashSet<>(Set.of("scratch"));
        for (String instruction : instructions(text)) {
            Matcher from = FROM.matcher(instruction);
            Matcher copy = COPY.matcher(instruction);
            Matcher run = RUN.matcher(instruction);
            if (from.matches()) {
                if (!stages.contains(from.group(1).toLowerCase(Locale.ROOT))) {
                    images.add(from.group(1));
                }
                if (from.group(2) != null) {
                    stages.add(from.group(2).toLowerCase(Locale.ROOT));
                }
            } else if (copy.matches()) {
                String image = copy.group(1);
                boolean isStage = stages.contains(image.toLowerCase(Locale.ROOT))
                        || image.chars().allMatch(Character::isDigit);
                if (!isStage) {
                    images.add(image);
                }
            } else if (run.matches()) {
                commands.addAll(ShellScript.of(run.group(1), Shell.POSIX).commands());
            } else if (ADD.matcher(instruction).matches()) {
                added.add(instruction);
            }
        }
        return new ImageBuild(List.copyOf(images), List.copyOf(commands), List.copyOf(added));
    }

    /** The instructions, each on one line, without comments. */
    private static List<String> instructions(String text) {
        List<String> instructions = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            String stripped = line.strip();
            if (stripped.startsWith("#")) {
                continue;
            }
            boolean goesOn = stripped.endsWith("\\");
            open.append(goesOn ? stripped.substring(0, stripped.length() - 1) : stripped)
                    .append(' ');
            if (!goesOn) {
                instructions.add(open.toString().strip());
                open.setLength(0);
            }
        }
        instructions.add(open.toString().strip());
        return instructions;
    }
}
