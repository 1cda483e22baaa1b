package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a script of a POSIX shell sets its variables and parameters to, and hands on to the scripts and programs that it calls.
 *
 * @param <C> what is carried
 * @param <T> where statements print to
 */
abstract class VariableCarrier<C, T extends ShellCarrier.Target<C>> extends CarriedWords<C, T> {

    private static final Set<String> DECLARATIONS = Set.of("export", "declare", "local", "readonly", "typeset");
    private static final Set<String> READERS = Set.of("read", "mapfile", "readarray");
    /** Sets the separators of words for more than one command. */
    private static final SoughtPattern SEPARATORS =
            SoughtPattern.of("\\bIFS=\\S{0,40}(?:[ \\t]{0,9}(?:[;\\r\\n&|)}]|$))", "IFS=");

    private final CarriedVariables<C> variables;
    private final ShellTexts literals;
    /** The variables that programs find which the script runs. */
    private final Set<String> exported = new LinkedHashSet<>();

    private final boolean setsSeparators;

    /** By the functions that the script is within, what variables held outside that are theirs alone; null where they were not set. */
    private final Deque<Map<String, Optional<C>>> locals = new ArrayDeque<>();

    /** By the branches that the script is within, what variables held that were set to something harmless in it. */
    private final Deque<Branch<C>> branches = new ArrayDeque<>();

    /**
     * A branch of a condition.
     *
     * @param condition where the condition stands: what it tells of a variable, it tells of the branch alone
     * @param before what variables held
     * @param worded those that were set to what is carried
     */
    private record Branch<C>(ShellNode.Word condition, Map<String, C> before, Set<String> worded) {}

    /** @param around the variables that the script finds set */
    VariableCarrier(String script, EnvironmentScope around) {
        this.literals = new ShellTexts(around);
        this.variables = new CarriedVariables<>();
        this.setsSeparators = SEPARATORS.isIn(script);
    }

    /** Takes in what a command of the shell sets; answers whether it is one that does nothing else. */
    final boolean sets(Command<C> command) {
        String name = command.name();
        List<ShellNode.Word> arguments = command.arguments();
        if (name.equals("shift")) {
            shift(arguments);
        } else if (name.equals("set")
                && arguments.size() > 1
                && arguments.get(0).text().equals("--")) {
            parameters(arguments.subList(1, arguments.size()));
        } else if (DECLARATIONS.contains(name) && !CommandWords.anyMatches(CommandWords.texts(arguments), "-p")) {
            if (name.equals("local") && !locals.isEmpty()) {
                for (ShellNode.Word word : arguments) {
                    String variable = word.text().split("=", 2)[0];
                    if (!locals.peek().containsKey(variable)) {
                        locals.peek().put(variable, variables.has(variable) ? variables.get(variable) : null);
                    }
                }
            }
            declare(arguments);
            if (name.equals("export")) {
                for (ShellNode.Word word : arguments) {
                    exported.add(word.text().split("=", 2)[0]);
                }
            }
        } else if (READERS.contains(name)) {
            read(command);
        } else {
            return false;
        }
        return true;
    }

    /** Sets the parameters to words; one that is not quoted may be cut into any number of them. */
    private void parameters(List<ShellNode.Word> words) {
        boolean isCut = words.size() == 1;
        variables.parameters(
                i -> isCut ? carried(words.get(0)).map(one -> cut(one, !setsSeparators)) : carried(words, i));
    }

    /** Moves the parameters of a function. */
    private void shift(List<ShellNode.Word> arguments) {
        String by = arguments.isEmpty() ? "1" : arguments.get(0).text();
        int count = by.matches("[1-9]") ? Integer.parseInt(by) : 1;
        literals.shift(count);
        variables.shift(count);
    }

    /** Sets the variables that a command reads of a line: each but the last gets one word, and each element of an array. */
    private void read(Command<C> command) {
        List<ShellNode.Word> arguments = command.arguments();
        boolean cuts = command.name().equals("read");
        List<String> texts = CommandWords.texts(arguments);
        boolean isArray = cuts && CommandWords.anyMatches(texts, "-[ers]{0,3}a");
        // Up to another character than the end of the line there may be several lines.
        boolean isLine = cuts && !CommandWords.anyMatches(texts, "-[a-z]{0,4}[dNn].{0,9}");
        Optional<C> input = isLine ? command.input().map(this::line) : command.input();
        Optional<String> separators = Optional.empty();
        for (ShellNode.Assignment assignment : command.assigned()) {
            separators = assignment.name().equals("IFS")
                    ? Optional.of(assignment.value().text())
                    : separators;
        }
        boolean none = separators.isPresent() && separators.get().isEmpty();
        for (int i = 0; i < arguments.size(); i++) {
            if (!CommandWords.isOption(arguments.get(i))) {
                boolean isCut = cuts && !none && input.isPresent() && (isArray || i < arguments.size() - 1);
                hold(
                        arguments.get(i).text(),
                        isCut ? Optional.of(cut(input.get(), separators.isEmpty() && !setsSeparators)) : input);
            }
        }
    }

    private void declare(List<ShellNode.Word> arguments) {
        for (ShellNode.Word word : arguments) {
            int equals = word.text().indexOf('=');
            if (equals > 0) {
                assign(word.text().substring(0, equals), false, word);
            }
        }
    }

    /** Takes in an assignment, which may add to what the variable holds, or set one element of it. */
    final void assign(String name, boolean adds, ShellNode.Word value) {
        int element = name.indexOf('[');
        String variable = element < 0 ? name : name.substring(0, element);
        boolean isWhole = !adds && element < 0;
        Optional<C> carried = carried(value);
        Optional<C> before = branches.isEmpty() || carried.isPresent()
                ? Optional.empty()
                : held(variable, branches.peek().condition());
        Optional<C> set = assigned(variable, carried, value);
        if (isWhole) {
            literals.set(variable, value);
        } else {
            literals.forget(variable);
        }
        variables.assign(variable, set, isWhole, value);
        if (before.isPresent()) {
            branches.peek().before().putIfAbsent(variable, before.get());
        }
        if (set.isPresent() && !branches.isEmpty()) {
            branches.peek().worded().add(variable);
        }
    }

    /**
     * Goes into a branch of a condition.
     *
     * @param condition the first word of the condition
     */
    final void beginBranch(ShellNode.Word condition) {
        branches.push(new Branch<>(condition, new LinkedHashMap<>(), new HashSet<>()));
    }

    /** Leaves a branch, for the next one to find what this one found; answers what it set. */
    final Branches.Outcome endBranch() {
        Set<String> harmless = new HashSet<>();
        Branch<C> branch = branches.pop();
        branch.worded().removeIf(variable -> variables.get(variable).isEmpty());
        for (Map.Entry<String, C> before : branch.before().entrySet()) {
            if (variables.has(before.getKey()) && variables.get(before.getKey()).isEmpty()) {
                harmless.add(before.getKey());
                variables.set(before.getKey(), Optional.of(before.getValue()));
            }
        }
        if (!branches.isEmpty()) {
            branches.peek().worded().addAll(branch.worded());
        }
        return new Branches.Outcome(harmless, branch.worded());
    }

    /** Lets variables hold something harmless from now on. */
    final void clean(Set<String> harmless) {
        for (String variable : harmless) {
            Optional<C> before = variables.get(variable);
            if (before.isPresent() && !branches.isEmpty()) {
                branches.peek().before().putIfAbsent(variable, before.get());
            }
            variables.set(variable, Optional.empty());
        }
    }

    /** What a variable holds that may do harm. */
    protected Optional<C> held(String variable, ShellNode.Word word) {
        return variable(variable, word);
    }

    /** Lets a variable hold something that is not written in the script. */
    final void hold(String variable, Optional<C> value) {
        literals.forget(variable);
        variables.set(variable, value);
    }

    /** Goes into a shell of its own, which keeps what it sets to itself. */
    final void beginShell() {
        variables.beginShell();
        literals.beginShell();
    }

    /** Leaves it. */
    final void endShell() {
        variables.endShell();
        literals.endShell();
    }

    /** What the parameters hold, and their texts. */
    record Parameters<C>(Map<String, Optional<C>> carried, Map<String, String> texts) {}

    /** Gives a function its parameters; answers what they held before. */
    final Parameters<C> enter(List<ShellNode.Word> arguments) {
        Map<String, Optional<C>> before = variables.parameters(i -> carried(arguments, i));
        locals.push(new HashMap<>());
        return new Parameters<>(before, literals.enter(arguments));
    }

    /** Gives the parameters back what they held before a function. */
    final void leave(Parameters<C> before) {
        variables.restore(locals.pop());
        variables.restore(before.carried());
        literals.leave(before.texts());
    }

    private Optional<C> carried(List<ShellNode.Word> words, int number) {
        return number > words.size() ? Optional.empty() : carried(words.get(number - 1));
    }

    /** Gives a script that a command calls its parameters, and the variables that it finds set. */
    protected final void handOn(VariableCarrier<C, T> to, Command<C> command, List<ShellNode.Word> given) {
        for (String name : exported) {
            to.set(name, variable(name, command.program()));
        }
        literals.handOn(to.literals, given, exported);
        for (ShellNode.Assignment assignment : command.assigned()) {
            to.set(assignment.name(), carried(assignment.value()));
        }
        to.variables.parameters(i -> carried(given, i));
    }

    /** Sets the parameters to what the script is given from elsewhere. */
    protected final void given(List<Optional<C>> parameters) {
        variables.parameters(i -> i > parameters.size() ? Optional.empty() : parameters.get(i - 1));
    }

    /** What the first exported variable holds that is such. */
    protected final Optional<C> exportedValue(ShellNode.Word word, Predicate<C> such) {
        for (String name : exported) {
            Optional<C> held = variable(name, word).filter(such);
            if (held.isPresent()) {
                return held;
            }
        }
        return Optional.empty();
    }

    /** What a program finds in a variable that a command starts. */
    protected final Optional<C> inEnvironment(String name, Command<C> command) {
        for (ShellNode.Assignment assignment : command.assigned()) {
            if (assignment.name().equals(name)) {
                return carried(assignment.value());
            }
        }
        return exported.contains(name) ? variable(name, command.program()) : given(name, command.program());
    }

    /** Takes over the variables of a script that this one is read into, or that is read into this one. */
    protected final void take(VariableCarrier<C, T> other) {
        variables.take(other.variables);
    }

    /** Whether words are cut at other characters than blanks somewhere in the script. */
    public final boolean setsSeparators() {
        return setsSeparators;
    }

    /** Lets a variable hold something else from now on. */
    protected final void set(String variable, Optional<C> value) {
        variables.set(variable, value);
    }

    /** Where the script last set a variable to what is carried; 0 where it did not. */
    public final int setAt(String variable) {
        return variables.setAt(variable);
    }

    /** What a variable holds. */
    public final Optional<C> variable(String name, ShellNode.Word word) {
        return variables.has(name) ? variables.get(name) : given(name, word);
    }

    /** Takes in the text that a variable has in paths. */
    final void names(String variable, ShellNode.Word path) {
        literals.set(variable, path);
    }

    /** A word as it is written, with the texts of the script's own variables in it. */
    public final String written(ShellNode.Word word) {
        return literals.written(word.text());
    }

    /** A text as it is written, with the texts of the script's own variables in it. */
    public final String written(String text) {
        return literals.written(text);
    }
}
