package io.github.mavenhardening.core.workflow.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes through a program, statement by statement, as it runs: what its names stand for in each function, block and branch, and what the
 * functions do and bring that it declares and calls.
 *
 * @param <V> what is followed through it
 */
public abstract class ProgramWalk<V> {

    /** Names of variables of the environment that get names of the program: {@code const { A, B: b } = process.env}. */
    private static final Pattern OF_ENVIRONMENT =
            Pattern.compile("\\{([\\w\\s,:$]{1,400})\\}\\s{0,9}=\\s{0,9}process\\.env\\b(?![.\\[])");
    /** A last line that only sets a name, or says itself what it brings. */
    private static final Pattern BRINGS_NOTHING =
            Pattern.compile("\\s{0,80}(?:return\\b|(?:[$@]|my\\s|\\[)[^=\"']{1,100}=|\\w{1,100}\\s{0,5}=).*");

    /** What takes the value of the branch of a choice that is made: {@code $kind = if ($isNew) { 'a' } else { 'b' }}. */
    private static final Pattern TAKES =
            Pattern.compile("[$@]?(\\w{1,100})\\s{0,9}=\\s{0,9}(?i:if|unless|switch|case)\\b");

    public final ProgramLanguage language;
    public final NamedTexts<V> names;
    private ProgramFunctions functions;
    /** Whether what is read is what a function does that was called. */
    private boolean isInFunction;
    /** The blocks that a statement is in, the innermost first. */
    private final Deque<ProgramBlock> around = new ArrayDeque<>();

    /** The name that takes the value of the branch that is read; empty text where none does. */
    private String taker = "";
    /** What begins behind the statement that is read. */
    private Optional<ProgramBlock> next = Optional.empty();

    /** A walk through a program in that language. */
    public ProgramWalk(ProgramLanguage language) {
        this.language = language;
        this.names = new NamedTexts<>(language);
        this.functions = ProgramFunctions.of(language, "");
    }

    /** Takes in a statement, or a line of one. */
    public abstract void line(ProgramBlock.Statement statement);

    /** Whether what is followed decides by a text, which stands in a condition. */
    public abstract boolean isAsked(String text);

    /** What the last statement of a function brings. */
    public abstract Optional<V> brought(ProgramBlock.Statement last);

    /** The functions that the program declares. */
    public final ProgramFunctions functions() {
        return functions;
    }

    /** The blocks that a statement is in, the innermost first. */
    public final Iterable<ProgramBlock> around() {
        return around;
    }

    /** Whether a statement does no more, where a test fails, than to say so. */
    public final boolean onlySays(ProgramBlock.Statement statement) {
        return statement.block.isPresent()
                && statement.block.get().onlySays()
                && (next.isEmpty() || !next.get().kind.goesOnWith(statement.block.get().kind));
    }

    /** The name that takes the value of the branch that is read. */
    public final Optional<String> taker() {
        return taker.isEmpty() ? Optional.empty() : Optional.of(taker);
    }

    /** Whether what is read is what a function does that was called. */
    public final boolean isInFunction() {
        return isInFunction;
    }

    /** The function whose declaration is read; empty where what is read is none, or is called. */
    public final Optional<String> declared() {
        return isInFunction ? Optional.empty() : names.function();
    }

    /**
     * Goes through the whole of it.
     *
     * @param start where it begins in what it is written in
     */
    public final void walk(String program, int start) {
        ProgramBlock whole = ProgramParser.read(language, program, start);
        functions = ProgramFunctions.of(language, program, whole);
        block(whole);
    }

    private void block(ProgramBlock block) {
        around.push(block);
        ProgramBranches branches = new ProgramBranches(names, block, this::isAsked);
        String outside = taker;
        String chosen = "";
        for (int i = 0; i < block.statements.size(); i++) {
            ProgramBlock.Statement statement = block.statements.get(i);
            next = i + 1 < block.statements.size() ? block.statements.get(i + 1).block : Optional.empty();
            Optional<ProgramBlock> begun = statement.block;
            if (!statement.isText) {
                names.next(statement.text);
                branches.begin(begun);
            }
            if (begun.isEmpty()) {
                line(statement);
                continue;
            }
            // What the line sets that begins what is called elsewhere, or a branch, stands outside.
            boolean isWithin = begun.get().isNamedWithin();
            if (!isWithin) {
                line(statement);
            }
            names.begin(begun.get(), false, functions.has(begun.get().name));
            if (isWithin) {
                line(statement);
            }
            chosen = taker(begun.get(), chosen, outside);
            taker = chosen;
            block(begun.get());
            taker = outside;
            names.end();
            branches.end(begun.get());
        }
        branches.settle();
        around.pop();
        int last = block.statements.size() - 1;
        if (language.bringsLast() && block.kind == ProgramBlock.Kind.FUNCTION && last >= 0) {
            last(block.statements.get(last));
        }
    }

    /** The name that takes the value of a branch, where another did that of the branch before it. */
    private static String taker(ProgramBlock branch, String before, String outside) {
        Matcher takes = TAKES.matcher(branch.head);
        if (branch.chooses() && takes.lookingAt()) {
            return takes.group(1);
        }
        return switch (branch.kind) {
            case ELSE_IF, ELSE -> before;
            case IF, CHOICE, ARM, TRY, CATCH -> outside;
            default -> "";
        };
    }

    /** Looks at the last statement of a function, whose value it brings. */
    private void last(ProgramBlock.Statement statement) {
        boolean brings = statement.block.isEmpty()
                && !BRINGS_NOTHING.matcher(statement.text).matches();
        if (declared().isPresent() && brings) {
            brought(statement).ifPresent(value -> names.setOutside(declared().get(), value));
        }
    }

    /** Goes through a function that is called, whose parameters stand for what it is given. */
    public final void enter(ProgramBlock function, Map<String, V> given) {
        names.begin(function, true, true);
        given.forEach(names::set);
        boolean wasInFunction = isInFunction;
        isInFunction = true;
        functions.enter(function);
        block(function);
        functions.leave();
        isInFunction = wasInFunction;
        names.end();
    }

    /** The variables of the environment that a line gives names, by these. */
    public static Map<String, String> ofEnvironment(String line) {
        Map<String, String> variables = new HashMap<>();
        Matcher named = OF_ENVIRONMENT.matcher(line.contains("process.env") ? line : "");
        if (named.find()) {
            for (String part : named.group(1).split(",", -1)) {
                String[] both = part.split(":", 2);
                variables.put(both[both.length - 1].strip(), both[0].strip());
            }
        }
        return variables;
    }
}
