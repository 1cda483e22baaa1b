package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.BuildOutput;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A run of {@code docker buildx bake}: what it builds, by its files and by what is set for the run. */
final class Bake {

    static final String ACTION = "docker/bake-action";

    private static final List<String> FILES =
            List.of("docker-bake.json", "docker-bake.hcl", "docker-bake.override.json", "docker-bake.override.hcl");
    private static final Set<String> WITH_VALUE = Set.of(
            "-f",
            "--file",
            "--set",
            "--builder",
            "--metadata-file",
            "--progress",
            "--allow",
            "--call",
            "--provenance",
            "--sbom");
    /** Options after which nothing is built, or only for the machine itself. */
    private static final Set<String> STAYS = Set.of("--print", "--check", "--load", "--list", "--list-targets");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w{1,100})\\}");

    private final ReachedStep step;
    private final BakeFile file;
    private final Set<String> targets = new LinkedHashSet<>();
    /** What is set for the run: {@code target.key=value}. */
    private final List<String> set;

    private final boolean stays;

    private Bake(
            ReachedStep step,
            List<String> files,
            List<String> names,
            List<String> set,
            boolean stays,
            Repository repository) {
        this.step = step;
        this.set = set;
        this.stays = stays;
        String folder = step.step().usesAction(ACTION) ? text(step, "workdir").strip() : ProjectScripts.folder(step);
        this.file = file(folder, files.isEmpty() ? FILES : files, repository);
        for (String name : names.isEmpty() ? List.of("default") : names) {
            targets.addAll(file.targets(name));
        }
    }

    /** What the action bakes, or a command; empty where neither does. */
    static Optional<Bake> of(ReachedStep step, Optional<ShellCommand> command, Repository repository) {
        if (command.isPresent()) {
            return isOne(command.get()) ? Optional.of(of(step, command.get(), repository)) : Optional.empty();
        }
        if (!step.step().usesAction(ACTION)) {
            return Optional.empty();
        }
        return Optional.of(new Bake(
                step,
                items(text(step, "files")),
                items(text(step, "targets")),
                lines(text(step, "set")),
                text(step, "load").equals("true"),
                repository));
    }

    private static boolean isOne(ShellCommand command) {
        return command.name().equals("docker")
                && command.operand(0).equals("buildx")
                && command.operand(1).equals("bake");
    }

    private static Bake of(ReachedStep step, ShellCommand command, Repository repository) {
        List<String> words = command.words();
        List<String> names = Arguments.operands(words.subList(words.indexOf("bake") + 1, words.size()), WITH_VALUE);
        boolean stays = STAYS.stream().anyMatch(command::hasOption);
        return new Bake(step, command.values("-f", "--file"), names, command.values("--set"), stays, repository);
    }

    /** Whether an image goes to a registry by the file or by what is set, though no option says so. */
    boolean pushes() {
        if (stays) {
            return false;
        }
        Optional<List<String>> outputs = set("output");
        if (outputs.isPresent()) {
            return anyPushes(outputs.get());
        }
        for (String target : targets) {
            if (anyPushes(values(target, "output"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyPushes(List<String> outputs) {
        for (String output : outputs) {
            // What only a run knows as a whole is taken for none.
            if (!output.startsWith("$") && !output.contains("type=$") && BuildOutput.mayPush(output)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an image is built without provenance. */
    boolean leavesProvenanceOut() {
        Optional<List<String>> attestations = set("attest");
        if (attestations.isPresent() && String.join("\n", attestations.get()).contains("type=provenance")) {
            return Attestations.leaveProvenanceOut(String.join("\n", attestations.get()));
        }
        for (String target : targets) {
            if (Attestations.leaveProvenanceOut(String.join("\n", values(target, "attest")))) {
                return true;
            }
        }
        return false;
    }

    /** The arguments of the builds, {@code KEY=VALUE} each as it is written, and those that are set for the run. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        for (String target : targets) {
            arguments.addAll(file.values(target, "args"));
        }
        for (String each : set) {
            if (each.contains(".args.")) {
                arguments.add(each.substring(each.indexOf(".args.") + ".args.".length()));
            }
        }
        return arguments;
    }

    /** The names that the images get, as far as they are written. */
    List<String> tags() {
        Optional<List<String>> given = set("tags");
        List<String> tags = new ArrayList<>(given.orElse(List.of()));
        if (given.isEmpty()) {
            for (String target : targets) {
                tags.addAll(values(target, "tags"));
            }
        }
        return tags;
    }

    /** What is set for the run for a key of any target; empty where nothing is. */
    private Optional<List<String>> set(String key) {
        List<String> values = new ArrayList<>();
        for (String each : set) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? "" : each.substring(0, equals).strip();
            if (name.endsWith("." + key) || name.endsWith("." + key + "+")) {
                values.add(each.substring(equals + 1).strip());
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    private List<String> values(String target, String key) {
        List<String> values = new ArrayList<>();
        for (String value : file.values(target, key)) {
            values.add(filledIn(value));
        }
        return values;
    }

    /** With the variables that the step sets, or that the file gives a default. */
    private String filledIn(String value) {
        StringBuilder filled = new StringBuilder();
        Matcher variable = VARIABLE.matcher(value);
        int from = 0;
        while (variable.find()) {
            String name = variable.group(1);
            Optional<String> given = step.variable(name).map(YamlScalar::value);
            String known = given.isPresent() ? given.get() : file.variable(name);
            filled.append(value, from, variable.start())
                    .append(known.isEmpty() || known.contains("${") ? variable.group() : known);
            from = variable.end();
        }
        return filled.append(value, from, value.length()).toString();
    }

    /** The files as one; each that steps name is read once. */
    private BakeFile file(String folder, List<String> paths, Repository repository) {
        Map<List<String>, BakeFile> known =
                step.definitions().known(BakeFile.class, step.definitions(), ConcurrentHashMap::new);
        List<String> found = new ArrayList<>();
        for (String path : paths) {
            Optional<String> plain = path.startsWith("/") ? Optional.empty() : LocalPath.plain(folder + "/" + path);
            if (plain.isPresent() && repository.isFile(plain.get())) {
                found.add(plain.get());
            }
        }
        BakeFile all = known.get(found);
        if (all == null) {
            all = BakeFile.of("", false);
            for (String path : found) {
                all.add(read(path, repository));
            }
            known.put(found, all);
        }
        return all;
    }

    private static BakeFile read(String path, Repository repository) {
        try {
            return BakeFile.of(repository.read(path).text(), path.endsWith(".json"));
        } catch (UnreadableFileException e) {
            // Silent: what cannot be read is not evidence.
            return BakeFile.of("", false);
        }
    }

    private static String text(ReachedStep reached, String input) {
        Step step = reached.step();
        return step.input(input).isPresent() ? reached.textOf(step.input(input).get()) : "";
    }

    private static List<String> items(String text) {
        return lines(text.replace(',', '\n'));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return lines;
    }
}
