package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of a script's variables that are set to nothing but text and variables, to be read in paths and targets. */
final class ShellTexts {

    private static final Pattern NAME =
            Pattern.compile("\\$(?:([A-Za-z_]\\w{0,100}|[1-9])|\\{([A-Za-z_]\\w{0,100}|[1-9])\\})");

    private static final int PARAMETERS = CarriedVariables.PARAMETERS;

    /** No path is longer. */
    private static final int LONGEST = 1_000;

    private final ScopedMap<String> texts = new ScopedMap<>();
    /** The variables that the script sets to what is not text. */
    private final Set<String> changed = new HashSet<>();

    private final EnvironmentScope around;

    /** @param around the variables that the script finds set */
    ShellTexts(EnvironmentScope around) {
        this.around = around;
    }

    /** Takes in what a variable is set to, where that is a text. */
    void set(String variable, ShellNode.Word value) {
        if (isText(value)) {
            String text = written(value.text());
            // Of a declaration the name is part of the word.
            texts.put(variable, text.startsWith(variable + "=") ? text.substring(variable.length() + 1) : text);
        } else {
            forget(variable);
        }
    }

    /** A variable holds something else from now on. */
    void forget(String variable) {
        texts.remove(variable);
        changed.add(variable);
    }

    /** Goes into a function; answers what the parameters held before. */
    Map<String, String> enter(List<ShellNode.Word> arguments) {
        Map<String, String> before = new HashMap<>();
        Map<String, String> given = new HashMap<>();
        for (int i = 1; i <= PARAMETERS; i++) {
            String name = String.valueOf(i);
            boolean isText = i <= arguments.size() && isText(arguments.get(i - 1));
            given.put(name, isText ? written(arguments.get(i - 1).text()) : "$" + i);
            before.put(name, texts.has(name) ? texts.get(name) : "$" + i);
        }
        given.forEach(texts::put);
        return before;
    }

    /** Gives another script the texts of its parameters, and of the variables that it finds set. */
    void handOn(ShellTexts other, List<ShellNode.Word> arguments, Set<String> exported) {
        for (int i = 0; i < Math.min(arguments.size(), PARAMETERS); i++) {
            if (isText(arguments.get(i))) {
                other.texts.put(String.valueOf(i + 1), written(arguments.get(i).text()));
            }
        }
        for (String name : exported) {
            if (texts.has(name)) {
                other.texts.put(name, texts.get(name));
            }
        }
    }

    /** Comes back from a function. */
    void leave(Map<String, String> before) {
        before.forEach(texts::put);
    }

    /** Goes into a shell of its own. */
    void beginShell() {
        texts.begin();
    }

    /** Leaves it. */
    void endShell() {
        texts.end();
    }

    /** Moves the parameters of a function. */
    void shift(int count) {
        for (int i = 1; i <= PARAMETERS; i++) {
            String next = texts.get(String.valueOf(i + count));
            texts.put(String.valueOf(i), next == null ? "$" + i : next);
        }
    }

    private String text(String name, String otherwise) {
        String own = texts.get(name);
        return own != null
                ? own
                : changed.contains(name) ? otherwise : around.literal(name).orElse(otherwise);
    }

    private static boolean isText(ShellNode.Word word) {
        return word.substitutions().isEmpty() && word.text().length() < LONGEST;
    }

    /** A text as it is written, with the texts of variables in it. */
    String written(String text) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        StringBuilder written = new StringBuilder();
        Matcher variable = NAME.matcher(text);
        while (variable.find()) {
            String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
            variable.appendReplacement(written, Matcher.quoteReplacement(text(name, variable.group())));
            if (written.length() > LONGEST) {
                return text; // Silent: what stands there as it is written names no file that is followed.
            }
        }
        return variable.appendTail(written).toString();
    }
}
