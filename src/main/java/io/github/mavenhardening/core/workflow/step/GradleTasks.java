package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tasks that a Gradle build file makes of others. */
final class GradleTasks implements TaskFile {

    private static final Pattern TASK = Pattern.compile(
            "(?:\\btask\\s+|\\btasks\\.(?:register|create)(?:<\\w{1,60}>)?\\(\\s{0,9}[\"']|\\btask\\([\"'])(\\w{1,100})");
    private static final Pattern DEPENDS = Pattern.compile("\\b(?:dependsOn|finalizedBy)\\b");
    private static final Pattern QUOTED = Pattern.compile("[\"']:?([\\w:-]{1,100})[\"']");

    private final Map<String, List<String>> tasks;

    GradleTasks(String text) {
        this.tasks = read(text);
    }

    /** What the tasks among the words depend on or are followed by, as calls of Gradle. */
    @Override
    public Task task(List<String> words) {
        List<ShellCommand> needed = new ArrayList<>();
        for (String word : words) {
            if (!word.startsWith("-")) {
                for (String name : tasks.getOrDefault(word.substring(word.lastIndexOf(':') + 1), List.of())) {
                    needed.add(new ShellCommand(List.of("gradle", name), Map.of(), 0, 0, 0));
                }
            }
        }
        return new Task(List.of(), needed, "", true);
    }

    /** By the name of each task, in the order of the text, the tasks that it depends on or is followed by. */
    private static Map<String, List<String>> read(String text) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        Matcher task = TASK.matcher(text);
        boolean more = task.find();
        while (more) {
            String name = task.group(1);
            int from = task.end();
            more = task.find();
            int end = more ? task.start() : text.length();
            Matcher depends = DEPENDS.matcher(text).region(from, end);
            while (depends.find()) {
                int listEnd = endOfList(text, depends.end(), end);
                Matcher needed = QUOTED.matcher(text).region(depends.end(), listEnd);
                depends.region(listEnd, end);
                while (needed.find()) {
                    found.computeIfAbsent(name, any -> new ArrayList<>()).add(needed.group(1));
                }
            }
        }
        return found;
    }

    /** Where what begins at a place ends: with its line or statement, brackets that are open included. */
    private static int endOfList(String text, int from, int end) {
        int depth = 0;
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            }
            if (depth < 0 || (depth == 0 && "\n;}".indexOf(c) >= 0)) {
                return at;
            }
        }
        return end;
    }
}
