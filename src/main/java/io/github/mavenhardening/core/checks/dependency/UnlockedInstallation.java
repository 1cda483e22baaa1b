package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.installed.InstalledComparison;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.util.ArrayList;
import java.util.List;

/** A plugin installed files past Maven that the lock does not have, where it has others of the kind. */
@AutoService(Check.class)
@CheckInfo(
        id = "unlocked-installation",
        title = "A plugin installed files that are not in the lock",
        severity = Severity.HIGH,
        sources = "https://github.com/eirslett/frontend-maven-plugin/pull/1119")
public final class UnlockedInstallation implements DependencyCheck {

    private static final int NAMED = 5;

    @Override
    public void check(LockedBuild build, CheckContext context) {
        for (InstalledComparison compared : build.installed()) {
            if (!compared.unlocked().isEmpty()) {
                context.report(at(Location.ofFile(LockMetadata.LOCATION))
                        .message(message(compared))
                        .remedy(remedy(compared))
                        .subject(compared.folder()));
            } else if (!compared.isLocked() && compared.problem().isPresent()) {
                context.gap("What is installed in " + compared.folder() + " is not locked, and cannot be: "
                        + compared.problem().get());
            }
        }
    }

    private static String message(InstalledComparison compared) {
        if (!compared.isLockedHere()) {
            return compared.folder() + " is not locked for " + compared.system() + ": "
                    + Count.are(compared.unlocked().size(), "files") + " installed there";
        }
        List<String> named = new ArrayList<>();
        for (String way : compared.unlocked()
                .subList(0, Math.min(NAMED, compared.unlocked().size()))) {
            named.add(compared.pathOf(way));
        }
        int more = compared.unlocked().size() - named.size();
        return Count.are(compared.unlocked().size(), "files") + " installed in " + compared.folder()
                + " and not locked: " + String.join(", ", named) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String remedy(InstalledComparison compared) {
        if (compared.isLockedHere()) {
            return "Delete " + compared.folder()
                    + " and build again; if they are there still, and right, run 'mvn verify"
                    + " hardening:lock -Dhardening.accept=" + compared.folder() + "'";
        }
        return compared.isLocked()
                ? "Locked for " + String.join(", ", compared.lockedFor()) + ", you run " + compared.system()
                        + ": run 'mvn verify hardening:lock' there, too, and review what it adds"
                : "Run 'mvn verify hardening:lock' and review what it adds";
    }
}
