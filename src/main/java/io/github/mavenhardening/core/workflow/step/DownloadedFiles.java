package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the steps of a job have downloaded by now and not yet compared with anything or run, wherever it went since. */
final class DownloadedFiles {

    /** Folders that hold other things than what is unpacked into them. */
    private static final Set<String> COMMON = Set.of(
            "app", "bin", "build", "data", "dist", "home", "lib", "local", "opt", "out", "root", "runner", "sbin",
            "share", "src", "target", "tmp", "usr", "work");

    private static final String DIRECTORY = "--directory=";
    private static final Set<String> INTO = Set.of("-d", "-C", "--directory", "-DestinationPath");

    static final String CHMOD = "chmod";
    private static final int WORDS = 50;
    /** What folders on the path are separated by, and what ends a line that is printed. */
    private static final Pattern BETWEEN_FOLDERS = Pattern.compile("[/:;\\\\]|\\\\n");

    /** Commands of PowerShell that write a file. */
    private static final Set<String> WRITERS = Set.of("out-file", "add-content");

    /** So many folders of a program's path are looked at. */
    private static final int FOLDERS = 10;

    /** Modes of chmod by which a file may be run. */
    private static final Pattern EXECUTABLE =
            Pattern.compile("[ugoa]{0,4}[+=][rws]{0,3}x[rwxs]{0,3}|0?[0-7]{0,2}[1357][0-7]{0,2}");

    /** Options of gh for the files that it downloads. */
    private static final Set<String> PATTERN = Set.of("-p", "--pattern");

    /** By name: sorted, so that a pattern has one answer. */
    private final Map<String, ShellCommand> files = new TreeMap<>();

    /** By {@link DownloadCommand#stem}. */
    private final Map<String, ShellCommand> archives = new HashMap<>();
    /** By variable, what was downloaded into it. */
    private final Map<String, ShellCommand> texts = new HashMap<>();

    /** What was compared by a step whose failure does not fail the job: {@code continue-on-error}. */
    private final Map<String, ShellCommand> unproven = new HashMap<>();

    private final Map<String, ShellCommand> unprovenArchives = new HashMap<>();
    private boolean goesOn;

    /** The step whose commands are looked at; empty in a script of the project and in the text that a shell is given. */
    private Optional<Step> step = Optional.empty();
    /** How many steps were looked at, with that one. */
    private int steps;

    /** By the download, what has made it a program that was not yet seen to run. */
    private final Map<ShellCommand, Placed> placed = new LinkedHashMap<>();

    /** A command that puts a download where programs are looked for, or makes it executable. */
    record Placed(Optional<Step> step, int number, ShellCommand places) {

        /** Whether nothing but its mode says that it is a program. */
        boolean isExecutable() {
            return places.name().equals(CHMOD);
        }
    }

    /** Goes on to the next step. */
    void begin(Step next) {
        step = Optional.of(next);
        steps++;
        goesOn = next.mapping()
                .scalar("continue-on-error")
                .filter(value -> value.asBoolean().orElse(false))
                .isPresent();
    }

    /** Comes to the end of a step. */
    void end() {
        files.putAll(unproven);
        archives.putAll(unprovenArchives);
        unproven.clear();
        unprovenArchives.clear();
    }

    /** What was made a program and not seen to run, in the order in which that was done. */
    Map<ShellCommand, Placed> placed() {
        return Collections.unmodifiableMap(placed);
    }

    /** Takes in that something was compared: which of the files is not followed. */
    void verified() {
        if (goesOn) {
            unproven.putAll(files);
            unprovenArchives.putAll(archives);
        }
        files.clear();
        archives.clear();
        texts.clear();
        // What was put on the path by steps before is run by then.
        placed.values().removeIf(each -> each.number() == steps);
    }

    /** A download is run: it is one finding, however often that is done. */
    void forget(ShellCommand load) {
        files.values().removeIf(load::equals);
        archives.values().removeIf(load::equals);
        placed.remove(load);
    }

    /** What was downloaded to a name; it is there no more. */
    Optional<ShellCommand> take(String name) {
        return Optional.ofNullable(files.remove(name));
    }

    /** Whether variables hold downloads. */
    boolean holdsTexts() {
        return !texts.isEmpty();
    }

    /** What was downloaded into a variable; it is there no more. */
    Optional<ShellCommand> takeText(String variable) {
        return Optional.ofNullable(texts.remove(variable));
    }

    /** What was downloaded to a name, or to one that a pattern with an asterisk means; it is there no more. */
    Optional<ShellCommand> takeMatching(String name) {
        int first = name.indexOf('*');
        if (first >= 0 && name.length() > 1) {
            String begin = name.substring(0, first);
            String end = name.substring(name.lastIndexOf('*') + 1);
            for (String file : files.keySet()) {
                if (file.startsWith(begin) && file.endsWith(end)) {
                    return take(file);
                }
            }
        }
        return take(name);
    }

    /** The download that a command is itself, or a part of the archive that it lies in. */
    Optional<ShellCommand> takeProgram(ShellCommand command) {
        ShellCommand load = files.remove(DownloadCommand.file(command.path()));
        if (load == null) {
            load = archives.remove(DownloadCommand.stem(command.name()));
            String[] folders = command.path().split("/", FOLDERS);
            for (int i = 0; load == null && i < folders.length - 1; i++) {
                load = archives.remove(DownloadCommand.stem(folders[i]));
            }
        }
        return Optional.ofNullable(load);
    }

    /** Takes in what a command downloads, into a variable or not. */
    void load(ShellCommand command, Optional<String> variable) {
        variable.ifPresent(name -> texts.put(name, command));
        Optional<String> target = DownloadCommand.target(command);
        if (target.isPresent()) {
            files.put(target.get(), command);
        }
        if (!command.output().isEmpty()) {
            files.put(DownloadCommand.file(command.output()), command);
        }
        if (DownloadCommand.isProgram(command)) {
            place(command, command);
        }
        if (DownloadCommand.loadsRelease(command)) {
            for (String option : List.of("-p", "--pattern", "-R", "--repo")) {
                int at = command.words().indexOf(option);
                if (at > 0 && at + 1 < command.words().size()) {
                    archive(command.words().get(at + 1), command);
                    if (PATTERN.contains(option)) {
                        files.put(DownloadCommand.file(command.words().get(at + 1)), command);
                    }
                }
            }
        }
    }

    /**
     * Takes in what an archive holds, a file or what is piped.
     *
     * @return the download, where it is unpacked into the folder of the script
     */
    Optional<ShellCommand> unpack(ShellCommand command, Optional<ShellCommand> piped) {
        ShellCommand last = null;
        for (String word : command.arguments()) {
            ShellCommand load = files.get(DownloadCommand.file(word));
            if (load != null) {
                archive(word, load);
                into(command, load);
                last = load;
            }
        }
        if (piped.isPresent()) {
            Optional<String> url = DownloadCommand.address(piped.get().words());
            if (url.isPresent()) {
                archive(url.get(), piped.get());
            }
            into(command, piped.get());
            last = piped.get();
        }
        boolean isHere = last != null && DownloadCommand.isLoose(last.words()) && !namesFolder(command);
        return isHere ? Optional.of(last) : Optional.empty();
    }

    private static boolean namesFolder(ShellCommand unpack) {
        return unpack.arguments().stream()
                .anyMatch(word -> INTO.contains(word)
                        || word.startsWith(DIRECTORY)
                        || (unpack.name().equals("7z") && word.startsWith("-o")));
    }

    /** Takes note of the file that what flows in from a download is written to. */
    void keep(ShellCommand command, Optional<ShellCommand> piped) {
        if (piped.isEmpty()) {
            return;
        }
        if (!command.output().isEmpty()) {
            files.put(DownloadCommand.file(command.output()), piped.get());
        }
        if (command.name().equals("tee") && !command.operand(0).isEmpty()) {
            files.put(DownloadCommand.file(command.operand(0)), piped.get());
        }
    }

    /** Whether a command puts folders on the path: {@code export PATH=…}, {@code echo … >> $GITHUB_PATH}, {@code Out-File $env:GITHUB_PATH}. */
    static boolean isOnPath(ShellCommand command) {
        if (WRITERS.contains(command.name())) {
            return command.arguments().stream().anyMatch(word -> word.contains("GITHUB_PATH"));
        }
        return command.output().contains("GITHUB_PATH")
                || (command.name().equals("export") && command.operand(0).startsWith("PATH="));
    }

    /** Takes in folders that are put on the path: words of the command, or what is printed to it. */
    void putOnPath(ShellCommand command, List<String> printed) {
        List<String> words = new ArrayList<>(command.arguments());
        words.addAll(printed);
        for (String word : words) {
            for (String name : BETWEEN_FOLDERS.split(word, WORDS)) {
                ShellCommand load = archives.get(DownloadCommand.stem(name));
                if (load != null) {
                    place(load, command);
                }
            }
        }
    }

    /** Takes in files that are made executable. */
    void makeExecutable(ShellCommand chmod) {
        if (EXECUTABLE.matcher(chmod.operand(0)).matches()) {
            for (String word : chmod.arguments()) {
                ShellCommand load = files.get(DownloadCommand.file(word));
                if (load != null) {
                    place(load, chmod);
                }
            }
        }
    }

    private void place(ShellCommand load, ShellCommand places) {
        if (DownloadCommand.isLoose(load.words())) {
            Placed known = placed.get(load);
            // Where it is put says more of it.
            if (known == null || (known.isExecutable() && !places.name().equals(CHMOD))) {
                placed.put(load, new Placed(step, steps, places));
            }
        }
    }

    /** Takes note of the folder that an archive is unpacked into. */
    private void into(ShellCommand command, ShellCommand load) {
        List<String> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            Optional<String> folder = words.get(i).startsWith(DIRECTORY)
                    ? Optional.of(words.get(i).substring(DIRECTORY.length()))
                    : INTO.contains(words.get(i)) && i + 1 < words.size()
                            ? Optional.of(words.get(i + 1))
                            : Optional.empty();
            if (folder.isPresent()) {
                folder(folder.get(), load);
                if (DownloadCommand.isProgram(folder.get())) {
                    place(load, command);
                }
            }
        }
    }

    private void folder(String path, ShellCommand load) {
        String name = DownloadCommand.file(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        if (!name.startsWith("$") && !COMMON.contains(name)) {
            archive(name, load);
        }
    }

    /** Follows what was downloaded to another name. */
    void move(ShellCommand command, Optional<ShellCommand> piped) {
        List<String> words = command.arguments();
        if (words.size() < 2) {
            return;
        }
        String from = words.get(words.size() - 2);
        String to = words.get(words.size() - 1);
        boolean isPiped = from.equals("/dev/stdin") && piped.isPresent();
        ShellCommand load = isPiped ? piped.get() : files.get(DownloadCommand.file(from));
        if (load != null) {
            files.put(DownloadCommand.file(to), load);
            if (DownloadCommand.isProgram(to)) {
                place(load, command);
            }
            return;
        }
        String[] folders = from.split("/", FOLDERS);
        for (int i = 0; load == null && i < folders.length; i++) {
            load = archives.get(DownloadCommand.stem(folders[i]));
        }
        if (load != null) {
            folder(to, load);
            if (DownloadCommand.isProgram(to)) {
                place(load, command);
            }
        }
    }

    private void archive(String path, ShellCommand load) {
        String stem = DownloadCommand.stem(DownloadCommand.named(path));
        if (stem.length() > 1 && DownloadCommand.isLoose(load.words())) {
            archives.put(stem, load);
        }
    }
}
