package io.github.mavenhardening.core.workflow.flow;

/** Reads operators: what they leave of the values around them, and where they end an argument or a statement. */
final class ProgramOperators {

    private static final String[] OPERATORS = {
        "===", "!==", "...", "==", "!=", "<=", ">=", "=>", "+=", "&&", "||", "??", "?.", ">>", "::", ":="
    };

    private final ProgramText text;
    private final ProgramStack stack;
    private final ProgramNames names;
    private final ProgramStatements statements;

    ProgramOperators(ProgramText text, ProgramStack stack, ProgramNames names, ProgramStatements statements) {
        this.text = text;
        this.stack = stack;
        this.names = names;
        this.statements = statements;
    }

    /** Reads the operator, or any other sign, that stands here. */
    void read() {
        int from = text.at;
        String operator = operator();
        text.at += operator.length();
        ProgramFrame top = stack.top();
        if (text.language == ProgramLanguage.POWERSHELL && ofPowerShell(operator, from)) {
            return;
        }
        switch (operator) {
            case ".", "?.", "::" -> names.members(from);
            case "=", "+=", ":=" -> set(operator.equals("+="));
            case "==", "===", "!=", "!==", "<", "<=", ">", ">=", ">>" -> top.compare();
            case "?", "&&", "=>" -> top.drop();
            case "!" -> top.ask();
            case "||", "??" -> top.choose();
            case ":" -> colon();
            case ";" -> {
                if (top.isBlock) {
                    statements.end();
                } else {
                    top.argument();
                }
            }
            case "," -> {
                if (top.isBlock) {
                    top.choose();
                } else {
                    top.argument();
                }
            }
            case "/" -> top.put(ProgramValue.of("/"));
            default -> top.settle();
        }
    }

    private String operator() {
        for (String each : OPERATORS) {
            if (text.begins(each)) {
                return each;
            }
        }
        return String.valueOf(text.ahead(0));
    }

    /** Reads what means something else in PowerShell. */
    private boolean ofPowerShell(String operator, int from) {
        ProgramFrame top = stack.top();
        switch (operator) {
            case ">", ">>" -> statements.redirect();
            case "|" -> statements.pipe();
            case "%", "&" -> {
                if (!top.isAtStart()) {
                    return false;
                }
                top.run(operator.equals("%") ? "foreach-object" : operator, from);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void colon() {
        ProgramFrame top = stack.top();
        boolean isPython = text.language == ProgramLanguage.PYTHON;
        if (isPython && stack.isInText()) {
            // What follows is how the text shows the value.
            while (text.ahead(0) != '}' && text.ahead(0) != '\n') {
                text.at++;
            }
        } else if (isPython && top.isBlock && (top.isLoop || !top.operand.isNone() || !isAnnotated())) {
            statements.end();
        } else {
            top.choose();
        }
    }

    /** Whether a type follows, behind the name of a variable that is set. */
    private boolean isAnnotated() {
        ProgramFrame top = stack.top();
        if (top.last.name().isEmpty() || !text.begins(" ")) {
            return false;
        }
        top.target = top.last.name();
        top.drop();
        return true;
    }

    private void set(boolean adds) {
        ProgramFrame top = stack.top();
        if (top.function.isEmpty()) {
            String name = top.last.name().isEmpty() ? "=" : top.last.name();
            top.target = top.target.isEmpty() ? name : top.target;
            top.adds = adds;
        }
        top.drop();
    }
}
