package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.dependency.ArtifactText;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.Declaration;
import io.github.mavenhardening.core.pom.Pom;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The build used a snapshot of somebody else's: bytes that are replaced under the same version. */
@AutoService(Check.class)
@CheckInfo(
        id = "snapshot-dependency",
        title = "A dependency is a snapshot of another build",
        severity = Severity.HIGH,
        sources = {
            "https://maven.apache.org/guides/getting-started/index.html#What_is_a_SNAPSHOT_version",
            "https://maven.apache.org/enforcer/enforcer-rules/requireReleaseDeps.html"
        })
public final class SnapshotDependency implements DependencyCheck {

    private static final String SNAPSHOT = "-SNAPSHOT";

    @Override
    public void check(LockedBuild build, CheckContext context) {
        SortedMap<String, UsedArtifact> snapshots = new TreeMap<>();
        for (UsedArtifact use : build.inventory().artifacts().values()) {
            Optional<Coordinates> coordinates = use.coordinates();
            if (use.certainty() == UsedArtifact.Certainty.USED
                    && coordinates.isPresent()
                    && coordinates.get().baseVersion().endsWith(SNAPSHOT)) {
                // A jar and its POM are one snapshot.
                snapshots.putIfAbsent(coordinates.get().gav(), use);
            }
        }
        for (Map.Entry<String, UsedArtifact> snapshot : snapshots.entrySet()) {
            report(snapshot.getKey(), snapshot.getValue(), build, context);
        }
        declared(build.description().files(), snapshots.keySet(), context);
    }

    /** Plugins that POMs declare and that this run of Maven had no reason to look for. */
    private void declared(BuildFiles files, Set<String> found, CheckContext context) {
        Set<String> known = new HashSet<>();
        for (String gav : found) {
            known.add(gav.substring(0, gav.lastIndexOf(':')));
        }
        for (Pom pom : files.poms()) {
            known.add(pom.key());
        }
        for (Declaration plugin : files.declarations()) {
            Optional<XmlElement> version = plugin.version();
            String value = version.isPresent()
                    ? plugin.pom().resolve(version.get().text()).value()
                    : "";
            // What has the project's own version comes with it.
            if (plugin.kind() == Declaration.Kind.PLUGIN
                    && !value.equals(plugin.pom().resolve("${project.version}").value())
                    && value.endsWith(SNAPSHOT)
                    && !value.contains("${")
                    && known.add(plugin.key())) {
                String gav = plugin.key() + ':' + value;
                context.report(at(plugin.location())
                        .message("The plugin " + gav
                                + " is a snapshot that this build does not produce: its bytes change"
                                + " under the same version")
                        .remedy("Use a release, or build the snapshot in the same reactor")
                        .subject(gav));
            }
        }
    }

    private void report(String gav, UsedArtifact use, LockedBuild build, CheckContext context) {
        String key = gav.substring(0, gav.lastIndexOf(':'));
        List<Declaration> declared = build.description().files().declared(key);
        Location location =
                declared.isEmpty() ? Location.ofRepository() : declared.get(0).location();
        context.report(at(location)
                .message(gav + " is a snapshot that this build does not produce: its bytes change under the same"
                        + " version; used by " + ArtifactText.path(use.usedBy()))
                .remedy("Use a release, or build the snapshot in the same reactor")
                .subject(gav)
                .artifact(ArtifactText.reference(Optional.of(use), use.path())));
    }
}
