package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.PythonCalls;
import io.github.mavenhardening.core.shell.ShellScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A justfile, as far as it says which recipe runs what: recipes with their parameters and dependencies, and variables that are a
 * plain text. Modules, imported files and functions are not followed.
 *
 * @see <a href="https://just.systems/man/en/">just's manual</a>
 */
final class Justfile implements TaskFile {

    private static final Pattern VARIABLE = Pattern.compile(
            "(?:export\\s+)?([A-Za-z_][\\w-]{0,100})\\s*:=\\s*(?:\"([^\"\\\\]*)\"|'([^']*)')\\s*(?:#.*)?");
    private static final Pattern ALIAS =
            Pattern.compile("alias\\s+([A-Za-z_][\\w-]{0,100})\\s*:=\\s*([A-Za-z_][\\w-]{0,100})\\s*");
    private static final Pattern SETTING = Pattern.compile("([A-Za-z_][\\w-]{0,100})=(.*)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("@?([A-Za-z_][\\w-]{0,100})(?=[\\s:])");
    private static final Pattern PARAMETER = Pattern.compile(
            "([+*]?)\\$?([A-Za-z_][\\w-]{0,100})(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|[^\\s\"'][^\\s]*))?");
    /** A dependency, in brackets where it is given words. */
    private static final Pattern NEEDED = Pattern.compile("\\(([^()]*)\\)|[A-Za-z_][\\w-]*");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|[^\\s\"']+");
    private static final Pattern USE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*\\}\\}");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][\\w-]{0,100}");
    /** Before a line: not to be shown, its failure to be ignored. */
    private static final Pattern PREFIX = Pattern.compile("^[@-]{1,2}");

    private static final Pattern SHELL_LINE = Pattern.compile("#!.{0,100}\\b(?:ba|da|k|z)?sh\\b.*");
    private static final Pattern PYTHON_LINE = Pattern.compile("#!.{0,100}\\bpython[\\d.]*\\b.*");

    /** What a recipe is given. */
    private record Parameter(String name, boolean takesAll, Optional<String> otherwise) {}

    private record Recipe(List<Parameter> parameters, String needs, StringBuilder body) {}

    private final Map<String, Recipe> recipes = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private Optional<String> first = Optional.empty();

    private Justfile() {}

    static Justfile of(String text) {
        Justfile justfile = new Justfile();
        Optional<Recipe> recipe = Optional.empty();
        for (String line : text.split("\r?\n", -1)) {
            boolean isBody = line.isBlank() || line.startsWith(" ") || line.startsWith("\t");
            if (!isBody) {
                recipe = justfile.read(line);
            } else if (recipe.isPresent()) {
                recipe.get().body().append(line).append('\n');
            }
        }
        return justfile;
    }

    /** The recipe that begins with the line. */
    private Optional<Recipe> read(String line) {
        Matcher variable = VARIABLE.matcher(line);
        if (variable.matches()) {
            variables.put(variable.group(1), variable.group(2) == null ? variable.group(3) : variable.group(2));
            return Optional.empty();
        }
        Matcher alias = ALIAS.matcher(line);
        if (alias.matches()) {
            aliases.put(alias.group(1), alias.group(2));
            return Optional.empty();
        }
        Matcher name = NAME.matcher(line);
        int colon = name.lookingAt() ? colon(line, name.end(1)) : -1;
        if (colon < 0) {
            return Optional.empty();
        }
        List<Parameter> parameters = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(line).region(name.end(1), colon);
        while (parameter.find()) {
            String otherwise = parameter.group(3) == null ? parameter.group(4) : parameter.group(3);
            parameters.add(
                    new Parameter(parameter.group(2), !parameter.group(1).isEmpty(), Optional.ofNullable(otherwise)));
        }
        Recipe recipe = new Recipe(parameters, line.substring(colon + 1), new StringBuilder());
        recipes.put(name.group(1), recipe);
        if (first.isEmpty()) {
            first = Optional.of(name.group(1));
        }
        return Optional.of(recipe);
    }

    /** Where a recipe's parameters end: at a colon outside of quotes; less than 0 where the line assigns. */
    private static int colon(String line, int from) {
        char quote = 0;
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ':') {
                return line.startsWith("=", at + 1) ? -1 : at;
            }
        }
        return -1;
    }

    /** Variables, then recipes, each with as many words behind it as it takes. */
    @Override
    public Task task(List<String> words) {
        List<String> set = new ArrayList<>();
        int at = 0;
        while (at < words.size() && SETTING.matcher(words.get(at)).matches()) {
            set.add(words.get(at++));
        }
        List<String> names = words.subList(at, words.size());
        if (names.isEmpty() && first.isPresent()) {
            names = List.of(first.get());
        }
        List<List<String>> called = new ArrayList<>();
        int from = 0;
        while (from < names.size()) {
            Recipe recipe = recipe(names.get(from));
            if (recipe == null) {
                // just runs nothing then.
                return Task.NONE;
            }
            int to = from + 1;
            for (Parameter parameter : recipe.parameters()) {
                to = parameter.takesAll() ? names.size() : Math.min(to + 1, names.size());
            }
            called.add(names.subList(from, to));
            from = to;
        }
        if (called.size() == 1) {
            return task(called.get(0), set);
        }
        List<List<String>> needs = new ArrayList<>();
        for (List<String> call : called) {
            needs.add(with(set, call));
        }
        return Task.of(needs, "");
    }

    private Recipe recipe(String name) {
        return recipes.get(aliases.getOrDefault(name, name));
    }

    private Task task(List<String> call, List<String> set) {
        Recipe recipe = recipe(call.get(0));
        Map<String, String> values = values(recipe, call, set);
        List<List<String>> needs = new ArrayList<>();
        Matcher needed = NEEDED.matcher(recipe.needs().replaceFirst("\\s#.*", ""));
        while (needed.find()) {
            needs.add(with(set, needed.group(1) == null ? List.of(needed.group()) : given(needed.group(1), values)));
        }
        String body = recipe.body().toString().stripTrailing().stripIndent();
        String script = filled(body, values);
        // Silent: the task says so.
        boolean isWhole = script.length() <= ShellScript.LENGTH_LIMIT;
        if (body.startsWith("#!")) {
            if (PYTHON_LINE.matcher(firstLine(body)).matches()) {
                return new Task(needs, PythonCalls.of(script), "", isWhole);
            }
            return new Task(
                    needs, List.of(), SHELL_LINE.matcher(firstLine(body)).matches() ? script : "", isWhole);
        }
        StringBuilder plain = new StringBuilder();
        for (String line : script.split("\n", -1)) {
            plain.append(PREFIX.matcher(line).replaceFirst("")).append('\n');
        }
        return new Task(needs, List.of(), plain.toString(), isWhole);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static List<String> with(List<String> set, List<String> call) {
        List<String> words = new ArrayList<>(set);
        words.addAll(call);
        return words;
    }

    /** What names in the recipe stand for: its parameters, variables of the call, those of the file. */
    private Map<String, String> values(Recipe recipe, List<String> call, List<String> set) {
        Map<String, String> values = new HashMap<>(variables);
        for (String setting : set) {
            int equals = setting.indexOf('=');
            values.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        int at = 1;
        for (Parameter parameter : recipe.parameters()) {
            values.remove(parameter.name());
            if (parameter.takesAll()) {
                List<String> rest = call.subList(Math.min(at, call.size()), call.size());
                values.put(
                        parameter.name(), rest.isEmpty() ? parameter.otherwise().orElse("") : String.join(" ", rest));
            } else if (at < call.size()) {
                values.put(parameter.name(), call.get(at++));
            } else if (parameter.otherwise().isPresent()) {
                values.put(parameter.name(), parameter.otherwise().get());
            }
        }
        return values;
    }

    /** The words of a dependency in brackets: texts, and names of what is known here. */
    private static List<String> given(String words, Map<String, String> values) {
        List<String> given = new ArrayList<>();
        Matcher word = WORD.matcher(words);
        while (word.find()) {
            if (word.group(1) != null || word.group(2) != null) {
                given.add(word.group(1) == null ? word.group(2) : word.group(1));
            } else {
                given.add(given.isEmpty() ? word.group() : values.getOrDefault(word.group(), unknown(word.group())));
            }
        }
        return given.isEmpty() ? List.of("") : given;
    }

    /** As a shell's variable: a text that only a run knows. */
    private static String unknown(String expression) {
        return "${" + (IDENTIFIER.matcher(expression).matches() ? expression.replace('-', '_') : "_") + "}";
    }

    private static String filled(String text, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher use = USE.matcher(text);
        int from = 0;
        // Silent: the task says whether all is filled in.
        while (filled.length() <= ShellScript.LENGTH_LIMIT && use.find()) {
            filled.append(text, from, use.start()).append(values.getOrDefault(use.group(1), unknown(use.group(1))));
            from = use.end();
        }
        return filled.append(text, from, text.length()).toString();
    }
}
