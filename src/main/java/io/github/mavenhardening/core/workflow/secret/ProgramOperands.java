package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.workflow.secret.ShownSecret.Form;

/** What an expression that is read holds by its operands so far, as far as these are of its value and not only asked about. */
final class ProgramOperands {

    private ProgramValue all = ProgramValue.NONE;
    /** All but the last. */
    private ProgramValue before = ProgramValue.NONE;

    private boolean isSpread;
    /** Whether what follows is only asked about. */
    private boolean isAsked;

    /** The variable that is set to each of what the expression holds; empty text where none is. */
    String each = "";

    /** What the expression comes to, which ends here. */
    ProgramValue value(ProgramVariables variables) {
        if (each.isEmpty()) {
            return all;
        }
        variables.setEach(each, all);
        return all.kind() == ProgramValue.Kind.TEXT ? variables.get(each).orElse(all) : all;
    }

    ProgramValue all() {
        return all;
    }

    /** Takes in the next. */
    void put(ProgramValue value) {
        boolean isPart = isSpread && value.kind() == ProgramValue.Kind.TEXT;
        before = all;
        all = isAsked ? all : all.with(isPart ? value.as(Form.PART) : value);
        isSpread = false;
    }

    /** The last only names what follows. */
    void name() {
        all = before;
        before = ProgramValue.NONE;
        isAsked = false;
    }

    /** What follows is taken apart. */
    void spread() {
        isSpread = true;
    }

    /** What was read is only asked about: nothing of it is in what comes out. */
    void drop() {
        all = ProgramValue.NONE;
        isAsked = false;
    }

    /** The same, and what follows too. */
    void compare() {
        drop();
        isAsked = true;
    }

    /** What follows is only asked about. */
    void ask() {
        isAsked = true;
    }

    /** What was read is changed by what follows, which does not become a part of it. */
    void change() {
        all = all.isNone() ? all : all.as(Form.PART);
        isAsked = true;
    }

    /** What follows is another choice for the value. */
    void choose() {
        isAsked = false;
    }
}
