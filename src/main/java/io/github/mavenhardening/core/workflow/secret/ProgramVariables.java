package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.workflow.code.NamedTexts;
import io.github.mavenhardening.core.workflow.code.ProgramLanguage;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Form;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the variables of a program, and those of its environment, hold by now. */
final class ProgramVariables {

    private static final Pattern OF_OBJECT = Pattern.compile("^(?:self|this)\\.");

    private final ProgramLanguage language;
    private final ProgramPlace place;
    /** Those that hold secrets. */
    private final NamedTexts<ProgramValue> secret;
    /** Those that were set to anything else. */
    private final Map<String, ProgramValue> others = new HashMap<>();
    /** Those of the environment as the program found them. */
    private final Map<String, ProgramValue> given = new HashMap<>();

    ProgramVariables(ProgramLanguage language, NamedTexts<ProgramValue> secret, ProgramPlace place) {
        this.language = language;
        this.secret = secret;
        this.place = place;
    }

    private String key(String name) {
        return language.ignoresCase()
                ? name.toLowerCase(Locale.ROOT)
                : OF_OBJECT.matcher(name).replaceFirst(NamedTexts.OF_OBJECT);
    }

    /** What a variable holds, if the program has set it. */
    Optional<ProgramValue> get(String name) {
        return secret.get(key(name)).or(() -> Optional.ofNullable(others.get(key(name))));
    }

    void set(String name, ProgramValue value) {
        secret.replace(key(name));
        if (value.held().isPresent()) {
            others.remove(key(name));
            secret.set(key(name), value.named(name));
        } else {
            others.put(key(name), value.named(name));
        }
    }

    /** Sets a variable to each of what a value holds. */
    void setEach(String name, ProgramValue value) {
        boolean isText = value.kind() == ProgramValue.Kind.TEXT && language != ProgramLanguage.POWERSHELL;
        boolean isAll = value.kind() == ProgramValue.Kind.ENVIRONMENT;
        set(name, isAll ? ProgramValue.UNKNOWN : isText ? value.as(Form.PART) : value);
    }

    /** What a variable of the environment holds. */
    ProgramValue environment(String name) {
        String key = "env:" + name;
        return get(key).orElseGet(() -> given.computeIfAbsent(
                key(key), any -> new ProgramValue(ProgramValue.Kind.TEXT, place.variable(name), "$" + name, key)));
    }

    /** All variables of the environment. */
    ProgramValue environment() {
        return given.computeIfAbsent(
                "", any -> new ProgramValue(ProgramValue.Kind.ENVIRONMENT, place.anyVariable(), "$", ""));
    }
}
