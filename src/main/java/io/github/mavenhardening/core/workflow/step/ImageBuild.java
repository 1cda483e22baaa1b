package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.DockerfileImages;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the build of a Dockerfile asks for.
 *
 * @param path the Dockerfile
 * @param images the images that it is built on or copies from
 * @param commands what its {@code RUN} instructions run
 * @param added what its {@code ADD} instructions take, addresses among it
 * @param downloads those that it runs
 * @param unread why nothing of that is known; empty where the Dockerfile was read
 */
public record ImageBuild(
        String path,
        List<String> images,
        List<ShellCommand> commands,
        List<String> added,
        List<ExecutedDownload> downloads,
        Optional<String> unread) {

    private static final Pattern RUN = Pattern.compile("(?is)RUN\\s+(?:--\\S{1,500}\\s+){0,9}(.*)");
    private static final Pattern SYNTAX =
            Pattern.compile("(?i)\\s{0,50}#\\s{0,50}syntax\\s{0,50}=\\s{0,50}(\\S{1,500})");
    /** Instructions that may be followed by a text. */
    private static final Pattern WITH_TEXT = Pattern.compile("(?i)\\s*+(?:RUN|COPY|ADD)\\s");

    private static final Pattern ADD = Pattern.compile("(?is)ADD\\s.*");
    /** A file that is taken from an address and compared with nothing. */
    private static final Pattern LOAD =
            Pattern.compile("(?i)ADD\\s+(?:--(?!checksum)\\S{1,200}\\s+){0,9}(https?://\\S{1,500})\\s+(\\S{1,500})");

    private static final String ACTION = "docker/build-push-action";
    /** What the action fills in with the repository. */
    private static final String DEFAULT = "{{defaultContext}}";

    /** What begins a text in the lines that follow, and the word that ends it. */
    private static final Pattern HERE = Pattern.compile("(?<!<)<<-?([\"']?)(\\w{1,100})\\1");

    /** What builds images of Dockerfiles, as the rest of a command's words. */
    private static final Set<String> BUILDERS = Set.of("docker", "podman", "buildah");

    public ImageBuild {
        images = List.copyOf(images);
        commands = List.copyOf(commands);
        added = List.copyOf(added);
        downloads = List.copyOf(downloads);
    }

    /** The Dockerfile that a step's action builds, or the folder that it lies in; empty where it builds none. */
    public static Optional<String> file(ReachedStep reached) {
        if (!(reached.step().body() instanceof Step.UsesAction action)
                || !reached.step().usesAction(ACTION)) {
            return Optional.empty();
        }
        Optional<YamlScalar> file = action.with().scalar("file");
        Optional<YamlScalar> written = file.isPresent() ? file : action.with().scalar("context");
        return Optional.of(
                written.isPresent() ? folder(reached.textOf(written.get()).strip()) : ".");
    }

    /** The folder of the repository that a context is: the default one may be followed by one that lies in it. */
    private static String folder(String context) {
        if (!context.startsWith(DEFAULT)) {
            return context;
        }
        String within = context.substring(DEFAULT.length());
        return within.startsWith(":") ? within.substring(1) : ".";
    }

    /** The Dockerfile that a command builds in a folder, or the folder that it lies in; empty where it builds none. */
    public static Optional<String> file(ShellCommand command, String folder) {
        int at = command.operand(0).equals("buildx") || command.operand(0).equals("image") ? 1 : 0;
        if (!BUILDERS.contains(command.name()) || !List.of("build", "bud").contains(command.operand(at))) {
            return Optional.empty();
        }
        List<String> words = command.arguments();
        String last = words.get(words.size() - 1);
        return Optional.of(folder + "/" + command.value("-f", "--file").orElse(last));
    }

    /** The Dockerfile at a path, or the one in a folder; empty where there is none. */
    public static Optional<ImageBuild> at(String path, Repository repository) {
        Optional<String> plain = path.contains("$") ? Optional.empty() : LocalPath.plain(path);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        String inside = plain.get().isEmpty() ? "Dockerfile" : plain.get() + "/Dockerfile";
        for (String file : List.of(plain.get(), inside)) {
            if (!file.isEmpty() && repository.isFile(file)) {
                try {
                    return Optional.of(read(file, repository.read(file)));
                } catch (UnreadableFileException e) {
                    return Optional.of(
                            new ImageBuild(file, List.of(), List.of(), List.of(), List.of(), Optional.of(e.reason())));
                }
            }
        }
        return Optional.empty();
    }

    private static ImageBuild read(String path, SourceFile source) {
        List<ShellCommand> commands = new ArrayList<>();
        List<String> added = new ArrayList<>();
        // All that is run, as if it were one script: what an instruction loads is there for the next.
        StringBuilder script = new StringBuilder();
        for (String instruction : instructions(source.text())) {
            Matcher run = RUN.matcher(instruction);
            if (run.matches()) {
                String program = program(run.group(1));
                commands.addAll(ShellScript.of(program, Shell.POSIX).commands());
                script.append(program).append('\n');
            } else if (ADD.matcher(instruction).matches()) {
                added.add(instruction);
                Matcher load = LOAD.matcher(instruction);
                if (load.matches()) {
                    script.append("curl -o ").append(target(load.group(1), load.group(2)));
                    script.append(' ').append(load.group(1)).append('\n');
                }
            }
        }
        List<ExecutedDownload> downloads = Downloads.mayBeIn(script.toString())
                ? Downloads.within(ShellScript.of(script.toString(), Shell.POSIX))
                : List.of();
        return new ImageBuild(path, images(source), commands, added, downloads, Optional.empty());
    }

    /** What an instruction runs: a text that follows it, where it is nothing else. */
    private static String program(String run) {
        Matcher here = HERE.matcher(run);
        return here.lookingAt() && here.end() == run.indexOf('\n')
                ? run.substring(here.end() + 1, Math.max(here.end() + 1, run.lastIndexOf('\n')))
                : run;
    }

    /** Those that the instructions name, and the one that reads the file. */
    private static List<String> images(SourceFile source) {
        List<String> images = new ArrayList<>();
        DockerfileImages.of(source).forEach(image -> images.add(image.text()));
        Matcher syntax = SYNTAX.matcher(source.text());
        if (syntax.lookingAt()) {
            images.add(syntax.group(1));
        }
        return images;
    }

    /** The file that an address is written to: one of its own name where a folder is meant. */
    private static String target(String address, String written) {
        return written.endsWith("/") || written.equals(".") ? written + "/" + DownloadCommand.named(address) : written;
    }

    /** The instructions, each on one line and the lines of a text that follows it, without comments. */
    static List<String> instructions(String text) {
        List<String> instructions = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        String until = "";
        for (String line : text.split("\n", -1)) {
            String stripped = line.strip();
            if (!until.isEmpty()) {
                open.append('\n').append(line);
                until = stripped.equals(until) ? "" : until;
            } else if (stripped.startsWith("#")) {
                continue;
            } else {
                boolean goesOn = stripped.endsWith("\\");
                open.append(goesOn ? stripped.substring(0, stripped.length() - 1) : stripped);
                Matcher here = HERE.matcher(open);
                until = !goesOn && WITH_TEXT.matcher(open).lookingAt() && here.find() ? here.group(2) : "";
                if (goesOn) {
                    open.append(' ');
                    continue;
                }
            }
            if (until.isEmpty()) {
                instructions.add(open.toString().strip());
                open.setLength(0);
            }
        }
        instructions.add(open.toString().strip());
        return instructions;
    }
}
