package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.dependency.ArtifactText;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.WellKnownArtifacts;
import io.github.mavenhardening.core.dependency.WellKnownArtifacts.Likeness;
import io.github.mavenhardening.core.dependency.WellKnownArtifacts.Lookalike;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.pom.Declaration;
import io.github.mavenhardening.core.pom.Pom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds artifacts that could be mistaken for a well-known one: a misspelling in a POM is a download of somebody else's code. */
@AutoService(Check.class)
@CheckInfo(
        id = "lookalike-artifact",
        title = "An artifact looks like a well-known one of another publisher",
        severity = Severity.HIGH,
        confidence = Confidence.MEDIUM,
        sources = {
            "https://slsa.dev/spec/v1.0/threats",
            "https://cheatsheetseries.owasp.org/cheatsheets/Software_Supply_Chain_Security_Cheat_Sheet.html"
        })
public final class LookalikeArtifact implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context) {
        WellKnownArtifacts known = WellKnownArtifacts.table();
        // A jar, its POM and its other versions are one artifact.
        SortedMap<String, String> paths = pathsByArtifact(build);
        for (Map.Entry<String, Declaration> artifact :
                declared(build, paths.keySet()).entrySet()) {
            String name = artifact.getKey();
            int colon = name.indexOf(':');
            Optional<Lookalike> lookalike = known.imitatedBy(name.substring(0, colon), name.substring(colon + 1));
            // What is only a little alike by its artifactId counts where it is used.
            if (lookalike.isPresent() && lookalike.get().likeness() != Likeness.LIKE_ARTIFACT) {
                report(name, artifact.getValue(), lookalike.get(), context);
            }
        }
        for (Map.Entry<String, String> artifact : paths.entrySet()) {
            String name = artifact.getKey();
            int colon = name.indexOf(':');
            Optional<Lookalike> lookalike = known.imitatedBy(name.substring(0, colon), name.substring(colon + 1));
            if (lookalike.isPresent()) {
                report(name, artifact.getValue(), lookalike.get(), build, context);
            }
        }
    }

    /** The names of what POMs declare and this run of Maven neither used nor found, each with its declaration. */
    private static SortedMap<String, Declaration> declared(LockedBuild build, Set<String> used) {
        SortedMap<String, Declaration> declared = new TreeMap<>();
        if (build.extent() == LockedBuild.Extent.ADDITION) {
            return declared; // Silent: no module adds to what the checkout's POMs declare.
        }
        for (Declaration declaration : build.description().files().declarations()) {
            String name = declaration.key();
            if (!used.contains(name) && !name.contains("${")) {
                declared.putIfAbsent(name, declaration);
            }
        }
        // What the checkout builds itself is nobody else's.
        for (Pom pom : build.description().files().poms()) {
            declared.remove(pom.key());
        }
        return declared;
    }

    private static SortedMap<String, String> pathsByArtifact(LockedBuild build) {
        SortedMap<String, String> paths = new TreeMap<>();
        for (UsedArtifact use : build.inventory().artifacts().values()) {
            put(use.coordinates(), use.path(), paths);
        }
        for (String path : build.lock().orElse(Lock.empty()).entries().keySet()) {
            if (!build.inventory().artifacts().containsKey(path)) {
                put(LockPath.coordinatesOf(path), path, paths);
            }
        }
        return paths;
    }

    private static void put(Optional<Coordinates> coordinates, String path, SortedMap<String, String> paths) {
        if (coordinates.isPresent()) {
            paths.putIfAbsent(
                    coordinates.get().groupId() + ':' + coordinates.get().artifactId(), path);
        }
    }

    private void report(String name, String path, Lookalike lookalike, LockedBuild build, CheckContext context) {
        Optional<UsedArtifact> use = build.use(path);
        List<Declaration> declared = build.description().files().declared(name);
        // Who names an artifact may misspell it; what others name comes with them, predecessors that nobody remembers
        // among it.
        boolean vague = lookalike.likeness() == Likeness.LIKE_ARTIFACT || declared.isEmpty();
        context.report(
                at(declared.isEmpty() ? placeOf(path, build) : declared.get(0).location())
                        .confidence(vague ? Confidence.LOW : Confidence.MEDIUM)
                        .message(name + ' ' + lookalike.text() + "; used by " + ArtifactText.usedBy(use))
                        .remedy(remedy(name))
                        .subject(name)
                        .artifact(ArtifactText.reference(use, path)));
    }

    private void report(String name, Declaration declared, Lookalike lookalike, CheckContext context) {
        context.report(at(declared.location())
                .message(name + ' ' + lookalike.text() + "; declared, but not used by what Maven ran")
                .remedy(remedy(name))
                .subject(name));
    }

    private static String remedy(String name) {
        return "Use the well-known artifact if that is meant; else make sure that you trust the publisher of " + name
                + ", and suppress this finding with the reason";
    }

    private static Location placeOf(String path, LockedBuild build) {
        Optional<LockEntry> entry = build.lock().flatMap(lock -> lock.find(path));
        return entry.isPresent() ? LockedBuild.locationOf(entry.get()) : Location.ofRepository();
    }
}
