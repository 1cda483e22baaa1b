package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.workflow.EnvironmentScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a script whose values are written in it or in its step's environment, filled into words in the order of the
 * text. Known is what is set once, to a text, wherever the script goes, and what is added to that; a variable that a branch, a loop,
 * a command's output or what is read may set stays as it is written.
 */
final class ShellVariables {

    private static final Pattern DEFAULT = Pattern.compile("\\$\\{(\\w{1,100}):?[-=]([\\w./:@,+= -]{0,300})\\}");
    private static final Pattern ALL =
            Pattern.compile("\\$\\{(\\w{1,100})\\[([@*])\\](?::?\\+\"?\\$\\{\\1\\[[@*]\\]\\}\"?)?\\}");
    /** A value of one word; an option might be left out. */
    private static final Pattern PLAIN = Pattern.compile("(?!-)(?:[\\w./:@%+,=-]|\\$\\{?\\w{1,100}\\}?){1,400}");

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n]+");
    /** Variables that the runner sets by itself: a default for them says nothing. */
    private static final Pattern OF_RUNNER = Pattern.compile(
            "(?:GITHUB|RUNNER|ACTIONS|JAVA|INPUT)_.*|CI|HOME|PATH|USER|SHELL|PWD|TMPDIR|IFS|LANG|HOSTNAME|[0-9].*");
    /** The longest value that is followed, in characters, and in words. */
    private static final int LONGEST = 4_000;

    private static final int MOST_WORDS = 200;
    /** So many characters are filled in at most; what comes then stays as it is written. */
    private static final int FILLED = ShellScript.LENGTH_LIMIT;

    /**
     * What a variable holds.
     *
     * @param words its words, of an array; its only text, otherwise
     * @param isOpen whether a branch may have added more than is known
     */
    private record Value(List<String> words, boolean isArray, boolean isOpen) {}

    /** The variables that are set in a function, or in the script outside of its functions. */
    private static final class Scope {
        private final ShellAssignments assignments = new ShellAssignments();
        private final Map<String, Value> values = new HashMap<>();
    }

    private final Scope script = new Scope();
    private final EnvironmentScope environment;
    /** The function whose statements are read; null outside of one. */
    private Scope function;

    /** The branches and loops that are read, each with the variables that are known in it. */
    private final Deque<List<String>> blocks = new ArrayDeque<>();

    private int left = FILLED;
    private final Set<String> outer = new HashSet<>();

    /** The variables of those statements, with what the environment has for the others. */
    ShellVariables(List<ShellNode.Statement> statements, EnvironmentScope environment) {
        this.environment = environment;
        script.assignments.note(statements, false, false);
    }

    /** The variables that were asked for and are not set by the script before. */
    Set<String> outer() {
        return outer;
    }

    /** Goes into a function: what it declares is its own. */
    void enter(ShellCompound body) {
        function = new Scope();
        for (ShellNode.Statement statement : body.statements()) {
            if (statement.command().orElse(null) instanceof ShellCompound inner) {
                function.assignments.note(inner.statements(), false, true);
            } else {
                function.assignments.note(List.of(statement), false, true);
            }
        }
    }

    void leave() {
        function = null;
    }

    /** Follows what a command sets for those behind it. */
    void follow(ShellNode.Call call, boolean isBranch) {
        for (ShellNode.Assignment each : ShellAssignments.set(call)) {
            Scope scope = function == null ? script : function;
            ShellAssignments.Use use = scope.assignments.of(each.name());
            if (use == null || use.isUnknown) {
                continue;
            }
            use.left--;
            if (use.isInner) {
                followInner(each);
                continue;
            }
            Optional<Value> value = value(each, isBranch, scope.values.get(each.name()), use.isOpen);
            if (value.isPresent()) {
                scope.values.put(each.name(), value.get());
            } else {
                scope.values.remove(each.name());
                use.isUnknown = true;
            }
        }
    }

    /** Begins to read a branch or a loop. */
    void open() {
        blocks.push(new ArrayList<>());
    }

    /** Ends it: what was set in it need not be behind. */
    void close() {
        for (String name : blocks.pop()) {
            script.values.remove(name);
        }
    }

    /** What is known of it in part is filled in as well; an option may be missing, and a word may be several. */
    private void followInner(ShellNode.Assignment assignment) {
        String text = text(assignment.value());
        outer.add(assignment.name());
        left -= text.length();
        if (!blocks.isEmpty()
                && !environment.isSet(assignment.name())
                && PLAIN.matcher(text).matches()
                && left >= 0) {
            script.values.put(assignment.name(), new Value(List.of(text), false, false));
            blocks.peek().add(assignment.name());
        }
    }

    private Optional<Value> value(ShellNode.Assignment assignment, boolean isBranch, Value before, boolean isOpen) {
        boolean adds = assignment.adds();
        boolean isArray = assignment.words().isPresent();
        List<String> words = new ArrayList<>();
        if (adds && (before == null || before.isArray() != isArray)) {
            return Optional.empty();
        }
        if (isArray) {
            words.addAll(adds ? before.words() : List.of());
            for (ShellNode.Word word : assignment.words().get()) {
                if (!isKnown(word.parts())) {
                    return Optional.empty();
                }
                for (String text : fill(word)) {
                    // In a branch, what is run besides may be run; an option that is not given would change what is.
                    if (!isBranch || !text.startsWith("-")) {
                        words.add(text);
                    }
                }
            }
        } else if (isBranch || !isKnown(assignment.value().parts())) {
            return Optional.empty();
        } else {
            words.add((adds ? before.words().get(0) : "") + text(assignment.value()));
        }
        int length = 0;
        for (String word : words) {
            length += word.length() + 1;
        }
        left -= length;
        return length > LONGEST || words.size() > MOST_WORDS || left < 0
                ? Optional.empty()
                : Optional.of(new Value(List.copyOf(words), isArray, isOpen));
    }

    private boolean isKnown(List<ShellNode.Part> parts) {
        for (ShellNode.Part part : parts) {
            boolean isKnown = part instanceof ShellNode.DoubleQuoted quoted
                    ? isKnown(quoted.parts())
                    : part instanceof ShellNode.Expansion expansion
                            ? find(expansion.text())
                                    .filter(found -> !found.isOpen())
                                    .isPresent()
                            : part instanceof ShellNode.Literal
                                    || (part instanceof ShellNode.SingleQuoted single
                                            && !single.text().contains("${{"));
            if (!isKnown) {
                return false;
            }
        }
        return true;
    }

    private Optional<Value> find(String expansion) {
        Matcher all = ALL.matcher(expansion);
        if (all.matches()) {
            return variable(all.group(1));
        }
        Matcher defaulted = DEFAULT.matcher(expansion);
        if (defaulted.matches()) {
            String name = defaulted.group(1);
            Optional<Value> value = variable(name);
            boolean isUnset = value.isEmpty()
                    && !isSet(name)
                    && !environment.isSet(name)
                    && !OF_RUNNER.matcher(name).matches();
            return isUnset ? Optional.of(new Value(List.of(defaulted.group(2)), false, false)) : value;
        }
        Optional<String> name = new ShellNode.Expansion(expansion, List.of()).variable();
        return name.isPresent() ? variable(name.get()) : Optional.empty();
    }

    /** Whether the script gives a variable a value of which it is not known that it comes later. */
    private boolean isSet(String name) {
        ShellAssignments.Use own = function == null ? null : function.assignments.of(name);
        ShellAssignments.Use use = script.assignments.of(name);
        return own != null
                || (use != null
                        && (use.isUnknown || use.isInner || function != null || script.values.containsKey(name)));
    }

    private Optional<Value> variable(String name) {
        if (function != null && function.assignments.of(name) != null) {
            return Optional.ofNullable(function.values.get(name));
        }
        ShellAssignments.Use use = script.assignments.of(name);
        Value value = script.values.get(name);
        if (use != null && (use.isUnknown || (use.isInner && value == null) || (function != null && use.left > 0))) {
            return Optional.empty();
        }
        if (value != null) {
            return Optional.of(value);
        }
        outer.add(name);
        Optional<String> literal = environment.literal(name);
        return literal.isPresent() ? Optional.of(new Value(List.of(literal.get()), false, false)) : Optional.empty();
    }

    /** A word as one text, as that of an assignment or a file is. */
    String text(ShellNode.Word word) {
        return word.isFilledIn() ? new Filling(false).of(word).get(0) : word.text();
    }

    /** The words that a word becomes: without quotes and backslashes, and as written where a variable is not known. */
    List<String> fill(ShellNode.Word word) {
        return word.isFilledIn() ? new Filling(true).of(word) : List.of(word.text());
    }

    /** What becomes of a word. */
    private final class Filling {
        private final boolean splits;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private boolean isWord;

        Filling(boolean splits) {
            this.splits = splits;
        }

        private List<String> of(ShellNode.Word word) {
            add(word.parts(), false);
            if (isWord || !splits) {
                words.add(text.toString());
            }
            return words;
        }

        private void add(List<ShellNode.Part> parts, boolean isQuoted) {
            for (ShellNode.Part part : parts) {
                if (part instanceof ShellNode.DoubleQuoted quoted) {
                    Optional<ShellNode.Part> only = quoted.parts().size() == 1
                            ? Optional.of(quoted.parts().get(0))
                            : Optional.empty();
                    // "${a[@]}" of no words vanishes; "" stays.
                    isWord |= !(only.isPresent()
                            && only.get() instanceof ShellNode.Expansion all
                            && ALL.matcher(all.text()).matches());
                    add(quoted.parts(), true);
                } else if (part instanceof ShellNode.Expansion expansion) {
                    expand(expansion, isQuoted);
                } else {
                    isWord = true;
                    text.append(part.plain());
                }
            }
        }

        private void expand(ShellNode.Expansion expansion, boolean isQuoted) {
            Optional<Value> found = left > 0 ? find(expansion.text()) : Optional.empty();
            if (found.isEmpty() || (found.get().isOpen() && !splits)) {
                isWord = true;
                text.append(expansion.text());
                return;
            }
            Matcher all = ALL.matcher(expansion.text());
            boolean isAll = all.matches();
            List<String> values = found.get().words();
            if (!isAll && values.size() > 1) {
                values = values.subList(0, 1);
            }
            if (splits && isAll && (all.group(2).equals("@") || !isQuoted)) {
                words(values, isQuoted);
            } else if (splits && !isQuoted) {
                words(values, false);
            } else {
                isWord = true;
                put(String.join(" ", values));
            }
            if (found.get().isOpen()) {
                next();
                isWord = true;
                text.append(expansion.text());
            }
        }

        private void words(List<String> values, boolean isQuoted) {
            boolean isNext = false;
            for (String value : values) {
                for (String each : isQuoted ? new String[] {value} : BLANKS.split(value.strip())) {
                    if (isNext) {
                        next();
                    }
                    isNext = true;
                    isWord |= isQuoted || !each.isEmpty();
                    put(each);
                }
            }
        }

        private void next() {
            if (isWord) {
                words.add(text.toString());
                text.setLength(0);
                isWord = false;
            }
        }

        private void put(String value) {
            left -= value.length() + 1;
            text.append(value);
        }
    }
}
