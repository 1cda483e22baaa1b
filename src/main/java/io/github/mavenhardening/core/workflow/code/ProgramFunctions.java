package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellScript;
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
public final class ProgramFunctions {

    private static final int DEPTH_LIMIT = 5;
    private static final Pattern CALL = Pattern.compile("\\b([A-Za-z_]\\w{0,100})\\(");
    private static final Pattern RETURNS = Pattern.compile("(?s)\\s{0,200}return\\b(.*)");
    private static final Pattern OWN_WORD = Pattern.compile(
            "\\s{0,9}(?:'[^'\\n]{0,200}'|\"[^\"$#{}\\n]{0,200}\"|\\d{1,20}|true|false|null|None|True|False|undefined)?\\s{0,9};?\\s{0,9}");
    /** What makes an object: the function of a class that gets what it is made with. */
    private static final Set<String> MAKERS = Set.of("constructor", "__init__", "initialize", "__construct", "new");

    private final ProgramLanguage language;
    private final String code;
    private final Map<String, ProgramBlock> byName = new HashMap<>();
    /** What objects do, which may do it with what they were given before. */
    private final Set<ProgramBlock> methods = new HashSet<>();
    /** Those, and what makes objects. */
    private final Set<ProgramBlock> ofObjects = new HashSet<>();
    /** Those that are followed at the moment, one of which has called the next. */
    private final Deque<ProgramBlock> open = new ArrayDeque<>();
    /** How many characters of functions may still be read, for all of the program. */
    private int left = ShellScript.LENGTH_LIMIT;
    /** The names of those that bring nothing but words of the program, whatever they are given. */
    private final Set<String> ownWords = new HashSet<>();

    private ProgramFunctions(ProgramLanguage language, String code) {
        this.language = language;
        this.code = code;
    }

    static ProgramFunctions of(ProgramLanguage language, String code) {
        return of(language, code, ProgramParser.read(language, code, 0));
    }

    /** Those of a program that was read. */
    static ProgramFunctions of(ProgramLanguage language, String code, ProgramBlock program) {
        // Silent: what is longer is reported where it is asked for.
        ProgramFunctions functions = new ProgramFunctions(language, code);
        functions.take(program, program);
        functions.byName.forEach((name, function) -> {
            if (!language.bringsLast() && returnsOwnWords(function)) {
                functions.ownWords.add(name);
            }
        });
        return functions;
    }

    private void take(ProgramBlock block, ProgramBlock around) {
        if (block.kind == ProgramBlock.Kind.FUNCTION) {
            boolean isMethod = around.kind == ProgramBlock.Kind.CLASS;
            boolean isMaker = isMethod && (MAKERS.contains(block.name) || block.name.equals(around.name));
            byName.put(key(isMaker ? around.name : block.name), block);
            if (isMethod) {
                ofObjects.add(block);
            }
            if (isMethod && !isMaker) {
                methods.add(block);
            }
        }
        block.statements.forEach(statement -> statement.block.ifPresent(inner -> take(inner, block)));
    }

    private String key(String name) {
        return language.ignoresCase() ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** Takes in that one that was called is followed now. */
    void enter(ProgramBlock called) {
        open.push(called);
    }

    /** Takes in that it was. */
    void leave() {
        open.pop();
    }

    private static boolean returnsOwnWords(ProgramBlock function) {
        List<String> returned = new ArrayList<>();
        collect(function, returned);
        return !returned.isEmpty()
                && returned.stream().allMatch(text -> OWN_WORD.matcher(text).matches());
    }

    private static void collect(ProgramBlock block, List<String> returned) {
        for (ProgramBlock.Statement statement : block.statements) {
            Matcher returns = RETURNS.matcher(statement.call);
            if (returns.matches()) {
                returned.add(returns.group(1));
            }
            statement
                    .block
                    .filter(inner -> inner.kind != ProgramBlock.Kind.FUNCTION)
                    .ifPresent(inner -> collect(inner, returned));
        }
    }

    /**
     * A line without what functions are given that bring nothing but words of the program.
     *
     * @param harmless others that bring nothing harmful here
     */
    public String left(String line, Set<String> harmless) {
        Matcher call = CALL.matcher(ownWords.isEmpty() && harmless.isEmpty() ? "" : line);
        StringBuilder left = new StringBuilder();
        int read = 0;
        while (call.find()) {
            if (call.start() >= read && (ownWords.contains(call.group(1)) || harmless.contains(call.group(1)))) {
                left.append(line, read, call.end());
                read = CodeList.closing(line, call.end());
            }
        }
        return read == 0 ? line : left.append(line, read, line.length()).toString();
    }

    /** Whether a function may bring something else than what it returns: what it yields or promises, or an object that keeps it. */
    public boolean mayBringMore(ProgramBlock function) {
        String text = code.substring(function.from, function.to);
        return ofObjects.contains(function) || text.contains("yield") || text.contains("resolve");
    }

    /** Whether the program declares a function of that name. */
    public boolean has(String name) {
        return byName.containsKey(key(name));
    }

    /** The function of a name, which is read now; empty where there is none, or it calls itself, or enough was read. */
    public Optional<ProgramBlock> called(String name) {
        return Optional.ofNullable(byName.get(key(name))).filter(this::mayRead);
    }

    /** Whether what objects of the program do has that name. */
    public boolean isMethod(String name) {
        return methods.contains(byName.get(key(name)));
    }

    private boolean mayRead(ProgramBlock function) {
        if (open.contains(function)) {
            return false;
        }
        left = open.size() < DEPTH_LIMIT ? left - (function.to - function.from) : -1;
        // Silent: the answer of the program says so.
        return !isSpent();
    }

    /** Whether the functions are longer, or called more often or deeper, than is followed. */
    public boolean isSpent() {
        return left < 0;
    }
}
