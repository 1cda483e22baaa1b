package io.github.mavenhardening.core.workflow.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
 * The functions and blocks of a program that its lines are in, by how far they are indented, and the names that are theirs alone: behind
 * the end of each a name stands again for what it stood for before it.
 *
 * @param <V> what names stand for
 */
final class ProgramScopes<V> {

    /** A function of Python or Ruby: what it sets is its own. */
    private static final Pattern DEFINED = Pattern.compile(
            "\\s{0,80}(?:async\\s{1,5})?def\\s{1,5}(?:self\\.)?(\\w{1,100})[?!]?(?:\\s{0,5}\\(([^()]{0,400}))?.{0,500}");
    /** The same in PowerShell. */
    private static final Pattern FUNCTION =
            Pattern.compile("(?i)\\s{0,80}function\\s{1,5}([\\w:-]{1,100})(?:\\s{0,5}\\(([^()]{0,400}))?.{0,500}");

    private static final Pattern BEGINS_BLOCK =
            Pattern.compile("\\s{0,80}\\}?\\s{0,9}(?:(?:async\\s{1,5})?function|for|catch)\\b");
    private static final Pattern NAMED = Pattern.compile(
            "\\bfunction\\s{1,5}(\\w{1,100})"
                    + "|\\b(?:const|let|var)\\s{1,5}(\\w{1,100})\\s{0,5}=\\s{0,5}(?:async\\b\\s{0,5})?(?:function\\b|\\([^()]{0,400}(?:\\)[^()=]{0,60}=>|$)|\\w{1,100}\\s{0,5}=>)");
    /** A name of what a call makes by a function that stands there, such as {@code map}. */
    private static final Pattern MADE_BY = Pattern.compile(
            "\\s{0,80}(?:(?:const|let|var)\\s{1,5})?(\\w{1,100})\\s{0,5}=(?![=>])[^=;]{1,200}\\([^=;]{0,100}=>\\s{0,9}\\{\\s{0,9}");

    private static final Pattern PARAMETERS = Pattern.compile(
            "(?:\\(([^()]{0,400})\\)|\\b(\\w{1,100}))\\s{0,9}(?::[^={]{1,100})?(?:=>\\s{0,9})?\\{\\s{0,9}$");
    private static final Pattern CONDITIONAL =
            Pattern.compile("\\s{0,80}\\}?\\s{0,9}(?:else\\s{1,5})?(?:if|while|switch|with)\\b");

    /** What the names that a statement sets are: those of a block, of a function, or of an object or the whole program. */
    private static final Pattern DECLARES = Pattern.compile(
            "\\s{0,80}(?:(?:export|for|await)\\b[\\s(]{0,9}){0,2}(?:(const|let|my)|(var)|(self\\.|this\\.|\\$this\\.|\\$(?i:script|global):|@))(?:\\b|(?<=[.:@]))");
    /** Names of Python that are not the function's own. */
    private static final Pattern ELSEWHERE = Pattern.compile("\\s{0,80}(?:global|nonlocal)\\s{1,9}([\\w\\s,]{1,400})");

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w{0,100}");

    private final boolean isPowerShell;
    private final Deque<Scope<V>> open = new ArrayDeque<>();
    /** What the next line begins, behind which it is gone into. */
    private Optional<Scope<V>> begun = Optional.empty();

    /** The function whose parameters stand in the lines that come next; empty text where there is none. */
    private String pending = "";

    private Declares declares = Declares.NOTHING;

    private enum Declares {
        NOTHING,
        OF_BLOCK,
        OF_FUNCTION,
        ELSEWHERE
    }

    /** A function or a block. */
    private static final class Scope<V> {
        private final int indentation;
        /** How many branches were open around it. */
        private final int depth;
        /** What stands for what it returns where it is a function; empty text where nothing does, or it is none. */
        private final String name;

        /** Whether it is a function, and whether all that it sets is its own. */
        private final boolean isFunction;

        private final boolean ownsAll;
        private final Set<String> declared = new HashSet<>();
        private final Set<String> elsewhere = new HashSet<>();
        private final Map<String, V> before = new LinkedHashMap<>();

        Scope(int indentation, int depth, String name, boolean isFunction, boolean ownsAll) {
            this.indentation = indentation;
            this.depth = depth;
            this.name = name;
            this.isFunction = isFunction;
            this.ownsAll = ownsAll;
        }

        private boolean isOwn(String name, Declares how) {
            boolean isDeclared =
                    declared.contains(name) || how == Declares.OF_BLOCK || (how == Declares.OF_FUNCTION && isFunction);
            return (ownsAll || isDeclared) && !elsewhere.contains(name) && !name.equals(this.name);
        }
    }

    /**
     * A function or a block that ended.
     *
     * @param depth how many branches are around it
     * @param before what the names that were its own stood for before it
     */
    record Ended<V>(int depth, Map<String, V> before) {}

    /** What a function that is declared is called, and the names of its parameters. */
    record Function(String name, List<String> parameters) {}

    ProgramScopes(boolean isPowerShell) {
        this.isPowerShell = isPowerShell;
    }

    /** Goes into a function that is called. */
    void enter(List<String> parameters, boolean ownsAll, int depth) {
        Scope<V> called = new Scope<>(-1, depth, "", true, ownsAll);
        called.declared.addAll(parameters);
        declares = Declares.NOTHING;
        open.push(called);
    }

    /** Leaves it, and what is open in it. */
    List<Ended<V>> leave() {
        List<Ended<V>> ended = new ArrayList<>();
        boolean isLast = false;
        while (!isLast) {
            Scope<V> top = open.pop();
            isLast = top.indentation < 0;
            ended.add(new Ended<>(top.depth, top.before));
        }
        begun = Optional.empty();
        return ended;
    }

    /**
     * Takes in that a statement comes next.
     *
     * @return what ends there, the innermost first
     */
    List<Ended<V>> next(ProgramLines.Line line) {
        List<Ended<V>> ended = new ArrayList<>();
        String text = line.text();
        if (text.isBlank() || line.isText()) {
            return ended;
        }
        begun.ifPresent(open::push);
        begun = Optional.empty();
        while (!line.isBehind() && !open.isEmpty() && ends(open.peek(), line)) {
            Scope<V> top = open.pop();
            ended.add(new Ended<>(top.depth, top.before));
        }
        Matcher declaration = DECLARES.matcher(text);
        declares = !declaration.lookingAt()
                ? Declares.NOTHING
                : declaration.group(1) != null
                        ? Declares.OF_BLOCK
                        : declaration.group(2) != null ? Declares.OF_FUNCTION : Declares.ELSEWHERE;
        Matcher elsewhere = ELSEWHERE.matcher(text);
        if (elsewhere.matches() && !open.isEmpty()) {
            words(elsewhere.group(1)).forEach(open.peek().elsewhere::add);
        }
        return ended;
    }

    private static boolean ends(Scope<?> scope, ProgramLines.Line line) {
        String text = line.text().strip();
        boolean opensIt = text.equals("{") || (scope.ownsAll && text.startsWith(")"));
        return line.indentation() < scope.indentation || (line.indentation() == scope.indentation && !opensIt);
    }

    /** Takes in what a statement begins; answers the function that it declares. */
    Optional<Function> begins(ProgramLines.Line line, int depth) {
        String text = line.text();
        if (line.isText() || text.isBlank()) {
            return Optional.empty();
        }
        Matcher defined = (isPowerShell ? FUNCTION : DEFINED).matcher(text);
        if ((isPowerShell || text.contains("def ")) && defined.matches()) {
            List<String> parameters = defined.group(2) == null ? List.of() : words(defined.group(2));
            open.push(new Scope<>(line.indentation(), depth, defined.group(1), true, true));
            return Optional.of(new Function(defined.group(1), parameters));
        }
        return isPowerShell ? Optional.empty() : block(line, depth);
    }

    private Optional<Function> block(ProgramLines.Line line, int depth) {
        String text = line.text();
        boolean mayDeclare = text.contains("=>")
                || text.contains("function")
                || text.stripTrailing().endsWith("(");
        Matcher named = NAMED.matcher(text);
        if (mayDeclare && named.find()) {
            pending = named.group(1) == null ? named.group(2) : named.group(1);
        }
        if (!text.stripTrailing().endsWith("{")) {
            return Optional.empty();
        }
        boolean endsHead = text.strip().startsWith(")");
        Matcher parameters = PARAMETERS.matcher(text);
        boolean hasParameters = !CONDITIONAL.matcher(text).lookingAt() && parameters.find();
        boolean isFunction = mayDeclare || endsHead || (hasParameters && text.indexOf('=') < 0);
        Matcher made = MADE_BY.matcher(text);
        String name = !isFunction ? "" : !pending.isEmpty() ? pending : made.matches() ? made.group(1) : "";
        pending = "";
        Scope<V> scope = new Scope<>(line.indentation(), depth, name, isFunction, false);
        if (hasParameters && (isFunction || text.contains("catch"))) {
            scope.declared.addAll(words(parameters.group(1) == null ? parameters.group(2) : parameters.group(1)));
        }
        if (!name.isEmpty() || BEGINS_BLOCK.matcher(text).lookingAt()) {
            open.push(scope);
        } else {
            // What the line itself sets stands outside.
            begun = Optional.of(scope);
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(new Function(name, List.copyOf(scope.declared)));
    }

    /** How many branches are around the function or block whose own a name is; 0 where it is the program's. */
    int depth(String name) {
        for (Scope<V> scope : open) {
            if (scope.before.containsKey(name)) {
                return scope.depth;
            }
        }
        return 0;
    }

    /** The innermost function that has a name. */
    Optional<String> function() {
        for (Scope<V> scope : open) {
            if (!scope.name.isEmpty()) {
                return Optional.of(scope.name);
            }
        }
        return Optional.empty();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(word -> word.group()).toList();
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
                scope.declared.add(name);
                scope.before.putIfAbsent(name, before);
                return;
            }
            if (scope.ownsAll) {
                return;
            }
        }
    }
}
