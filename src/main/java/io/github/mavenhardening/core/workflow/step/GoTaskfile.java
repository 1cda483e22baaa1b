package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Taskfile of go-task, as far as it says which task runs what: commands, dependencies, tasks of files that it includes, and variables
 * that are a plain text.
 *
 * @see <a href="https://taskfile.dev/docs/reference/schema">Schema of Taskfiles</a>
 */
final class GoTaskfile implements TaskFile {

    /** Where it looks for tasks, and for those of an included folder. */
    static final List<String> NAMES = List.of(
            "Taskfile.yml",
            "taskfile.yml",
            "Taskfile.yaml",
            "taskfile.yaml",
            "Taskfile.dist.yml",
            "taskfile.dist.yml",
            "Taskfile.dist.yaml",
            "taskfile.dist.yaml");

    /** The variable that holds the words behind the dashes of the command line. */
    static final String GIVEN = "CLI_ARGS";

    private static final Pattern SETTING = Pattern.compile("([A-Za-z_]\\w{0,100})=(.*)", Pattern.DOTALL);
    private static final Pattern USE =
            Pattern.compile("\\{\\{[- ]{0,9}(?:\\.([A-Za-z_]\\w{0,100})[- ]{0,9}\\}\\}|([^{}]{0,500})\\}\\})");
    /** How deep included files may include others, and how many there may be. */
    private static final int DEPTH = 5;

    private static final int FILES = 50;
    /** How long the values of variables may be that are set at one place, all of them, and how many tasks one may call. */
    private static final int VALUES = 16 * 1024;

    private static final int CALLS = 200;

    /** A task, with what the names in it begin with. */
    private record Named(YamlNode body, String namespace, Map<String, String> variables) {}

    private final Map<String, Named> tasks = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Function<String, Optional<String>> others;
    private int files;
    private boolean isWhole = true;

    private GoTaskfile(Function<String, Optional<String>> others) {
        this.others = others;
    }

    /** @param others texts of further files, by their paths from the folder of this one */
    static GoTaskfile of(String text, Function<String, Optional<String>> others) {
        GoTaskfile file = new GoTaskfile(others);
        file.read(text, "", "", Map.of(), 0);
        return file;
    }

    private void read(String text, String folder, String namespace, Map<String, String> given, int depth) {
        if (depth > DEPTH || files++ > FILES) {
            isWhole = false;
            return;
        }
        Optional<YamlMapping> root;
        try {
            root = YamlDocument.parse(SourceFile.of(NAMES.get(0), text)).mapping();
        } catch (UnreadableFileException e) {
            // Silent: go-task cannot read it either, and runs nothing.
            return;
        }
        if (root.isEmpty()) {
            return;
        }
        Map<String, String> variables = new HashMap<>();
        root.get().mapping("vars").ifPresent(vars -> variables.putAll(values(vars, Map.of())));
        variables.putAll(given);
        for (YamlMapping.Entry task : entries(root.get(), "tasks")) {
            String name = namespace + task.name();
            tasks.putIfAbsent(name, new Named(task.value(), namespace, variables));
            if (task.value() instanceof YamlMapping mapping) {
                for (String alias : texts(mapping, "aliases")) {
                    aliases.putIfAbsent(namespace + alias, name);
                }
            }
        }
        for (YamlMapping.Entry include : entries(root.get(), "includes")) {
            include(include, folder, namespace, depth);
        }
    }

    private void include(YamlMapping.Entry include, String folder, String namespace, int depth) {
        Optional<YamlMapping> more =
                include.value() instanceof YamlMapping mapping ? Optional.of(mapping) : Optional.empty();
        Optional<YamlScalar> path = include.value() instanceof YamlScalar scalar
                ? Optional.of(scalar)
                : more.flatMap(mapping -> mapping.scalar("taskfile"));
        if (path.isEmpty()) {
            return;
        }
        String file = folder + path.get().value();
        Optional<String> text = others.apply(file);
        for (int i = 0; text.isEmpty() && i < NAMES.size(); i++) {
            text = others.apply(file + "/" + NAMES.get(i));
        }
        boolean flat = more.flatMap(mapping -> mapping.scalar("flatten"))
                .flatMap(YamlScalar::asBoolean)
                .orElse(false);
        Map<String, String> given = more.flatMap(mapping -> mapping.mapping("vars"))
                .map(vars -> values(vars, Map.of()))
                .orElse(Map.of());
        if (text.isPresent()) {
            boolean isFile = file.endsWith(".yml") || file.endsWith(".yaml");
            String inner = isFile ? file.substring(0, file.lastIndexOf('/') + 1) : file + "/";
            read(text.get(), inner, flat ? namespace : namespace + include.name() + ":", given, depth + 1);
        }
    }

    /** Tasks and variables for all of them. */
    @Override
    public Task task(List<String> words) {
        List<String> names = new ArrayList<>();
        Map<String, String> set = new HashMap<>();
        for (String word : words) {
            Matcher setting = SETTING.matcher(word);
            if (setting.matches()) {
                set.put(setting.group(1), setting.group(2));
            } else {
                names.add(word);
            }
        }
        if (names.size() == 1) {
            return task(names.get(0), set);
        }
        List<List<String>> needs = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of("default") : names) {
            needs.add(call(name, set));
        }
        return Task.of(needs, "");
    }

    private Task task(String name, Map<String, String> set) {
        Named task = tasks.get(aliases.getOrDefault(name, name));
        if (task == null) {
            return Task.NONE;
        }
        Map<String, String> values = new HashMap<>(task.variables());
        if (task.body() instanceof YamlMapping mapping) {
            mapping.mapping("vars").ifPresent(vars -> values.putAll(values(vars, values)));
        }
        values.putAll(set);
        List<List<String>> needs = new ArrayList<>();
        StringBuilder script = new StringBuilder();
        List<YamlNode> parts = new ArrayList<>();
        if (task.body() instanceof YamlMapping mapping) {
            List<YamlNode> deps = items(mapping, "deps");
            for (YamlNode needed : deps.subList(0, Math.min(deps.size(), CALLS))) {
                String dependency = needed instanceof YamlScalar scalar ? scalar.value() : "";
                call(needed, task, dependency, values).ifPresent(needs::add);
            }
            mapping.get("cmd").ifPresent(parts::add);
            parts.addAll(items(mapping, "cmds"));
        } else {
            parts.addAll(items(task.body()));
        }
        for (YamlNode part : parts) {
            command(part, task, values, needs, script);
        }
        // Silent: the task says so.
        boolean isAll = isWhole && script.length() <= ShellScript.LENGTH_LIMIT && needs.size() < CALLS;
        return new Task(needs, List.of(), script.toString(), isAll);
    }

    /** Adds what one of a task's commands runs: a text, or {@code cmd}, {@code task} and {@code defer} with more around them. */
    private void command(
            YamlNode part, Named task, Map<String, String> values, List<List<String>> needs, StringBuilder script) {
        // Silent: the task says whether that is all.
        if (script.length() > ShellScript.LENGTH_LIMIT || needs.size() > CALLS) {
            return;
        }
        if (part instanceof YamlScalar scalar) {
            script.append(filled(scalar.value(), values)).append('\n');
        } else if (part instanceof YamlMapping mapping) {
            Optional<YamlNode> inner = mapping.get("cmd").or(() -> mapping.get("defer"));
            if (inner.isPresent()) {
                command(inner.get(), task, values, needs, script);
            } else {
                call(part, task, "", values).ifPresent(needs::add);
            }
        }
    }

    /** A call of another task. */
    private Optional<List<String>> call(YamlNode called, Named from, String otherwise, Map<String, String> values) {
        Optional<YamlMapping> mapping = called instanceof YamlMapping given ? Optional.of(given) : Optional.empty();
        String name = filled(
                mapping.flatMap(given -> given.scalar("task"))
                        .map(YamlScalar::value)
                        .orElse(otherwise),
                values);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> set = new HashMap<>();
        Optional.ofNullable(values.get(GIVEN))
                .filter(words -> words.length() < VALUES)
                .ifPresent(words -> set.put(GIVEN, words));
        mapping.flatMap(given -> given.mapping("vars")).ifPresent(vars -> set.putAll(values(vars, values)));
        return Optional.of(call(name.startsWith(":") ? name.substring(1) : from.namespace() + name, set));
    }

    private static List<String> call(String name, Map<String, String> set) {
        List<String> words = new ArrayList<>(List.of(name));
        for (Map.Entry<String, String> setting : set.entrySet()) {
            words.add(setting.getKey() + "=" + setting.getValue());
        }
        return words;
    }

    private static List<YamlMapping.Entry> entries(YamlMapping mapping, String key) {
        return mapping.mapping(key).map(YamlMapping::entries).orElse(List.of());
    }

    private static List<YamlNode> items(YamlMapping mapping, String key) {
        return mapping.get(key).map(GoTaskfile::items).orElse(List.of());
    }

    private static List<YamlNode> items(YamlNode node) {
        List<YamlNode> items = new ArrayList<>();
        if (node instanceof YamlSequence sequence) {
            sequence.items().forEach(item -> items.add(item.value()));
        } else {
            items.add(node);
        }
        return items;
    }

    private static List<String> texts(YamlMapping mapping, String key) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items(mapping, key)) {
            if (item instanceof YamlScalar scalar) {
                texts.add(scalar.value());
            }
        }
        return texts;
    }

    /** The variables that are set to texts; what is not known of one is a shell's variable in it. */
    private static Map<String, String> values(YamlMapping variables, Map<String, String> known) {
        Map<String, String> values = new HashMap<>();
        int left = VALUES;
        for (YamlMapping.Entry variable : variables.entries()) {
            if (variable.value() instanceof YamlScalar scalar && left > 0) {
                String value = filled(scalar.value(), known);
                left -= value.length();
                // Silent: what a longer one holds is not known, as where a program prints it.
                if (left > 0) {
                    values.put(variable.name(), value);
                }
            }
        }
        return values;
    }

    private static String filled(String text, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher use = USE.matcher(text);
        int from = 0;
        // Silent: the task says whether all is filled in.
        while (filled.length() <= ShellScript.LENGTH_LIMIT && use.find()) {
            String name = use.group(1);
            filled.append(text, from, use.start());
            filled.append(name == null ? "${_}" : values.getOrDefault(name, "${" + name + "}"));
            from = use.end();
        }
        return filled.append(text, from, text.length()).toString();
    }
}
