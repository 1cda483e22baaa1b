package io.github.mavenhardening.core.workflow.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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

    private static final Pattern RULE = Pattern.compile("([^\\s:#=][^:#=]*+)::?(?![=:])(.*)");
    private static final Pattern VARIABLE =
            Pattern.compile("(?:export\\s+|override\\s+)?([A-Za-z_][\\w.-]{0,100})\\s*(?:::?|\\?)?=\\s*(.{0,500})");
    private static final Pattern USE = Pattern.compile("\\$[({]([A-Za-z_][\\w.-]{0,100})[)}]");

    /** Before a recipe's line: not to be shown, its failure to be ignored, to be run whatever happens. */
    private static final Pattern PREFIX = Pattern.compile("^[@+\\- \\t]{1,20}");

    /** A rule as it stands in the file, shared by all of its targets. */
    private record Rule(List<String> needs, StringBuilder recipe) {}

    private final Map<String, List<Rule>> rules = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>(Map.of("MAKE", "make"));
    private Optional<String> first = Optional.empty();

    private Makefile() {}

    static Makefile of(String text) {
        Makefile makefile = new Makefile();
        Optional<Rule> rule = Optional.empty();
        for (String line : text.replace("\\\r\n", "\\\n").split("\r?\n", -1)) {
            if (!line.startsWith("\t")) {
                rule = makefile.read(line, rule);
            } else if (rule.isPresent()) {
                rule.get()
                        .recipe()
                        .append(PREFIX.matcher(line).replaceFirst(""))
                        .append('\n');
            }
        }
        return makefile;
    }

    /** The rule whose recipe follows the line. */
    private Optional<Rule> read(String line, Optional<Rule> before) {
        Matcher variable = VARIABLE.matcher(line);
        if (variable.matches()) {
            variables.put(variable.group(1), variable.group(2).strip());
            return Optional.empty();
        }
        Matcher head = RULE.matcher(line);
        if (!head.matches()) {
            return line.isBlank() || line.startsWith("#") ? before : Optional.empty();
        }
        String rest = head.group(2);
        int recipe = rest.indexOf(';');
        String needs = recipe < 0 ? rest : rest.substring(0, recipe);
        Rule rule = new Rule(List.of(needs.strip().split("\\s+", -1)), new StringBuilder());
        if (recipe >= 0) {
            rule.recipe().append(rest.substring(recipe + 1)).append('\n');
        }
        for (String target : new LinkedHashSet<>(List.of(head.group(1).strip().split("\\s+", -1)))) {
            rules.putIfAbsent(target, new ArrayList<>());
            rules.get(target).add(rule);
            if (first.isEmpty() && !target.startsWith(".")) {
                first = Optional.of(target);
            }
        }
        return Optional.of(rule);
    }

    /** The target that is made when none is named. */
    Optional<String> first() {
        return first;
    }

    /** What a target needs before. */
    List<String> needs(String target) {
        List<String> needs = new ArrayList<>();
        for (Rule rule : rules.getOrDefault(target, List.of())) {
            needs.addAll(rule.needs());
        }
        return needs;
    }

    /** What a target runs, as a script; empty text where it runs nothing. */
    String script(String target) {
        StringBuilder recipe = new StringBuilder();
        for (Rule rule : rules.getOrDefault(target, List.of())) {
            recipe.append(rule.recipe());
        }
        StringBuilder script = new StringBuilder();
        Matcher use = USE.matcher(recipe);
        while (use.find()) {
            use.appendReplacement(script, Matcher.quoteReplacement(variables.getOrDefault(use.group(1), use.group())));
        }
        return use.appendTail(script).toString().replace("$$", "$");
    }
}
