package io.github.mavenhardening.core.workflow.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tasks of a Rakefile: its own, and those of Bundler and the like that push the gem. Files that it loads are not followed. */
final class Rakefile implements TaskFile {

    /** Set to no, the tasks of Bundler push nothing. */
    static final String PUSHES = "gem_push";

    private static final Pattern HEAD = Pattern.compile(
            "(\\s*)(task|multitask|namespace)\\b[\\s(]{0,10}[:\"']{0,2}(\\w(?:[\\w-]|:(?=\\w)){0,100})");
    private static final Pattern GEM_TASKS = Pattern.compile(
            "(?m)^\\s{0,20}require\\s{1,5}[\"'](?:bundler/gem_tasks|rubygems/tasks)[\"']|\\bBundler::GemHelper\\.install_tasks"
                    + "|\\bGem::Tasks\\.new|\\bHoe\\.spec\\b");
    private static final Set<String> PUSHING = Set.of("release", "release:rubygem_push");
    /** Behind a task's name: those that it needs before. */
    private static final Pattern NEEDS =
            Pattern.compile("(?:=>|:(?=\\s))\\s*(?:%[wi])?(\\[[^\\]\n]{0,500}|[:\"'][\\w:-]{1,100})");

    private static final Pattern NAME = Pattern.compile("[\\w][\\w:-]{0,100}");

    private final Map<String, StringBuilder> tasks;
    private final boolean hasGemTasks;

    Rakefile(String text) {
        this.tasks = RubyBlocks.of(text, HEAD, "namespace");
        this.hasGemTasks = GEM_TASKS.matcher(text).find();
    }

    @Override
    public Task task(List<String> words) {
        List<List<String>> needs = new ArrayList<>();
        StringBuilder script = new StringBuilder();
        boolean pushes = !words.contains(PUSHES + "=no");
        for (String word : words.isEmpty() ? List.of("default") : words) {
            int given = word.indexOf('[');
            String name = given < 0 ? word : word.substring(0, given);
            if (hasGemTasks && pushes && PUSHING.contains(name)) {
                script.append("gem push\n");
            }
            StringBuilder block = tasks.get(name);
            if (block != null) {
                addNeeds(block, pushes, needs);
                script.append(RubyBlocks.commands(block));
            }
        }
        return Task.of(needs, script.toString());
    }

    private static void addNeeds(StringBuilder block, boolean pushes, List<List<String>> needs) {
        int line = block.indexOf("\n");
        Matcher needed = NEEDS.matcher(block).region(0, line);
        if (needed.find()) {
            Matcher name = NAME.matcher(needed.group(1));
            while (name.find()) {
                needs.add(pushes ? List.of(name.group()) : List.of(name.group(), PUSHES + "=no"));
            }
        }
    }
}
