package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a task of a Gradle build file runs by {@code exec}.
 *
 * @param commands its programs with their arguments; anything but a text stands there as a variable
 * @param scripts what it has a shell run
 */
record GradleExec(List<ShellCommand> commands, List<String> scripts) {

    static final GradleExec NONE = new GradleExec(List.of(), List.of());

    private static final String TEXT = "\"(?<double>[^\"\\n]{0,1000})\"|'(?<single>[^'\\n]{0,1000})'";
    private static final Pattern SETTING = Pattern.compile(
            "(?<comment>(?m:^)[ \\t]{0,100}//.{0,1000})|\\b(?:def|val|var|String)\\s{1,9}(?<variable>\\w{1,100})\\s{0,9}=\\s{0,9}(?:"
                    + TEXT + ")|\\b(?<key>commandLine|executable|args)\\b(?=[ \\t]{0,9}[=(\"'\\w])");
    private static final Pattern WORD = Pattern.compile(TEXT + "|(?<name>[A-Za-z_][\\w.]{0,100})");

    GradleExec {
        commands = List.copyOf(commands);
        scripts = List.copyOf(scripts);
    }

    /** Reads the body of a task. */
    static GradleExec of(String text, int from, int end) {
        Map<String, String> variables = new HashMap<>();
        List<List<String>> all = new ArrayList<>();
        Matcher setting = SETTING.matcher(text).region(from, end);
        while (setting.find()) {
            if (setting.group("variable") != null) {
                variables.put(setting.group("variable"), text(setting));
            } else if (setting.group("key") != null && (!setting.group("key").equals("args") || !all.isEmpty())) {
                int listEnd = GradleText.endOfList(text, setting.end(), end);
                if (!setting.group("key").equals("args")) {
                    all.add(new ArrayList<>());
                }
                Matcher word = WORD.matcher(text).region(setting.end(), listEnd);
                while (word.find()) {
                    String name = word.group("name");
                    all.get(all.size() - 1).add(name == null ? text(word) : variables.getOrDefault(name, "$" + name));
                }
                setting.region(listEnd, end);
            }
        }
        List<ShellCommand> commands = new ArrayList<>();
        List<String> scripts = new ArrayList<>();
        for (List<String> words : all) {
            int script = words.indexOf("-c") + 1;
            if (script > 0 && script < words.size()) {
                scripts.add(words.get(script));
            } else if (!words.isEmpty() && !words.get(0).isEmpty()) {
                commands.add(new ShellCommand(words, Map.of(), 0, 0, 0));
            }
        }
        return new GradleExec(commands, scripts);
    }

    private static String text(Matcher found) {
        return found.group("double") == null ? found.group("single") : found.group("double");
    }
}
