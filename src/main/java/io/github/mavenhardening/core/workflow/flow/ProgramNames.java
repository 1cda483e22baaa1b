package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.flow.ShownSecret.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the names of JavaScript and Python with their members, and what is done with the members of a value of any language. */
final class ProgramNames {

    private static final Set<String> PROCESS = Set.of("process.env", "os.environ", "environ");
    private static final Set<String> SIZES = Set.of("length", "count", "size");

    private final ProgramText text;
    private final ProgramStack stack;
    private final ProgramVariables variables;
    private final ProgramStrings strings;
    private final ProgramFunctions functions;

    /** What the next name is given to, in Python. */
    private ProgramValue as = ProgramValue.NONE;

    ProgramNames(
            ProgramText text,
            ProgramStack stack,
            ProgramVariables variables,
            ProgramStrings strings,
            ProgramFunctions functions) {
        this.text = text;
        this.stack = stack;
        this.variables = variables;
        this.strings = strings;
        this.functions = functions;
    }

    /** Reads a name with its members. */
    void read() {
        int from = text.at;
        String chain = text.chain();
        char next = text.ahead(0);
        if (text.language == ProgramLanguage.PYTHON
                && (next == '"' || next == '\'')
                && chain.matches("[rbfuRBFU]{1,2}")) {
            strings.begin();
            stack.top().isFilled = chain.toLowerCase(Locale.ROOT).contains("f");
        } else if (!keyword(chain)) {
            name(chain, from);
        }
    }

    private boolean keyword(String word) {
        boolean isPython = text.language == ProgramLanguage.PYTHON;
        switch (word) {
            case "return" -> {
                stack.top().settle();
                stack.top().returns = true;
            }
            case "await", "new", "const", "let", "var", "lambda", "yield", "with", "async", "export" ->
                stack.top().settle();
            case "typeof", "void" -> stack.top().ask();
            case "in" -> inOrOf();
            case "of" -> {
                if (isPython) {
                    return false;
                }
                inOrOf();
            }
            case "if", "not", "else", "and", "or", "is", "for", "as" -> {
                return isPython && ofPython(word);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void inOrOf() {
        if (stack.top().isLoop || stack.top().function.equals("for")) {
            stack.top().loop();
        } else {
            stack.top().compare();
        }
    }

    private boolean ofPython(String word) {
        switch (word) {
            case "if", "not" -> stack.top().ask();
            case "else", "or" -> stack.top().choose();
            case "and" -> stack.top().drop();
            case "is" -> stack.top().compare();
            case "for" -> {
                stack.top().drop();
                stack.top().isLoop = true;
            }
            default -> {
                stack.top().settle();
                as = stack.top().operand;
            }
        }
        return true;
    }

    /** What a name with its members is, as far as it is known, and what of it is called. */
    private void name(String chain, int from) {
        if (!as.isNone()) {
            variables.set(chain, as);
            as = ProgramValue.NONE;
            stack.top().drop();
            stack.endOperand();
            return;
        }
        Optional<ProgramValue> known = variables.get(chain);
        if (functions.has(chain) && text.isCalled()) {
            stack.call(chain, ProgramValue.NONE, from);
        } else if (known.isPresent()) {
            stack.operand(known.get());
        } else if (PROCESS.contains(chain)) {
            stack.operand(variables.environment());
        } else if (text.language == ProgramLanguage.JAVASCRIPT && chain.startsWith("process.env.")) {
            String[] parts = chain.split("\\.", 4);
            members(variables.environment(parts[2]), parts.length > 3 ? parts[3] : "", from);
        } else {
            int dot = chain.indexOf('.');
            Optional<ProgramValue> first = dot > 0 ? variables.get(chain.substring(0, dot)) : Optional.empty();
            if (first.isPresent()) {
                members(first.get(), chain.substring(dot + 1), from);
            } else if (text.isCalled()) {
                stack.call(chain, ProgramValue.NONE, from);
            } else {
                stack.operand(ProgramValue.of("$" + chain).named(chain));
            }
        }
    }

    /** Reads the members of the last operand, behind the dot. */
    void members(int from) {
        ProgramFrame top = stack.top();
        if (!top.last.isNone() && (ProgramText.isOfName(text.ahead(0)) || text.begins("$"))) {
            ProgramValue value = top.last;
            top.last = ProgramValue.NONE;
            members(value, text.chain(), from);
        }
    }

    /** Goes from a value to its members, of which the last may be called. */
    private void members(ProgramValue from, String chain, int place) {
        ProgramValue value = from;
        boolean isCalled = text.isCalled();
        int next = 0;
        while (next < chain.length()) {
            int dot = chain.indexOf('.', next);
            String name = chain.substring(next, dot < 0 ? chain.length() : dot);
            next = dot < 0 ? chain.length() : dot + 1;
            if (isCalled && next == chain.length()) {
                stack.call(name, value, place);
                return;
            }
            value = value.kind() == ProgramValue.Kind.ENVIRONMENT
                    ? variables.environment(name)
                    : isParsed(value) && !SIZES.contains(name.toLowerCase(Locale.ROOT))
                            ? value.as(ProgramValue.Kind.TEXT)
                            : ProgramValue.UNKNOWN;
        }
        stack.operand(value);
    }

    /** Whether members of a value are secrets, or parts of one. */
    private static boolean isParsed(ProgramValue value) {
        return value.kind() == ProgramValue.Kind.LIST
                || (value.held().isPresent() && value.held().get().form() == Form.PART);
    }
}
