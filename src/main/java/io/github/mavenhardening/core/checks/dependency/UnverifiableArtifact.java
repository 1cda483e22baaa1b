package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.dependency.ArtifactText;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.finding.Element;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.launch.ExtensionsFile;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.installed.InstalledComparison;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.Map;

/** Finds artifacts that could not be compared with the lock: a file that cannot be read, a graph that cannot be determined. */
@AutoService(Check.class)
@CheckInfo(
        id = "unverifiable-artifact",
        title = "A file that the build used could not be compared with the lock",
        severity = Severity.HIGH,
        silence = CheckInfo.Silence.BY_EXCEPTION,
        sources = "https://maven.apache.org/resolver/expected-checksums.html")
public final class UnverifiableArtifact implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context) {
        for (MavenFolder folder : build.description().files().folders()) {
            extensions(folder, context);
        }
        for (InstalledComparison compared : build.installed()) {
            if (compared.isLocked() && compared.problem().isPresent()) {
                context.report(at(Location.ofFile(LockMetadata.LOCATION))
                        .message("What is installed in " + compared.folder() + " could not be compared with the lock: "
                                + compared.problem().get())
                        .remedy("Delete it and build again, which installs it once more")
                        .subject(compared.folder()));
            }
        }
        if (build.lock().isEmpty()) {
            return;
        }
        for (Map.Entry<String, LockedBuild.Present> present : build.present().entrySet()) {
            if (present.getValue().hash() instanceof HashResult.Unreadable unreadable) {
                String path = present.getKey();
                context.report(at(Location.ofFile(Lock.LOCATION))
                        .message(ArtifactText.name(build.use(path), path) + " could not be verified: "
                                + unreadable.reason() + ", file " + path)
                        .remedy("Make the file readable, or delete it and build again")
                        .subject(path)
                        .artifact(ArtifactText.reference(build.use(path), path)));
            }
        }
        for (Unresolved unresolved : build.inventory().unresolved()) {
            if (unresolved.certainty() == Certainty.POSSIBLE) {
                context.gap(unresolved.subject() + ", which the build may use, could not be verified: "
                        + unresolved.reason() + ", used by " + ArtifactText.path(unresolved.usedBy()));
                continue;
            }
            context.report(at(Location.ofFile(Lock.LOCATION))
                    .message(unresolved.subject() + " could not be verified: " + unresolved.reason() + ", used by "
                            + ArtifactText.path(unresolved.usedBy()))
                    .remedy(
                            "Build once with network access ('mvn verify' without -o), or write the version that the POM leaves"
                                    + " open, then run the check again")
                    .subject(unresolved.subject())
                    .element(Element.ofArtifact(unresolved.subject())));
        }
    }

    /** What Maven loads before it knows any project, of which nobody can say what it is. */
    private void extensions(MavenFolder folder, CheckContext context) {
        if (!folder.has(MavenFolder.EXTENSIONS)) {
            return;
        }
        try {
            ExtensionsFile.read(folder.read(MavenFolder.EXTENSIONS));
        } catch (UnreadableFileException e) {
            String path = folder.pathOf(MavenFolder.EXTENSIONS);
            context.report(at(e.location())
                    .message("The core extensions that Maven loads from " + path + " could not be verified: "
                            + e.reason())
                    .remedy("Write the file as plain XML in UTF-8, without a document type")
                    .subject(path));
        }
    }
}
