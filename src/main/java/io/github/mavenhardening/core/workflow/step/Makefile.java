package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A makefile with what it includes, as far as that says which target runs what: rules with their recipes, those of all branches of a
 * condition, and variables that are a plain text. Functions and patterns are not followed.
 */
final class Makefile implements TaskFile {

    private static final Pattern RULE = Pattern.compile("([^\\s:#=][^:#=]*+)::?(?![=:])(.*)");
    private static final Pattern VARIABLE =
            Pattern.compile("(?:export\\s+|override\\s+)?([A-Za-z_][\\w.-]{0,100})\\s*(:{1,2}|\\?|\\+)?=\\s*(.*)");
    /** Behind a rule's colon: a variable of the targets. */
    private static final Pattern OWN = Pattern.compile(
            "\\s*(?:(?:export|override|private)\\s+){0,2}([A-Za-z_][\\w.-]{0,100})\\s*(:{1,2}|\\?|\\+)?=(?!=)\\s*(.*)");
    /** A variable that is set by the call: it counts before those of the file. */
    private static final Pattern SET = Pattern.compile("([A-Za-z_][\\w.-]{0,100}):?=(.*)", Pattern.DOTALL);

    /** Behind another dollar it is the shell's. */
    private static final Pattern USE = Pattern.compile("(?<!\\$)\\$[({]([A-Za-z_][\\w.-]{0,100})[)}]");

    private static final Pattern INCLUDE = Pattern.compile("[-s]?include\\s+(.*)");
    /** What a line begins with that decides whether the lines behind it count: it ends no recipe. */
    private static final Pattern CONDITION = Pattern.compile("\\s{0,20}(?:ifn?eq|ifn?def|else|endif)\\b");

    /** The most files that one includes, directly or not. */
    private static final int INCLUDED = 50;

    /** Before a recipe's line: not to be shown, its failure to be ignored, to be run whatever happens. */
    private static final Pattern PREFIX = Pattern.compile("^[@+\\- \\t]{1,20}");

    /** So often variables in the texts of variables are filled in. */
    private static final int NESTED = 10;

    /** The most characters that the targets and names of included files come to together, with variables filled in. */
    private static final int HEADS = 1_000_000;

    /** The most characters that one target needs, each counted once for itself and once for every variable that is handed on to it. */
    private static final int NEEDS = 200_000;

    /** A rule as it stands in the file, shared by all of its targets. */
    private record Rule(String needs, StringBuilder recipe) {}

    /** A variable that is set for a target, and for what that needs. */
    private record Own(StringBuilder value, boolean isAdded) {}

    private final Map<String, List<Rule>> rules = new HashMap<>();
    /** By target and name. */
    private final Map<String, Map<String, Own>> owned = new HashMap<>();

    private final Map<String, StringBuilder> variables = new HashMap<>(Map.of("MAKE", new StringBuilder("make")));
    private Optional<String> first = Optional.empty();

    private final Function<String, Optional<String>> others;
    /** The files that are read by now. */
    private final Set<String> included = new HashSet<>();

    private int heads;
    private boolean isCut;

    private Makefile(Function<String, Optional<String>> others) {
        this.others = others;
    }

    /** @param others texts of further files, by their paths from the folder that make is run in */
    static Makefile of(String text, Function<String, Optional<String>> others) {
        Makefile makefile = new Makefile(others);
        makefile.read(text);
        return makefile;
    }

    private void read(String text) {
        Optional<Rule> rule = Optional.empty();
        StringBuilder open = new StringBuilder();
        boolean isCommandOpen = false;
        for (String line : text.split("\r?\n", -1)) {
            boolean goesOn = line.endsWith("\\");
            if (isCommandOpen) {
                // What stands in front of the next line of a command is none of make's prefixes.
                rule.orElseThrow()
                        .recipe()
                        .append(line.startsWith("\t") ? line.substring(1) : line)
                        .append('\n');
                isCommandOpen = goesOn;
            } else if (!open.isEmpty() || !line.startsWith("\t")) {
                open.append(goesOn ? line.substring(0, line.length() - 1) + " " : line);
                if (!goesOn) {
                    rule = read(open.toString(), rule);
                    open.setLength(0);
                }
            } else if (rule.isPresent()) {
                // Lines of a recipe are the shell's to join.
                rule.get()
                        .recipe()
                        .append(PREFIX.matcher(line).replaceFirst(""))
                        .append('\n');
                isCommandOpen = goesOn;
            }
        }
        read(open.toString(), rule);
    }

    private void include(String names) {
        for (String name : words(names)) {
            // Silent: what a build writes first is in no repository.
            Optional<String> text = included.add(name) ? others.apply(name) : Optional.empty();
            isCut |= text.isPresent() && included.size() > INCLUDED;
            if (!isCut) {
                text.ifPresent(this::read);
            }
        }
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
        Matcher include = INCLUDE.matcher(line);
        if (include.matches()) {
            include(include.group(1));
            return Optional.empty();
        }
        Matcher head = RULE.matcher(line);
        if (!head.matches()) {
            return line.isBlank()
                            || line.startsWith("#")
                            || CONDITION.matcher(line).lookingAt()
                    ? before
                    : Optional.empty();
        }
        String rest = head.group(2);
        Set<String> targets = new LinkedHashSet<>(words(head.group(1)));
        Matcher own = OWN.matcher(rest);
        if (own.matches()) {
            for (String target : targets) {
                own(target, own.group(1), own.group(3).strip(), "+".equals(own.group(2)));
            }
            return Optional.empty();
        }
        int recipe = rest.indexOf(';');
        String needs = recipe < 0 ? rest : rest.substring(0, recipe);
        Rule rule = new Rule(needs, new StringBuilder());
        if (recipe >= 0) {
            rule.recipe().append(rest.substring(recipe + 1)).append('\n');
        }
        for (String target : targets) {
            rules.putIfAbsent(target, new ArrayList<>());
            rules.get(target).add(rule);
            if (first.isEmpty() && !target.startsWith(".")) {
                first = Optional.of(target);
            }
        }
        return Optional.of(rule);
    }

    /** Words of the file by what the variables are by now, as make reads it. */
    private List<String> words(String text) {
        isCut |= heads > HEADS;
        if (isCut) {
            return List.of();
        }
        String filled = filledIn(text, Map.of()).strip();
        heads += filled.length();
        return List.of(filled.split("\\s+", -1));
    }

    private void added(String name, String value) {
        variables.putIfAbsent(name, new StringBuilder());
        variables.get(name).append(' ').append(value);
    }

    private void own(String target, String name, String value, boolean isAdded) {
        owned.putIfAbsent(target, new LinkedHashMap<>());
        Own before = owned.get(target).get(name);
        if (isAdded && before != null) {
            before.value().append(' ').append(value);
        } else {
            owned.get(target).put(name, new Own(new StringBuilder(value), isAdded));
        }
    }

    /** What the targets among the words run, with the variables among them. */
    @Override
    public Task task(List<String> words) {
        List<String> targets = new ArrayList<>();
        List<String> set = new ArrayList<>();
        Map<String, CharSequence> values = new HashMap<>();
        for (String word : words) {
            Matcher variable = SET.matcher(word);
            if (variable.matches()) {
                set.add(word);
                values.put(variable.group(1), variable.group(2));
            } else if (!word.contains("=")) {
                targets.add(word);
            }
        }
        if (targets.isEmpty() && first.isPresent()) {
            targets.add(first.get());
        }
        if (targets.size() == 1) {
            return task(targets.get(0), set, values);
        }
        List<List<String>> needs = new ArrayList<>();
        for (String target : targets) {
            needs.add(with(target, set));
        }
        return Task.of(needs, "");
    }

    private Task task(String target, List<String> set, Map<String, CharSequence> values) {
        List<String> handedOn = new ArrayList<>(set);
        Map<String, CharSequence> own = new HashMap<>(values);
        for (Map.Entry<String, Own> variable :
                owned.getOrDefault(target, Map.of()).entrySet()) {
            String name = variable.getKey();
            // What the call sets counts before it.
            if (!values.containsKey(name)) {
                CharSequence before = variable.getValue().isAdded() ? variables.get(name) : null;
                String value = (before == null ? "" : before + " ")
                        + variable.getValue().value();
                own.put(name, value);
                handedOn.add(name + "=" + value);
            }
        }
        List<List<String>> needs = new ArrayList<>();
        StringBuilder recipe = new StringBuilder();
        long left = isCut ? 0 : NEEDS;
        for (Rule rule : rules.getOrDefault(target, List.of())) {
            String filled = left > 0 ? filledIn(rule.needs(), own) : "";
            left -= filled.length() * (handedOn.size() + 1L);
            for (String needed : left > 0 ? filled.strip().split("\\s+", -1) : new String[0]) {
                if (!needed.isEmpty() && !needed.contains("=")) {
                    needs.add(with(needed, handedOn));
                }
            }
            recipe.append(rule.recipe());
        }
        String script = filledIn(recipe.toString(), own);
        return new Task(
                needs,
                List.of(),
                script.replace("$$", "$"),
                ofEnvironment(script, own),
                left > 0 && filled(script, own).equals(script));
    }

    /** The variables in a script that neither the file nor the call sets: make puts in what the environment says. */
    private Set<String> ofEnvironment(String script, Map<String, CharSequence> own) {
        Set<String> names = new LinkedHashSet<>();
        Matcher use = USE.matcher(script);
        while (use.find()) {
            String name = use.group(1);
            if (!own.containsKey(name) && !variables.containsKey(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static List<String> with(String target, List<String> set) {
        List<String> words = new ArrayList<>(set);
        words.add(target);
        return words;
    }

    private String filledIn(String text, Map<String, CharSequence> own) {
        String all = text;
        // Silent: the recipe says whether all is filled in.
        for (int depth = 0; depth < NESTED && all.length() <= ShellScript.LENGTH_LIMIT; depth++) {
            String filled = filled(all, own);
            if (filled.equals(all)) {
                break;
            }
            all = filled;
        }
        return all;
    }

    private String filled(String text, Map<String, CharSequence> own) {
        StringBuilder filled = new StringBuilder();
        Matcher use = USE.matcher(text);
        int from = 0;
        // Silent: a script that is so long is reported where it is read.
        while (filled.length() <= ShellScript.LENGTH_LIMIT && use.find()) {
            filled.append(text, from, use.start());
            CharSequence value = own.getOrDefault(use.group(1), variables.get(use.group(1)));
            // What the file does not set make takes from the environment, as a shell does.
            filled.append(value == null ? "${" + use.group(1) + "}" : value);
            from = use.end();
        }
        return filled.append(text, from, text.length()).toString();
    }
}
