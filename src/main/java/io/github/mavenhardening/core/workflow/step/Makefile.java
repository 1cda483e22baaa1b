package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellScript;
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
            Pattern.compile("(?:export\\s+|override\\s+)?([A-Za-z_][\\w.-]{0,100})\\s*(:{1,2}|\\?|\\+)?=\\s*(.*)");
    private static final Pattern USE = Pattern.compile("\\$[({]([A-Za-z_][\\w.-]{0,100})[)}]");

    /** Before a recipe's line: not to be shown, its failure to be ignored, to be run whatever happens. */
    private static final Pattern PREFIX = Pattern.compile("^[@+\\- \\t]{1,20}");

    /** So often variables in the texts of variables are filled in. */
    private static final int NESTED = 10;

    /** A rule as it stands in the file, shared by all of its targets. */
    private record Rule(String needs, StringBuilder recipe) {}

    /**
     * What a target runs.
     *
     * @param isWhole whether all variables are filled in, for they are nested no deeper, and make it no longer, than can be
     */
    record Recipe(String script, boolean isWhole) {}

    private final Map<String, List<Rule>> rules = new HashMap<>();
    private final Map<String, StringBuilder> variables = new HashMap<>(Map.of("MAKE", new StringBuilder("make")));
    private Optional<String> first = Optional.empty();

    private Makefile() {}

    static Makefile of(String text) {
        Makefile makefile = new Makefile();
        Optional<Rule> rule = Optional.empty();
        StringBuilder open = new StringBuilder();
        for (String line : text.split("\r?\n", -1)) {
            // Lines of a recipe are the shell's to join.
            if (!open.isEmpty() || !line.startsWith("\t")) {
                boolean goesOn = line.endsWith("\\");
                open.append(goesOn ? line.substring(0, line.length() - 1) + " " : line);
                if (!goesOn) {
                    rule = makefile.read(open.toString(), rule);
                    open.setLength(0);
                }
            } else if (rule.isPresent()) {
                rule.get()
                        .recipe()
                        .append(PREFIX.matcher(line).replaceFirst(""))
                        .append('\n');
            }
        }
        makefile.read(open.toString(), rule);
        return makefile;
    }

    /** The rule whose recipe follows the line. */
    private Optional<Rule> read(String line, Optional<Rule> before) {
        Matcher variable = VARIABLE.matcher(line);
        if (variable.matches()) {
            String name = variable.group(1);
            String value = variable.group(3).strip();
            if ("+".equals(variable.group(2))) {
                added(name, value);
            } else {
                variables.put(name, new StringBuilder(value));
            }
            return Optional.empty();
        }
        Matcher head = RULE.matcher(line);
        if (!head.matches()) {
            return line.isBlank() || line.startsWith("#") ? before : Optional.empty();
        }
        String rest = head.group(2);
        int recipe = rest.indexOf(';');
        String needs = recipe < 0 ? rest : rest.substring(0, recipe);
        Rule rule = new Rule(needs, new StringBuilder());
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

    private void added(String name, String value) {
        variables.putIfAbsent(name, new StringBuilder());
        variables.get(name).append(' ').append(value);
    }

    /** The target that is made when none is named. */
    Optional<String> first() {
        return first;
    }

    /** What a target needs before. */
    List<String> needs(String target) {
        List<String> needs = new ArrayList<>();
        for (Rule rule : rules.getOrDefault(target, List.of())) {
            needs.addAll(List.of(filledIn(rule.needs()).strip().split("\\s+", -1)));
        }
        return needs;
    }

    /** What a target runs; an empty script where it runs nothing. */
    Recipe recipe(String target) {
        StringBuilder recipe = new StringBuilder();
        for (Rule rule : rules.getOrDefault(target, List.of())) {
            recipe.append(rule.recipe());
        }
        String script = filledIn(recipe.toString());
        return new Recipe(script.replace("$$", "$"), filled(script).equals(script));
    }

    private String filledIn(String text) {
        String all = text;
        // Silent: the recipe says whether all is filled in.
        for (int depth = 0; depth < NESTED && all.length() <= ShellScript.LENGTH_LIMIT; depth++) {
            String filled = filled(all);
            if (filled.equals(all)) {
                break;
            }
            all = filled;
        }
        return all;
    }

    private String filled(String text) {
        StringBuilder filled = new StringBuilder();
        Matcher use = USE.matcher(text);
        int from = 0;
        // Silent: a script that is so long is reported where it is read.
        while (filled.length() <= ShellScript.LENGTH_LIMIT && use.find()) {
            filled.append(text, from, use.start());
            CharSequence value = variables.get(use.group(1));
            filled.append(value == null ? use.group() : value);
            from = use.end();
        }
        return filled.append(text, from, text.length()).toString();
    }
}
