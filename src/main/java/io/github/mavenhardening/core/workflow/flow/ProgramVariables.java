package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.flow.ShownSecret.Form;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the variables of a program, and those of its environment, hold by now. */
final class ProgramVariables {

    private static final Pattern UNPACKED =
            Pattern.compile("\\{([\\w\\s,:$]{1,400})\\}\\s{0,9}=\\s{0,9}process\\.env\\b(?!\\.)");

    private final ProgramLanguage language;
    private final ProgramPlace place;
    private final Map<String, ProgramValue> names = new HashMap<>();
    private Optional<ProgramValue> all = Optional.empty();

    ProgramVariables(ProgramLanguage language, ProgramPlace place) {
        this.language = language;
        this.place = place;
    }

    /** Takes in the variables that JavaScript takes out of the environment by their names. */
    void unpack(String code) {
        Matcher unpacked = UNPACKED.matcher(language == ProgramLanguage.JAVASCRIPT ? code : "");
        while (unpacked.find()) {
            for (String part : unpacked.group(1).split(",", -1)) {
                String[] both = part.split(":", 2);
                set(both[both.length - 1].strip(), environment(both[0].strip()));
            }
        }
    }

    /** What a variable holds, if the program has set it. */
    Optional<ProgramValue> get(String name) {
        return Optional.ofNullable(names.get(name));
    }

    void set(String name, ProgramValue value) {
        names.put(name, value.named(name));
    }

    /** Sets what a statement sets. */
    void set(ProgramFrame frame, ProgramValue value) {
        if (frame.target.isEmpty()) {
            return;
        }
        boolean isAll = value.kind() == ProgramValue.Kind.ENVIRONMENT;
        boolean isText = value.kind() == ProgramValue.Kind.TEXT && language != ProgramLanguage.POWERSHELL;
        ProgramValue set = !frame.isLoop ? value : isAll ? ProgramValue.UNKNOWN : isText ? value.as(Form.PART) : value;
        ProgramValue known = frame.adds ? names.get(frame.target) : null;
        set(frame.target, known == null ? set : known.with(set));
        frame.target = "";
        frame.adds = false;
    }

    /** What a variable of the environment holds. */
    ProgramValue environment(String name) {
        String key = "env:" + (language == ProgramLanguage.POWERSHELL ? name.toLowerCase(Locale.ROOT) : name);
        ProgramValue known = names.get(key);
        if (known == null) {
            known = new ProgramValue(ProgramValue.Kind.TEXT, place.variable(name), "$" + name, key);
            names.put(key, known);
        }
        return known;
    }

    /** All variables of the environment. */
    ProgramValue environment() {
        if (all.isEmpty()) {
            all = Optional.of(new ProgramValue(ProgramValue.Kind.ENVIRONMENT, place.anyVariable(), "$", ""));
        }
        return all.get();
    }
}
