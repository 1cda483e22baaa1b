package io.github.mavenhardening.core.workflow.flow;

import java.util.ArrayList;
import java.util.List;

/** What is open in a program: a call, a group, a block or a text, and what of it was read so far. */
final class ProgramFrame {

    /** What is called where a member is taken by its index. */
    static final String INDEX = "[";

    /** What ends it; empty for the program itself. */
    final String end;

    /** What is called; empty for what is none. */
    final String function;

    /** What the function is called on, or what is piped into a command. */
    final ProgramValue receiver;

    final int from;

    /** Whether it holds statements. */
    boolean isBlock;

    boolean isText;

    /** Whether values may stand in the text. */
    boolean isFilled;

    /** Whether what statements print there is kept from the log. */
    boolean isCaptured;

    ProgramValue first = ProgramValue.NONE;
    ProgramValue all = ProgramValue.NONE;
    /** The argument that is read, but for its last operand. */
    ProgramValue operand = ProgramValue.NONE;

    ProgramValue last = ProgramValue.NONE;
    /** The last argument that is a file. */
    ProgramValue file = ProgramValue.NONE;

    /** The arguments, and the names that they were given under; empty text where they are by their order. */
    final List<ProgramValue> arguments = new ArrayList<>();

    final List<String> argumentNames = new ArrayList<>();

    String lastText = "";
    private boolean isCompared;

    /** Where the statement begins; -1 before it does. */
    int start = -1;

    /** What the statement sets. */
    String target = "";

    boolean adds;

    /** Whether it is what the function brings. */
    boolean returns;

    boolean isLoop;

    /** What a statement of PowerShell runs, which takes what stands behind it, word by word. */
    String command = "";

    int commandFrom = -1;
    String parameter = "";
    String path = "";
    boolean isRedirected;
    ProgramValue input = ProgramValue.NONE;

    ProgramFrame(String end, String function, ProgramValue receiver, int from) {
        this.end = end;
        this.function = function;
        this.receiver = receiver;
        this.from = from;
    }

    /** Takes in the next operand of the argument. */
    void put(ProgramValue value) {
        settle();
        last = value;
    }

    /** Takes the last operand into the argument. */
    void settle() {
        if (!last.isNone() && !isCompared) {
            operand = operand.with(last);
        }
        last = ProgramValue.NONE;
    }

    /** What was read of the argument is only asked about: nothing of it is in what comes out. */
    void drop() {
        operand = ProgramValue.NONE;
        last = ProgramValue.NONE;
        isCompared = false;
    }

    /** The same, and what follows too. */
    void compare() {
        drop();
        ask();
    }

    /** What follows is only asked about. */
    void ask() {
        settle();
        isCompared = true;
    }

    /** What follows is another choice for the value. */
    void choose() {
        settle();
        isCompared = false;
    }

    /** Ends an argument. */
    void argument() {
        settle();
        isCompared = false;
        if (operand.isNone()) {
            return;
        }
        if (parameter.matches("-(?:filepath|path|literalpath)")) {
            path = operand.text();
        } else if (!parameter.matches("-(?:encoding|foregroundcolor|backgroundcolor|width)")) {
            first = first.isNone() ? operand : first;
            lastText = operand.text();
            arguments.add(operand);
            argumentNames.add(parameter);
            file = operand.kind() == ProgramValue.Kind.FILE ? operand : file;
            all = all.isNone() ? operand : all.with(ProgramValue.of("/")).with(operand);
        }
        parameter = "";
        operand = ProgramValue.NONE;
    }

    /** What follows belongs to a command. */
    void run(String name, int place) {
        command = name;
        commandFrom = place;
    }

    /** The variable that was read is set to each member of what follows. */
    void loop() {
        isLoop = true;
        target = last.name();
        drop();
    }

    /** Forgets the statement, or a part of its pipeline, that was read. */
    void begin() {
        drop();
        first = ProgramValue.NONE;
        all = ProgramValue.NONE;
        file = ProgramValue.NONE;
        start = -1;
        lastText = "";
        arguments.clear();
        argumentNames.clear();
        returns = false;
        command = "";
        commandFrom = -1;
        parameter = "";
        path = "";
        isRedirected = false;
        input = ProgramValue.NONE;
    }

    /** Whether nothing of the statement was read. */
    boolean isAtStart() {
        return command.isEmpty() && all.isNone() && operand.isNone() && last.isNone();
    }
}
