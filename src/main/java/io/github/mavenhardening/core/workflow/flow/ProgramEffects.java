package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.flow.ShownSecret.Form;
import io.github.mavenhardening.core.workflow.flow.ShownSecret.Held;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What calls in a program do with secrets: they bring them, change them, show them, write them to files or mask them. */
final class ProgramEffects {

    private static final String ADD_MASK = "::add-mask::";
    /** What a line for the runner begins with. */
    private static final Pattern NAMED = Pattern.compile("\\s{0,9}([A-Za-z_][\\w-]{0,100})(?:=|<<)");

    private static final Pattern REVERSED = Pattern.compile("::-1|-1\\.\\..*", Pattern.DOTALL);

    private final ProgramText text;
    private final ProgramVariables variables;
    private final String folder;
    private final ProgramPlace place;
    private final ProgramFunctions functions;
    private final ProgramFunctions.Caller caller;
    private final boolean isOfFunction;
    /** The output or variable whose value the program writes. */
    private String written = "";
    /** What the function brings that the program is of. */
    private ProgramValue brought = ProgramValue.NONE;

    /**
     * Those of a program.
     *
     * @param isOfFunction whether it is what a function does that another program declares
     */
    ProgramEffects(
            ProgramText text,
            ProgramVariables variables,
            String folder,
            ProgramPlace place,
            ProgramFunctions functions,
            ProgramFunctions.Caller caller,
            boolean isOfFunction) {
        this.text = text;
        this.variables = variables;
        this.folder = folder;
        this.place = place;
        this.functions = functions;
        this.caller = caller;
        this.isOfFunction = isOfFunction;
    }

    ProgramValue brought() {
        return brought;
    }

    /** Takes in what the function brings that the program is of. */
    void bring(ProgramValue value) {
        brought = brought.held().isPresent() ? brought : value;
    }

    /** Takes in a value that PowerShell prints where nothing takes it: a function brings it. */
    void output(ProgramValue value, int from, int to) {
        if (isOfFunction) {
            bring(value);
        } else {
            print(value, from, to);
        }
    }

    /** What a call brings, which may show, write or mask a secret. */
    ProgramValue result(ProgramFrame frame, int end) {
        ProgramValue receiver = frame.receiver;
        ProgramValue both = receiver.with(frame.all);
        if (frame.function.equals(ProgramFrame.INDEX)) {
            return indexed(frame, end);
        }
        if (frame.all.held().isPresent()) {
            Optional<ProgramBlock> own = functions.called(frame.function);
            if (own.isPresent()) {
                return caller.called(own.get(), frame);
            }
        }
        ProgramCall call = ProgramCall.of(frame.function, frame.lastText);
        int to = Math.min(frame.from + frame.function.length(), end);
        if (receiver.kind() == ProgramValue.Kind.ENVIRONMENT) {
            if (frame.function.equals("get")) {
                return variables.environment(frame.first.text());
            }
            return call == ProgramCall.KEEPS ? both : effect(call, frame, both, to);
        }
        if (frame.all.kind() == ProgramValue.Kind.ENVIRONMENT && call != ProgramCall.PRINTS) {
            return frame.function.equals("dict")
                    ? both
                    : call == ProgramCall.KEEPS ? both.as(ProgramValue.Kind.TEXT) : ProgramValue.UNKNOWN;
        }
        return effect(call, frame, both, to);
    }

    private ProgramValue effect(ProgramCall call, ProgramFrame frame, ProgramValue both, int to) {
        ProgramValue first = frame.first;
        switch (call) {
            case PRINTS -> {
                if (!frame.file.isNone()) {
                    write(frame.file.text(), both, frame.from, to);
                } else {
                    print(both, frame.from, to);
                }
            }
            case WRITES -> {
                ProgramValue file = frame.receiver.kind() == ProgramValue.Kind.FILE ? frame.receiver : frame.file;
                if (!file.isNone()) {
                    write(file.text(), frame.all, frame.from, to);
                }
            }
            case WRITES_FILE -> write(first.text(), both, frame.from, to);
            case MASKS -> mask(first);
            case SETS_OUTPUT -> set(first.text(), frame.all, true);
            case SETS_VARIABLE -> set(first.text(), frame.all, false);
            case DELETES -> place.delete(path((first.isNone() ? frame.receiver : first).text()));
            case REVERSES -> reverse(first.name());
            case ENCODES -> {
                return both.as(Form.ENCODED).as(ProgramValue.Kind.TEXT);
            }
            case CHANGES -> {
                return part(frame.receiver);
            }
            case TAKES_PART -> {
                return part(both);
            }
            case KEEPS -> {
                return both.as(both.kind() == ProgramValue.Kind.FILE ? both.kind() : ProgramValue.Kind.TEXT);
            }
            case READS_VARIABLE -> {
                return variables.environment(first.text());
            }
            case OPENS -> {
                return first.as(ProgramValue.Kind.FILE);
            }
            case READS_FILE -> {
                return ProgramValue.of(place.file(path((first.isNone() ? frame.receiver : first).text())));
            }
            case OTHER -> {
                return ProgramValue.UNKNOWN;
            }
        }
        return ProgramValue.UNKNOWN;
    }

    /** What is left of a value in part; the members of a list stay as they are. */
    private static ProgramValue part(ProgramValue value) {
        return (value.kind() == ProgramValue.Kind.LIST ? value : value.as(Form.PART)).as(ProgramValue.Kind.TEXT);
    }

    private ProgramValue indexed(ProgramFrame frame, int end) {
        if (frame.receiver.kind() == ProgramValue.Kind.ENVIRONMENT) {
            return variables.environment(frame.first.text());
        }
        if (frame.receiver.kind() == ProgramValue.Kind.LIST) {
            return frame.receiver.as(ProgramValue.Kind.TEXT);
        }
        String index = text.code
                .substring(Math.min(frame.from + 1, end), Math.min(end, frame.from + 20))
                .strip();
        return frame.receiver.as(REVERSED.matcher(index).matches() ? Form.ENCODED : Form.PART);
    }

    /** Takes in that the program prints a value. */
    void print(ProgramValue value, int from, int to) {
        if (value.held().isEmpty()) {
            return;
        }
        if (value.text().startsWith(ADD_MASK)) {
            mask(value);
        } else {
            place.print(value.held().get(), from, to);
        }
    }

    /** From now on the runner masks what a variable holds as it masks a secret. */
    private void mask(ProgramValue value) {
        if (value.held().isPresent() && !value.name().isEmpty()) {
            place.mask(value.held().get());
            Held whole = new Held(value.held().get().secret(), Form.WHOLE);
            variables.set(value.name(), new ProgramValue(value.kind(), Optional.of(whole), "$", value.name()));
        }
    }

    /** Turns what a variable holds around. */
    private void reverse(String name) {
        Optional<ProgramValue> value = variables.get(name);
        if (value.isPresent()) {
            variables.set(name, value.get().as(Form.ENCODED));
        }
    }

    /** Takes in that it writes a value to a file. */
    void write(String file, ProgramValue value, int from, int to) {
        boolean isRunners = file.startsWith("$GITHUB_") && !file.startsWith("$GITHUB_WORKSPACE");
        boolean isOutput = file.equals("$GITHUB_OUTPUT");
        if (isOutput || file.equals("$GITHUB_ENV")) {
            Matcher named = NAMED.matcher(value.text());
            // A value may begin in a line of its own.
            written = named.lookingAt() ? named.group(1) : written;
            set(written, value, isOutput);
            return;
        }
        if (value.held().isEmpty() || file.startsWith("/dev/")) {
            return;
        }
        if (file.equals("$GITHUB_STEP_SUMMARY")) {
            place.print(value.held().get(), from, to);
        } else if (!isRunners) {
            place.write(path(file), value.held().get(), from, to);
        }
    }

    private void set(String name, ProgramValue value, boolean isOutput) {
        if (value.held().isEmpty() || name.isEmpty()) {
            return;
        }
        if (isOutput) {
            place.setOutput(name, value.held().get());
        } else {
            place.setVariable(name, value.held().get());
        }
    }

    private String path(String file) {
        return WorkPath.within(folder, text.language == ProgramLanguage.POWERSHELL ? file.replace('\\', '/') : file);
    }
}
