package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellCompound;
import io.github.mavenhardening.core.shell.ShellNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The functions of a script as it is walked through, and how much of them may still be walked through. */
final class ShellFunctions {

    private static final int DEPTH = 4;
    private static final int STATEMENTS = 5_000;

    private final Map<String, ShellCompound.Function> declared = new LinkedHashMap<>();
    private final Set<String> called = new HashSet<>();
    /** How many functions the walk is in, and how many statements of functions it may still look at. */
    private int depth;

    private int budget = STATEMENTS;

    /** Takes in a function. */
    void declare(ShellCompound.Function function) {
        declared.put(function.name(), function);
    }

    /** The names of those that were declared so far. */
    Set<String> names() {
        return declared.keySet();
    }

    boolean wasCalled(String name) {
        return called.contains(name);
    }

    /** Whether a command calls one that is gone into. */
    boolean mayEnter(String name) {
        // Silent: what a function is given behind so many others is followed to the outermost of them.
        return declared.containsKey(name) && depth < DEPTH;
    }

    /** The statements of one that is called, up to {@link #leave}. */
    List<ShellNode.Statement> enter(String name) {
        called.add(name);
        depth++;
        return declared.get(name).statements();
    }

    void leave() {
        depth--;
    }

    /** Whether the next statement is looked at; of those in functions no more than so many are. */
    boolean mayRun() {
        // Silent: what is beyond it is reported with the workflow.
        return depth == 0 || --budget > 0;
    }

    /** Whether all statements of functions were looked at. */
    boolean areWhole() {
        return budget > 0;
    }
}
