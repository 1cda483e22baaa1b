package io.github.mavenhardening.core.workflow.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A makefile, as far as it says which target runs what: rules with their recipes, and variables that are a plain text. Included
 * files, functions and patterns are not followed.
 */
final class Makefile {

    private static final Pattern RULE = Pattern.compile("([^\\s:#=][^:#=]{0,500}?)\\s{0,20}::?(?![=:])([^=].*|)");
    private static final Pattern VARIABLE =
            Pattern.compile("(?:export\\s+|override\\s+)?([A-Za-z_][\\w.-]{0,100})\\s*(?:::?|\\?)?=\\s*(.{0,500})");
    private static final Pattern USE = Pattern.compile("\\$[({]([A-Za-z_][\\w.-]{0,100})[)}]");

    /** Before a recipe's line: not to be shown, its failure to be ignored, to be run whatever happens. */
    private static final Pattern PREFIX = Pattern.compile("^[@+\\- \\t]{1,20}");

    private final Map<String, List<String>> needs = new HashMap<>();
    private final Map<String, StringBuilder> recipes = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>(Map.of("MAKE", "make"));
    private Optional<String> first = Optional.empty();

    private Makefile() {}

    static Makefile of(String text) {
        Makefile makefile = new Makefile();
        List<String> targets = List.of();
        for (String line : text.replace("\\\r\n", "\\\n").split("\r?\n", -1)) {
            if (line.startsWith("\t")) {
                for (String target : targets) {
                    makefile.recipes
                            .computeIfAbsent(target, any -> new StringBuilder())
                            .append(PREFIX.matcher(line).replaceFirst(""))
                            .append('\n');
                }
            } else {
                targets = makefile.read(line, targets);
            }
        }
        return makefile;
    }

    /** The targets whose recipe follows the line. */
    private List<String> read(String line, List<String> before) {
        Matcher variable = VARIABLE.matcher(line);
        if (variable.matches()) {
            variables.put(variable.group(1), variable.group(2).strip());
            return List.of();
        }
        Matcher rule = RULE.matcher(line);
        if (!rule.matches()) {
            return line.isBlank() || line.startsWith("#") ? before : List.of();
        }
        // A recipe is added to each of its targets: more of them than these are generated, and no one's name for what
        // they do.
        List<String> targets =
                List.of(rule.group(1).split("\\s+", -1)).stream().limit(5).toList();
        String rest = rule.group(2);
        int recipe = rest.indexOf(';');
        List<String> needed = new ArrayList<>(
                List.of((recipe < 0 ? rest : rest.substring(0, recipe)).strip().split("\\s+", -1)));
        for (String target : targets) {
            needs.computeIfAbsent(target, any -> new ArrayList<>()).addAll(needed);
            if (recipe >= 0) {
                recipes.computeIfAbsent(target, any -> new StringBuilder())
                        .append(rest.substring(recipe + 1))
                        .append('\n');
            }
            if (first.isEmpty() && !target.startsWith(".")) {
                first = Optional.of(target);
            }
        }
        return targets;
    }

    /** The target that is made when none is named. */
    Optional<String> first() {
        return first;
    }

    /** What a target needs before. */
    List<String> needs(String target) {
        return needs.getOrDefault(target, List.of());
    }

    /** What a target runs, as a script; empty text where it runs nothing. */
    String script(String target) {
        StringBuilder recipe = recipes.get(target);
        return recipe == null
                ? ""
                : USE.matcher(recipe)
                        .replaceAll(use -> Matcher.quoteReplacement(variables.getOrDefault(use.group(1), use.group())))
                        .replace("$$", "$");
    }
}
