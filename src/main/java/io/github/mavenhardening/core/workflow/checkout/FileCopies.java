package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What commands copy, move or link to another place. */
final class FileCopies {

    /**
     * A file, a folder or all that is in one.
     *
     * @param from where it lies
     * @param to what it becomes; both as seen from the workspace
     */
    record Copy(String from, String to) {}

    private static final Set<String> COPYING =
            Set.of("cp", "mv", "rsync", "install", "ln", "copy-item", "cpi", "copy", "move-item", "xcopy", "robocopy");
    /** Of these, those of Windows that copy what is in a folder, and not the folder, and their options. */
    private static final Set<String> OF_FOLDERS = Set.of("xcopy", "robocopy");

    private static final Pattern SWITCH = Pattern.compile("/[A-Za-z]{1,10}(?::\\w{0,20})?");

    /** Those with a value in the next word. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-S",
            "--suffix",
            "-m",
            "--mode",
            "-o",
            "--owner",
            "-g",
            "--group",
            "--exclude",
            "--include",
            "-e",
            "--rsh",
            "-t",
            "--target-directory",
            "-Destination");

    private FileCopies() {}

    /** What a command that runs in a folder copies; empty when it copies nothing. */
    static List<Copy> by(ShellCommand command, String folder) {
        if (command.name().equals("cat") && !command.output().isEmpty()) {
            List<Copy> printed = new ArrayList<>();
            for (String file : command.operands(WITH_VALUE)) {
                printed.add(new Copy(WorkPath.within(folder, file), WorkPath.within(folder, command.output())));
            }
            return printed;
        }
        if (command.name().equals("find")) {
            return ofFound(command, folder);
        }
        return COPYING.contains(command.name()) ? copied(command.name(), command.arguments(), folder) : List.of();
    }

    private static List<Copy> copied(String program, List<String> words, String folder) {
        boolean isOfFolders = OF_FOLDERS.contains(program);
        List<String> from = Arguments.operands(words, WITH_VALUE);
        if (isOfFolders) {
            from.removeIf(word -> SWITCH.matcher(word).matches());
        }
        Optional<String> named = Arguments.value(words, "-t", "--target-directory", "-Destination");
        if (from.size() < (named.isPresent() ? 1 : 2)) {
            return List.of();
        }
        String target = named.isPresent() ? named.get() : from.remove(from.size() - 1);
        boolean isFolder =
                (named.isPresent() && !words.contains("-Destination")) || from.size() > 1 || leadsIntoFolder(target);
        String to = WorkPath.within(folder, target);
        List<Copy> found = new ArrayList<>();
        for (String source : from) {
            String name = source.substring(source.lastIndexOf('/') + 1);
            // The programs tell all that is in a folder from the folder itself in their own ways.
            boolean isAll = name.equals(".") || name.equals("*") || (program.equals("rsync") && name.isEmpty());
            String path =
                    WorkPath.within(folder, isAll ? source.substring(0, source.length() - name.length()) : source);
            String own = path.substring(path.lastIndexOf('/') + 1);
            found.add(new Copy(path, isAll || isOfFolders || !isFolder ? to : WorkPath.within(to, own)));
        }
        return found;
    }

    /** Files that {@code find} has another command copy, which stand for {@code {}}. */
    private static List<Copy> ofFound(ShellCommand command, String folder) {
        List<String> words = command.arguments();
        int at = words.indexOf("-exec") + 1;
        int name = words.indexOf("-name") + 1;
        if (at == 0 || at >= words.size() || !COPYING.contains(words.get(at))) {
            return List.of();
        }
        String file = name > 0 && name < words.size() ? "/" + words.get(name) : "/*";
        List<String> copying = new ArrayList<>();
        for (String word : words.subList(at + 1, words.size())) {
            if (!word.equals(";") && !word.equals("+")) {
                copying.add(word.equals("{}") ? command.operand(0) + file : word);
            }
        }
        return copied(words.get(at), copying, folder);
    }

    private static boolean leadsIntoFolder(String target) {
        return target.isEmpty()
                || target.endsWith("/")
                || target.endsWith(".")
                || WorkPath.of(target).isEmpty()
                || (WorkPath.isElsewhere(target) && WorkPath.of(target).indexOf('/', 1) < 0);
    }
}
