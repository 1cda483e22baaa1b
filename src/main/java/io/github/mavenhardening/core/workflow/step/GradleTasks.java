package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tasks that a Gradle build file makes of others, or of programs. */
final class GradleTasks implements TaskFile {

    private static final Pattern TASK = Pattern.compile(
            "(?:\\btask\\s+|\\btasks\\.(?:register|create)(?:<\\w{1,60}>)?\\(\\s{0,9}[\"']|\\btask\\([\"'])(\\w{1,100})"
                    + "|\\bval\\s{1,9}(\\w{1,100})\\s{1,9}by\\s{1,9}tasks\\.registering\\b");
    private static final Pattern DEPENDS = Pattern.compile("\\b(?:dependsOn|finalizedBy)\\b");
    private static final Pattern NEEDED =
            Pattern.compile("[\"']:?([\\w:-]{1,100})[\"']|(?<![\\w.\"'])([A-Za-z]\\w{0,100})");

    private final Map<String, Own> tasks;

    GradleTasks(String text) {
        this.tasks = read(text);
    }

    /**
     * A task of the file.
     *
     * @param needed the tasks that it depends on or is followed by
     * @param named names that are tasks where the file has such ones
     */
    private record Own(List<String> needed, List<String> named, GradleExec exec) {}

    /** What the tasks among the words run, and, as calls of Gradle, what they depend on or are followed by. */
    @Override
    public Task task(List<String> words) {
        List<ShellCommand> commands = new ArrayList<>();
        List<String> scripts = new ArrayList<>();
        for (String word : words) {
            Own task = word.startsWith("-") ? null : tasks.get(word.substring(word.lastIndexOf(':') + 1));
            if (task != null) {
                List<String> needed = new ArrayList<>(task.needed());
                task.named().stream().filter(tasks::containsKey).forEach(needed::add);
                for (String name : needed) {
                    commands.add(new ShellCommand(List.of("gradle", name), Map.of(), 0, 0, 0));
                }
                commands.addAll(task.exec().commands());
                scripts.addAll(task.exec().scripts());
            }
        }
        return new Task(List.of(), commands, String.join("\n", scripts), true);
    }

    /** The names of the tasks that a build file declares. */
    static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher task = TASK.matcher(text);
        while (task.find()) {
            names.add(task.group(1) == null ? task.group(2) : task.group(1));
        }
        return names;
    }

    /** The tasks by name, in the order of the text. */
    private static Map<String, Own> read(String text) {
        Map<String, Own> found = new LinkedHashMap<>();
        Matcher task = TASK.matcher(text);
        boolean more = task.find();
        while (more) {
            String name = task.group(1) == null ? task.group(2) : task.group(1);
            int from = task.end();
            more = task.find();
            int end = more ? task.start() : text.length();
            int open = text.indexOf('{', from);
            GradleExec exec = open < 0 || open >= end
                    ? GradleExec.NONE
                    : GradleExec.of(text, open + 1, GradleText.endOfList(text, open, end));
            Own own = new Own(new ArrayList<>(), new ArrayList<>(), exec);
            Matcher depends = DEPENDS.matcher(text).region(from, end);
            while (depends.find()) {
                int listEnd = GradleText.endOfList(text, depends.end(), end);
                Matcher needed = NEEDED.matcher(text).region(depends.end(), listEnd);
                depends.region(listEnd, end);
                while (needed.find()) {
                    (needed.group(1) == null ? own.named() : own.needed())
                            .add(needed.group(1) == null ? needed.group(2) : needed.group(1));
                }
            }
            found.putIfAbsent(name, own);
        }
        return found;
    }
}
