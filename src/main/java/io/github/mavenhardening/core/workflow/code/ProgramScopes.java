package io.github.mavenhardening.core.workflow.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The functions and blocks of a program that a statement is in, and the names that are theirs alone: behind the end of each a name stands
 * again for what it stood for before it.
 *
 * @param <V> what names stand for
 */
final class ProgramScopes<V> {

    /** What the names that a statement sets are: those of a block, of a function, or of an object or the whole program. */
    private static final Pattern DECLARES = Pattern.compile(
            "\\s{0,80}(?:(?:export|for|foreach|await)\\b[\\s(]{0,9}){0,2}(?:(const|let|my)|(var)|(self\\.|this\\.|\\$this(?:\\.|->)|\\$(?i:script|global):|@))(?:\\b|(?<=[.:@>]))");
    /** Names of Python that are not the function's own. */
    private static final Pattern ELSEWHERE = Pattern.compile("\\s{0,80}(?:global|nonlocal)\\s{1,9}([\\w\\s,]{1,400})");

    private final boolean functionsOwnAll;
    private final Deque<Scope<V>> open = new ArrayDeque<>();
    private Declares declares = Declares.NOTHING;

    private enum Declares {
        NOTHING,
        OF_BLOCK,
        OF_FUNCTION,
        ELSEWHERE
    }

    /**
     * A function or a block.
     *
     * @param name what stands for what it returns where it is a function; empty text where nothing does, or it is none
     * @param depth how many branches are around it
     * @param before what the names that are its own stood for before it
     */
    private record Scope<V>(
            String name,
            int depth,
            boolean isFunction,
            boolean ownsAll,
            Set<String> declared,
            Set<String> elsewhere,
            Map<String, V> before) {

        private boolean isOwn(String set, Declares how) {
            boolean isDeclared =
                    declared.contains(set) || how == Declares.OF_BLOCK || (how == Declares.OF_FUNCTION && isFunction);
            return (ownsAll || isDeclared) && !elsewhere.contains(set) && !set.equals(name);
        }
    }

    ProgramScopes(boolean functionsOwnAll) {
        this.functionsOwnAll = functionsOwnAll;
    }

    /**
     * Goes into a block.
     *
     * @param isCalled whether it is a function that is called
     * @param parameters the names of what it is given, which are its own
     * @param depth how many branches are around it
     */
    void begin(ProgramBlock block, boolean isCalled, List<String> parameters, int depth) {
        boolean isFunction = block.kind == ProgramBlock.Kind.FUNCTION;
        boolean isOwner = isFunction || block.kind == ProgramBlock.Kind.PLAIN;
        open.push(new Scope<>(
                isCalled ? "" : block.name,
                depth,
                isOwner,
                isFunction && functionsOwnAll,
                new HashSet<>(parameters),
                new HashSet<>(),
                new LinkedHashMap<>()));
        declares = isCalled ? Declares.NOTHING : declares;
    }

    /** Leaves it; answers what the names that were its own stood for before it. */
    Map<String, V> end() {
        return open.pop().before();
    }

    /** Takes in that a statement comes next. */
    void next(String text) {
        Matcher declaration = DECLARES.matcher(text);
        declares = !declaration.lookingAt()
                ? Declares.NOTHING
                : declaration.group(1) != null
                        ? Declares.OF_BLOCK
                        : declaration.group(2) != null ? Declares.OF_FUNCTION : Declares.ELSEWHERE;
        Matcher elsewhere = ELSEWHERE.matcher(text);
        if (elsewhere.matches() && !open.isEmpty()) {
            open.peek().elsewhere().addAll(List.of(elsewhere.group(1).strip().split("[\\s,]{1,9}", -1)));
        }
    }

    /** How many branches are around the function or block whose own a name is; 0 where it is the program's. */
    int depth(String name) {
        for (Scope<V> scope : open) {
            if (scope.before().containsKey(name)) {
                return scope.depth();
            }
        }
        return 0;
    }

    /** The innermost function that has a name. */
    Optional<String> function() {
        return open.stream().map(Scope::name).filter(name -> !name.isEmpty()).findFirst();
    }

    /**
     * Takes in that a name is set.
     *
     * @param before what it stands for by now
     */
    void set(String name, V before) {
        if (declares == Declares.ELSEWHERE) {
            return;
        }
        for (Scope<V> scope : open) {
            if (scope.isOwn(name, declares)) {
                scope.declared().add(name);
                scope.before().putIfAbsent(name, before);
                return;
            }
            if (scope.ownsAll()) {
                return;
            }
        }
    }
}
