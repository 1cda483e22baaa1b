package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.dependency.ArtifactText;
import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The build used a file that nobody has locked: its bytes could be anything. */
@AutoService(Check.class)
@CheckInfo(
        id = "unlocked-artifact",
        title = "A file that the build used is not in the lock",
        severity = Severity.HIGH,
        sources = "https://maven.apache.org/resolver/expected-checksums.html")
public final class UnlockedArtifact implements DependencyCheck {

    /** The beginning of a system's name in a classifier. */
    private static final Pattern SYSTEM = Pattern.compile("(linux|osx|windows)-");

    @Override
    public void check(LockedBuild build, CheckContext context) {
        if (build.lock().isEmpty()) {
            return;
        }
        Lock lock = build.lock().get();
        for (UsedArtifact use : build.inventory().artifacts().values()) {
            if (use.certainty() == UsedArtifact.Certainty.USED
                    && lock.find(use.path()).isEmpty()) {
                report(use, remedy(use, lock, build), context);
            }
        }
    }

    /** What to run, and where: a lock is the union of what each kind of build needs. */
    private static String remedy(UsedArtifact use, Lock lock, LockedBuild build) {
        if (use.usedBy().contains(UsedArtifact.IN_PLACE_OF_A_MODULE)) {
            return "Find out who published it, delete it from the local repository, and build the module along ('-am') or"
                    + " run 'mvn install' at the repository's root first";
        }
        BuildFacts facts = build.description().facts();
        Coordinates file = use.coordinates().orElse(null);
        if (file != null
                && !facts.platform().isEmpty()
                && file.classifier().contains(facts.platform())
                && isLockedForOthers(file, lock)) {
            return "The lock has this artifact for other systems: run 'mvn hardening:lock -Dhardening.platforms="
                    + facts.platform() + "' on one of them, or 'mvn verify hardening:lock' on this one, and review what"
                    + " it adds";
        }
        SortedSet<String> made = new TreeSet<>(build.metadata().known().environments());
        // What was worked out for Mavens that did not run says nothing of where somebody has locked.
        made.removeIf(environment -> environment.startsWith(BuildFacts.OTHER_MAVENS));
        if (!made.isEmpty() && !facts.environment().isEmpty() && !made.contains(facts.environment())) {
            return "Locked on " + String.join("; ", made) + ", you run " + facts.environment()
                    + ": run 'mvn verify hardening:lock' there, too, and review what it adds";
        }
        if (use.usedBy().contains(UsedArtifact.WHILE_BUILDING)) {
            return "Run 'mvn verify hardening:lock', as only a build tells what its goals resolve, and review what it adds";
        }
        return "Run 'mvn hardening:lock' (or 'mvn verify hardening:lock') and review what it adds";
    }

    private static boolean isLockedForOthers(Coordinates file, Lock lock) {
        String path = file.layoutPath();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        for (String other : lock.entries().tailMap(folder).keySet()) {
            if (!other.startsWith(folder)) {
                return false;
            }
            Optional<Coordinates> coordinates = Coordinates.ofLayoutPath(other);
            if (coordinates.isPresent()
                    && SYSTEM.matcher(coordinates.get().classifier()).find()) {
                return true;
            }
        }
        return false;
    }

    private void report(UsedArtifact use, String remedy, CheckContext context) {
        Optional<UsedArtifact> known = Optional.of(use);
        context.report(at(Location.ofFile(Lock.LOCATION))
                .message(ArtifactText.name(known, use.path()) + " is not locked: file " + use.path() + ", from "
                        + use.origin().map(id -> "repository " + id).orElse("unknown repository") + ", used by "
                        + ArtifactText.usedBy(known))
                .remedy(remedy)
                .subject(use.path())
                .artifact(ArtifactText.reference(known, use.path())));
    }
}
