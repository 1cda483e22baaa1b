package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.launch.Effect;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.Optional;

/** The findings of the switches that weaken a build's verification. */
record SwitchReport(Check check, CheckContext context) {

    private static final String REMEDY =
            "Remove it; if an exception is needed for a while, write it into the policy file with a"
                    + " reason and an expiry date";

    /** A switch, if it weakens anything. */
    void add(Optional<Effect> effect, String what, String where, Location location) {
        add(effect, what, where, location, REMEDY);
    }

    /** The same with something else to do than to remove it. */
    void add(Optional<Effect> effect, String what, String where, Location location, String remedy) {
        if (effect.isPresent()) {
            context.report(check.at(location)
                    .severity(effect.get().severity())
                    .message(what + " in " + where + " " + effect.get().text())
                    .remedy(remedy)
                    .subject(where + ' ' + what));
        }
    }

    /** A file that Maven reads and we cannot. */
    void unreadable(String path, UnreadableFileException e) {
        context.report(check.at(e.location())
                .message(path + " cannot be read, so it is not known what it switches off: " + e.reason())
                .remedy("Restore the file from version control, as plain UTF-8 text")
                .subject(path));
    }
}
