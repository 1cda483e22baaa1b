package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Outputs of well-known actions that carry text which an outsider words, or hand on what an input has. */
public final class KnownOutputs {

    private static final Map<String, List<ActionOutput>> KNOWN =
            read(ResourceLines.of(KnownOutputs.class, "known-outputs.txt"));

    /** What forks and mirrors of them have, which keep their names: {@code name}, or {@code owner-name}. */
    private static final Map<String, List<ActionOutput>> OF_FORKS = ofForks();

    /** The values of {@code list-files} under which names are quoted for a shell, or not listed at all. */
    private static final Set<String> QUOTING = Set.of("shell", "escape", "none");

    private static final String FROM = "from:";
    private static final String FILE = "file:";
    private static final String VARIABLE = "env:";
    private static final String BELOW = "below:";

    private KnownOutputs() {}

    private static Map<String, List<ActionOutput>> read(List<String> lines) {
        Map<String, List<ActionOutput>> read = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ", -1);
            boolean sets = parts[1].startsWith(VARIABLE);
            boolean reads = parts[2].startsWith(FILE);
            boolean hands = reads || parts[2].startsWith(FROM);
            String[] source = parts[2].substring(parts[2].indexOf(':') + 1).split("=", 2);
            String action = parts[0].toLowerCase(Locale.ROOT);
            read.putIfAbsent(action, new ArrayList<>());
            read.get(action)
                    .add(new ActionOutput(
                            (sets ? parts[1].substring(VARIABLE.length()) : parts[1]).toLowerCase(Locale.ROOT),
                            sets,
                            reads ? "file" : hands ? "" : parts[2],
                            hands ? Optional.of(source[0]) : Optional.empty(),
                            reads && source.length > 1 ? Optional.of(source[1]) : Optional.empty(),
                            parts.length > 3
                                    ? Optional.of(Integer.valueOf(parts[3].substring(BELOW.length())))
                                    : Optional.empty(),
                            false));
        }
        return Map.copyOf(read);
    }

    private static Map<String, List<ActionOutput>> ofForks() {
        Map<String, List<ActionOutput>> forks = new HashMap<>();
        KNOWN.forEach((action, outputs) -> {
            String name = action.substring(action.indexOf('/') + 1);
            // One word says too little.
            List<ActionOutput> guessed = name.contains("-")
                    ? outputs.stream()
                            .filter(output -> output.below().isEmpty()
                                    && !(output.name().equals(ActionOutput.ANY)
                                            && output.input().isEmpty()))
                            .map(ActionOutput::guessed)
                            .toList()
                    : List.of();
            forks.put(action.replace('/', '-'), guessed);
            forks.merge(name, guessed, KnownOutputs::ofBoth);
        });
        return Map.copyOf(forks);
    }

    /** What two actions of the same name have: which of them another one is a fork of nothing tells. */
    private static List<ActionOutput> ofBoth(List<ActionOutput> one, List<ActionOutput> other) {
        Set<String> names = other.stream().map(ActionOutput::name).collect(Collectors.toSet());
        return one.stream().filter(output -> names.contains(output.name())).toList();
    }

    /** What nobody has listed of an action, as far as its name and its inputs tell. */
    private static List<ActionOutput> likely(Step step, Uses.Repository uses) {
        List<ActionOutput> found = LikelyOutputs.ofPrompt(step);
        if (LikelyOutputs.isListed(uses)) {
            return found;
        }
        if (found.isEmpty()) {
            found.addAll(LikelyOutputs.of(step, uses));
        }
        found.addAll(OF_FORKS.getOrDefault(uses.name().toLowerCase(Locale.ROOT), List.of()));
        return found;
    }

    /** The outputs that are known of the action that a step uses, in the version that it uses. */
    public static List<ActionOutput> of(Step step, Definition definition) {
        Optional<Uses.Repository> uses = step.repository();
        if (uses.isEmpty()) {
            return List.of();
        }
        List<ActionOutput> found = new ArrayList<>();
        List<ActionOutput> known = KNOWN.get(uses.get().slug().toLowerCase(Locale.ROOT));
        for (ActionOutput output : known == null ? likely(step, uses.get()) : known) {
            Optional<Integer> major =
                    output.below().isPresent() ? ActionVersion.major(step, definition) : Optional.empty();
            boolean escapes =
                    major.isPresent() && major.get() >= output.below().orElseThrow() && !isOff(step, "safe_output");
            boolean quotes = QUOTING.contains(text(step, "list-files"));
            if (!escapes && !quotes) {
                found.add(output);
            }
        }
        return found;
    }

    private static boolean isOff(Step step, String input) {
        return text(step, input).equals("false");
    }

    private static String text(Step step, String input) {
        Optional<YamlScalar> given = step.input(input);
        return given.isPresent() ? given.get().value() : "";
    }
}
