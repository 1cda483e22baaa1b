package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions that a program declares, and how much of them is followed yet. */
final class ProgramFunctions {

    private static final Pattern PYTHON =
            Pattern.compile("(?m)^([ \\t]{0,40})(?:async )?def (\\w{1,100})\\(([^()]{0,400})\\)[^:\\n]{0,100}:");
    private static final Pattern JAVASCRIPT =
            Pattern.compile("\\bfunction\\s{1,9}(\\w{1,100})\\s{0,9}\\(([^()]{0,400})\\)\\s{0,9}\\{"
                    + "|\\b(?:const|let|var)\\s{1,9}(\\w{1,100})\\s{0,9}=\\s{0,9}(?:async\\s{1,9})?(?:function\\s{0,9})?(?:\\(([^()]{0,400})\\)|(\\w{1,100}))"
                    + "\\s{0,9}(?:=>\\s{0,9})?(\\{)?");
    private static final SoughtPattern POWERSHELL = SoughtPattern.of(
            "(?i)\\bfunction\\s{1,9}([\\w-]{1,100})\\s{0,9}(?:\\(([^()]{0,400})\\))?\\s{0,9}\\{(?:\\s{0,99}param\\s{0,9}\\(([^()]{0,400})\\))?",
            "function");
    private static final Pattern NAME = Pattern.compile("[\\w$]{1,100}");
    private static final int DEPTH_LIMIT = 5;

    private final ProgramLanguage language;
    private final String code;
    private final Map<String, Function> byName = new HashMap<>();
    /** Those that are followed at the moment, one of which has called the next. */
    private final Set<Function> open;
    /** How many characters of functions may still be read, for all of the program. */
    private final int[] left;
    /** Where blocks end, by where they begin; found when first asked for. */
    private Map<Integer, Integer> closing;

    /**
     * A function.
     *
     * @param parameters their names
     * @param from where what it does begins
     * @param to where that ends
     * @param isValue whether that is an expression, which is what it brings
     */
    record Function(List<String> parameters, int from, int to, boolean isValue) {}

    /** Follows a function that is called. */
    interface Caller {

        /** What it brings. */
        ProgramValue called(Function function, ProgramFrame call);
    }

    private ProgramFunctions(ProgramLanguage language, String code, Set<Function> open, int[] left) {
        this.language = language;
        this.code = code;
        this.open = open;
        this.left = left;
    }

    static ProgramFunctions of(ProgramLanguage language, String code) {
        // Silent: what is longer is reported where it is asked for.
        ProgramFunctions functions =
                new ProgramFunctions(language, code, Set.of(), new int[] {ShellScript.LENGTH_LIMIT});
        switch (language) {
            case PYTHON -> functions.python();
            case JAVASCRIPT -> functions.javaScript();
            default -> functions.powerShell();
        }
        return functions;
    }

    /** Those of a program whose language is not known; empty where it declares none. */
    static Optional<ProgramFunctions> likely(String code) {
        boolean isPython = code.contains("def ");
        boolean isPowerShell = !isPython && code.contains("$") && POWERSHELL.isIn(code);
        if (!isPython && !isPowerShell && !code.contains("function") && !code.contains("=>")) {
            return Optional.empty();
        }
        ProgramFunctions functions = of(
                isPython
                        ? ProgramLanguage.PYTHON
                        : isPowerShell ? ProgramLanguage.POWERSHELL : ProgramLanguage.JAVASCRIPT,
                code);
        return functions.byName.isEmpty() ? Optional.empty() : Optional.of(functions);
    }

    /** The same, within one that is called. */
    ProgramFunctions within(Function called) {
        Set<Function> deeper = new HashSet<>(open);
        deeper.add(called);
        ProgramFunctions inner = new ProgramFunctions(language, code, deeper, left);
        inner.byName.putAll(byName);
        return inner;
    }

    boolean has(String name) {
        return byName.containsKey(language == ProgramLanguage.POWERSHELL ? name.toLowerCase(Locale.ROOT) : name);
    }

    /** The function of a name, which is read now; empty where there is none, or it calls itself, or enough was read. */
    Optional<Function> called(String name) {
        Function function = byName.get(language == ProgramLanguage.POWERSHELL ? name.toLowerCase(Locale.ROOT) : name);
        if (function == null || open.contains(function)) {
            return Optional.empty();
        }
        left[0] = open.size() < DEPTH_LIMIT ? left[0] - (function.to() - function.from()) : -1;
        // Silent: the answer of the program says so.
        return isSpent() ? Optional.empty() : Optional.of(function);
    }

    /** Whether the functions are longer, or called more often or deeper, than is followed. */
    boolean isSpent() {
        return left[0] < 0;
    }

    /** Whether all that they set is their own, unless they say otherwise. */
    boolean ownAll() {
        return language != ProgramLanguage.JAVASCRIPT;
    }

    /** What a function does, as a program. */
    String text(Function function) {
        String text = code.substring(function.from(), function.to());
        return function.isValue() ? "return " + text : text;
    }

    /** By how much places of that program are off those of this. */
    int offset(Function function) {
        return function.from() - (function.isValue() ? "return ".length() : 0);
    }

    private void python() {
        Matcher def = PYTHON.matcher(code);
        while (def.find()) {
            int indent = def.group(1).length();
            int end = code.indexOf('\n', def.end());
            while (end >= 0 && isDeeper(end + 1, indent)) {
                end = code.indexOf('\n', end + 1);
            }
            put(def.group(2), def.group(3), def.end(), end < 0 ? code.length() : end, false);
        }
    }

    /** Whether the line at a place is empty, or stands deeper. */
    private boolean isDeeper(int at, int indent) {
        int next = at;
        while (next < code.length() && (code.charAt(next) == ' ' || code.charAt(next) == '\t')) {
            next++;
        }
        return next >= code.length() || code.charAt(next) == '\n' || next - at > indent;
    }

    private void javaScript() {
        Matcher function = JAVASCRIPT.matcher(code);
        while (function.find()) {
            if (function.group(1) != null) {
                put(function.group(1), function.group(2), function.end(), block(function.end()), false);
            } else if (code.substring(function.start(), function.end()).contains("=>") || function.group(6) != null) {
                String parameters = function.group(4) == null ? function.group(5) : function.group(4);
                int line = code.indexOf('\n', function.end());
                int end = function.group(6) != null ? block(function.end()) : line < 0 ? code.length() : line;
                put(function.group(3), parameters, function.end(), end, function.group(6) == null);
            }
        }
    }

    private void powerShell() {
        Matcher function = POWERSHELL.in(code);
        while (function.find()) {
            String parameters = function.group(2) == null ? function.group(3) : function.group(2);
            int open = code.indexOf('{', function.start());
            put(
                    function.group(1).toLowerCase(Locale.ROOT),
                    parameters == null ? "" : parameters.toLowerCase(Locale.ROOT),
                    function.end(),
                    block(open + 1),
                    false);
        }
    }

    /** Where the block ends whose bracket stands before a place; brackets in texts are taken for those of the program. */
    private int block(int from) {
        if (closing == null) {
            closing = new HashMap<>();
            Deque<Integer> open = new ArrayDeque<>();
            for (int at = 0; at < code.length(); at++) {
                char c = code.charAt(at);
                if (c == '{') {
                    open.push(at + 1);
                } else if (c == '}' && !open.isEmpty()) {
                    closing.put(open.pop(), at);
                }
            }
        }
        return closing.getOrDefault(from, code.length());
    }

    private void put(String name, String parameters, int from, int to, boolean isValue) {
        List<String> names = new ArrayList<>();
        for (String parameter : parameters.split(",", -1)) {
            // Types stand before or behind the name, and what it is otherwise behind.
            String own = parameter
                    .replaceAll("\\[[^\\]]{0,100}\\]", "")
                    .split("[:=]", 2)[0]
                    .strip();
            Matcher word = NAME.matcher(own.startsWith("$") ? own.substring(1) : own);
            if (word.lookingAt()) {
                names.add(word.group());
            }
        }
        byName.put(name, new Function(List.copyOf(names), from, Math.max(from, to), isValue));
    }
}
