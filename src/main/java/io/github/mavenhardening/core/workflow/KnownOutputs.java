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

/** Outputs of well-known actions that carry text which an outsider words, or hand on what an input has. */
public final class KnownOutputs {

    private static final Map<String, List<ActionOutput>> KNOWN =
            read(ResourceLines.of(KnownOutputs.class, "known-outputs.txt"));

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

    /** The outputs that are known of the action that a step uses, in the version that it uses. */
    public static List<ActionOutput> of(Step step, Definition definition) {
        Optional<Uses.Repository> uses = step.repository();
        if (uses.isEmpty()) {
            return List.of();
        }
        List<ActionOutput> found = new ArrayList<>();
        List<ActionOutput> known = KNOWN.get(uses.get().slug().toLowerCase(Locale.ROOT));
        for (ActionOutput output : known == null ? LikelyOutputs.of(step, uses.get()) : known) {
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
