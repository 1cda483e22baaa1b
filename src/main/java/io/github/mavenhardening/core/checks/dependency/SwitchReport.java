package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.launch.Effect;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.Optional;

/** The findings of the switches that weaken a build's verification. */
record SwitchReport(Check check, CheckContext context) {

    /** A switch, if it weakens anything. */
    void add(Optional<Effect> effect, String what, String where, Location location) {
        if (effect.isPresent()) {
            context.report(check.at(location)
                    .severity(effect.get().severity())
                    .message(what + " in " + where + " " + effect.get().text())
                    .remedy(
                            "Remove it; if an exception is needed for a while, write it into the policy file with a reason"
                                    + " and an expiry date")
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
