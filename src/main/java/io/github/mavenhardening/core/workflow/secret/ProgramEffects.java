package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.code.ProgramLanguage;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Form;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Held;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What calls in a program do with secrets: they bring them, change them, show them, write them to files or mask them. */
final class ProgramEffects {

    private static final String ADD_MASK = "::add-mask::";
    /** What a line for the runner begins with. */
    private static final Pattern NAMED = Pattern.compile("\\s{0,9}([A-Za-z_][\\w-]{0,100})(?:=|<<)");

    private static final Pattern REVERSED = Pattern.compile("::-1|-1\\.\\..*", Pattern.DOTALL);

    private final ProgramLanguage language;
    private final ProgramVariables variables;
    private final String folder;
    private final ProgramPlace place;
    private final OwnFunctions own;

    /** The output or variable whose value the program writes. */
    private String written = "";
    /** The functions that a program declares. */
    interface OwnFunctions {

        boolean has(String name);

        /** Whether it is what an object does. */
        boolean isMethod(String name);

        /** What one of them brings that is called; empty where nothing is known of it. */
        Optional<ProgramValue> called(String name, GivenValues given);
    }

    ProgramEffects(
            ProgramLanguage language, ProgramVariables variables, String folder, ProgramPlace place, OwnFunctions own) {
        this.language = language;
        this.variables = variables;
        this.folder = folder;
        this.place = place;
        this.own = own;
    }

    /** Whether the program declares a function of that name, which an object may have. */
    boolean isOwn(String function) {
        return own.has(ofObject(function));
    }

    private String ofObject(String function) {
        String last = function.substring(function.lastIndexOf('.') + 1);
        boolean isOfObject = function.matches("(?:self|this)\\.\\w{1,100}") || own.isMethod(last);
        return isOfObject ? last : function;
    }

    /** What a call brings, which stands from one place to another, and may show, write or mask a secret. */
    ProgramValue result(String function, GivenValues given, int from, int to) {
        ProgramValue receiver = given.receiver;
        ProgramValue both = receiver.with(given.all());
        if (isOwn(function)) {
            Optional<ProgramValue> brought = own.called(ofObject(function), given);
            if (brought.isPresent()) {
                return brought.get();
            }
        }
        ProgramCall called = ProgramCall.of(function, given.lastText());
        // A function of no object changes what it is given.
        boolean isPlain = receiver.isNone() && function.indexOf('.') < 0;
        ProgramCall call = called == ProgramCall.CHANGES && isPlain ? ProgramCall.TAKES_PART : called;
        if (receiver.kind() == ProgramValue.Kind.ENVIRONMENT) {
            if (function.equals("get") || function.equals("fetch")) {
                return variables.environment(given.first().text());
            }
            return call == ProgramCall.KEEPS ? both : effect(call, given, both, from, to);
        }
        if (given.all().kind() == ProgramValue.Kind.ENVIRONMENT && call != ProgramCall.PRINTS) {
            return function.equals("dict")
                    ? both
                    : call == ProgramCall.KEEPS ? both.as(ProgramValue.Kind.TEXT) : ProgramValue.UNKNOWN;
        }
        return effect(call, given, both, from, to);
    }

    private ProgramValue effect(ProgramCall call, GivenValues given, ProgramValue both, int from, int to) {
        ProgramValue first = given.first();
        switch (call) {
            case PRINTS -> {
                if (!given.file().isNone()) {
                    write(given.file().text(), both, from, to);
                } else {
                    print(both, from, to);
                }
            }
            case WRITES -> {
                ProgramValue file = given.receiver.kind() == ProgramValue.Kind.FILE ? given.receiver : given.file();
                if (!file.isNone()) {
                    write(file.text(), given.all(), from, to);
                }
            }
            case WRITES_FILE -> write(first.text(), both, from, to);
            case MASKS -> mask(first);
            case SETS_OUTPUT -> set(first.text(), given.all(), true);
            case SETS_VARIABLE -> set(first.text(), given.all(), false);
            case DELETES -> place.delete(path((first.isNone() ? given.receiver : first).text()));
            case REVERSES -> reverse(first.name());
            case ENCODES -> {
                return both.as(Form.ENCODED).as(ProgramValue.Kind.TEXT);
            }
            case CHANGES -> {
                return part(given.receiver);
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
                return ProgramValue.of(place.file(path((first.isNone() ? given.receiver : first).text())));
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

    /** What stands at an index of a value, or between two. */
    ProgramValue indexed(ProgramValue value, ProgramValue index, String written) {
        return switch (value.kind()) {
            // Perl takes a name in braces for its text.
            case ENVIRONMENT ->
                variables.environment(index.text().replaceFirst(language == ProgramLanguage.PERL ? "^\\$" : "^$", ""));
            case LIST -> value.as(ProgramValue.Kind.TEXT);
            default -> value.as(REVERSED.matcher(written.strip()).matches() ? Form.ENCODED : Form.PART);
        };
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
        return WorkPath.within(folder, language == ProgramLanguage.POWERSHELL ? file.replace('\\', '/') : file);
    }
}
