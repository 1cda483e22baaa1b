package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tasks of a Taskfile. What it includes is not followed, and neither is what its templates fill in. */
final class Taskfile implements TaskFile {

    private final Optional<YamlMapping> tasks;

    Taskfile(String text) {
        this.tasks = read(text);
    }

    private static Optional<YamlMapping> read(String text) {
        try {
            return YamlDocument.parse(SourceFile.of("Taskfile.yml", text))
                    .mapping()
                    .flatMap(file -> file.mapping("tasks"));
        } catch (UnreadableFileException e) {
            // Silent: the program cannot read it either, and runs nothing.
            return Optional.empty();
        }
    }

    @Override
    public Task task(List<String> words) {
        List<List<String>> needs = new ArrayList<>();
        StringBuilder script = new StringBuilder();
        for (String name : words.isEmpty() ? List.of("default") : words) {
            Optional<YamlNode> task = tasks.flatMap(all -> all.get(name));
            if (task.isPresent() && task.get() instanceof YamlMapping whole) {
                whole.get("deps").ifPresent(part -> run(part, true, needs, script));
                whole.get("cmds").ifPresent(part -> run(part, false, needs, script));
                whole.get("cmd").ifPresent(part -> run(part, false, needs, script));
            } else {
                task.ifPresent(part -> run(part, false, needs, script));
            }
        }
        return Task.of(needs, script.toString());
    }

    /** Adds commands of a task, or the tasks that it needs. */
    private static void run(YamlNode part, boolean isNeed, List<List<String>> needs, StringBuilder script) {
        if (part instanceof YamlSequence several) {
            several.values().stream()
                    .filter(one -> !(one instanceof YamlSequence))
                    .forEach(one -> run(one, isNeed, needs, script));
        } else if (part instanceof YamlMapping one) {
            one.scalar("task").ifPresent(name -> needs.add(List.of(name.value())));
            one.scalar("cmd")
                    .ifPresent(command -> script.append(command.value()).append('\n'));
        } else if (part instanceof YamlScalar text && isNeed) {
            needs.add(List.of(text.value()));
        } else if (part instanceof YamlScalar text) {
            script.append(text.value()).append('\n');
        }
    }
}
