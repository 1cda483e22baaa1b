package io.github.mavenhardening.core.workflow.secret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a call of a program is given, and what it is called on, or what is piped into it. */
final class GivenValues {

    private static final Pattern PATH = Pattern.compile("-(?:filepath|path|literalpath)");
    /** What says how something is shown or written. */
    private static final Pattern NO_VALUE = Pattern.compile("-(?:encoding|foregroundcolor|backgroundcolor|width)");

    private final List<ProgramValue> values = new ArrayList<>();
    /** The names that they were given under; empty text where they are by their order. */
    private final List<String> names = new ArrayList<>();

    private ProgramValue path = ProgramValue.NONE;
    private ProgramValue all = ProgramValue.NONE;
    /** The last that is a file. */
    private ProgramValue file = ProgramValue.NONE;

    ProgramValue receiver = ProgramValue.NONE;

    /** Takes in the next, if there is one. */
    void add(ProgramValue value, String name) {
        if (value.isNone() || NO_VALUE.matcher(name).matches()) {
            return;
        }
        if (PATH.matcher(name).matches()) {
            path = value;
            return;
        }
        values.add(value);
        names.add(name);
        file = value.kind() == ProgramValue.Kind.FILE ? value : file;
        all = all.isNone() ? value : all.with(ProgramValue.of("/")).with(value);
    }

    ProgramValue all() {
        return all;
    }

    /** The first, or the path that it is given by its name. */
    ProgramValue first() {
        return !path.isNone() || values.isEmpty() ? path : values.get(0);
    }

    ProgramValue file() {
        return file;
    }

    String lastText() {
        return values.isEmpty() ? "" : values.get(values.size() - 1).text();
    }

    /** What the parameters of a function get, by their names or their places. */
    Map<String, ProgramValue> by(List<String> parameters) {
        Map<String, ProgramValue> given = new HashMap<>();
        int place = 0;
        for (int i = 0; i < values.size(); i++) {
            String name = names.get(i).replaceFirst("^-", "");
            if (parameters.contains(name)) {
                given.put(name, values.get(i));
            } else if (name.isEmpty() && place < parameters.size()) {
                given.put(parameters.get(place++), values.get(i));
            }
        }
        return given;
    }
}
