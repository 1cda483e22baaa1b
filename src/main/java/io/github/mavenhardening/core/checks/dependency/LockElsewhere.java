package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.lock.Lock;

/** One lock and one policy hold for a checkout, those at its root: others look as if they did, and do nothing. */
final class LockElsewhere {

    private static final String LOCK = Lock.LOCATION.substring(".mvn/".length());
    private static final String POLICY = "hardening.yml";

    private final Check check;

    LockElsewhere(Check check) {
        this.check = check;
    }

    void check(BuildDescription build, CheckContext context) {
        for (MavenFolder folder : build.files().folders()) {
            if (folder.isNestedRepository()) {
                // Silent: the lock and policy of a submodule hold for builds that start in it.
                continue;
            }
            if (!folder.path().isEmpty() && folder.has(LOCK)) {
                context.report(check.at(Location.ofFile(folder.pathOf(LOCK)))
                        .message(folder.pathOf(LOCK)
                                + " is never compared with anything: the lock of a checkout is " + Lock.LOCATION
                                + " at its root")
                        .remedy(
                                "Remove it and run 'mvn hardening:lock', which adds what this build uses to the lock at the"
                                        + " root")
                        .subject(folder.pathOf(LOCK)));
            }
            if (!folder.path().isEmpty() && folder.has(POLICY)) {
                context.gap(folder.pathOf(POLICY) + " was not read: the policy of a checkout is at its root");
            }
        }
    }
}
