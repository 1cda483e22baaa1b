package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.LockState;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.MetadataState;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.lock.LockFile;
import io.github.mavenhardening.core.pom.BuildFilesReader;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * The dependency audit as far as it goes without Maven: the build's own files and the lock, of a build that used nothing yet.
 *
 * @param root the checkout
 */
public record FilesOfTheBuild(Path root) implements Audit {

    @Override
    public Family family() {
        return Family.DEPENDENCIES;
    }

    @Override
    public AuditResult run(CheckContext context, Checks checks) {
        BuildDescription description = new BuildDescription(
                BuildFilesReader.read(context.repository()), BuildFacts.none(), List.of(), new Origins());
        LockedBuild build = new LockedBuild(
                LockState.of(new LockFile(root)),
                MetadataState.of(root, (range, version) -> true),
                Inventory.of(List.of(), List.of()),
                new TreeMap<>(),
                description,
                LockedBuild.Extent.PART);
        return new DependencyAudit(build, DependencyAudit.rules(description, context, checks), List.of())
                .run(context, checks);
    }
}
