package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.BuildFacts.UnpinnedVersion;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.BuildFilesReader;
import io.github.mavenhardening.core.source.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Runs the checks of a build's files where Maven builds nothing: a wrapper is one with or without a POM beside it. */
public final class BuildFilesAudit implements Audit {

    private static final String NO_POM = "there is no POM here, so that nothing was compared with a lock";

    private static final String NOT_COMPARED = "there is no POM here, so that nothing was compared with "
            + Lock.LOCATION + "; run the goal in the folder of the POM";

    private final boolean poms;
    private final List<UnpinnedVersion> unpinned;

    /** An audit of a repository that Maven does not build here: of its {@code .mvn} or Gradle's wrapper, where it has one. */
    public BuildFilesAudit() {
        this(false, List.of());
    }

    private BuildFilesAudit(boolean poms, List<UnpinnedVersion> unpinned) {
        this.poms = poms;
        this.unpinned = List.copyOf(unpinned);
    }

    /**
     * The same, with what the build said of plugins whose version it found in no POM: of these, such as the POMs still declare without
     * a version.
     */
    public static BuildFilesAudit ofPoms(List<UnpinnedVersion> unpinned) {
        return new BuildFilesAudit(true, unpinned);
    }

    @Override
    public Family family() {
        return Family.DEPENDENCIES;
    }

    @Override
    public AuditResult run(CheckContext context, Checks checks) {
        if (!poms && !configuresBuild(context.repository())) {
            return AuditResult.nothing(family(), "there is no POM here");
        }
        BuildFiles files = BuildFilesReader.read(context.repository());
        List<UnpinnedVersion> declared = new ArrayList<>();
        for (UnpinnedVersion plugin : unpinned) {
            if (!plugin.declarations(files).isEmpty()) {
                declared.add(plugin);
            }
        }
        BuildFacts facts = new BuildFacts(declared, false, Set.of(), List.of());
        BuildDescription description = new BuildDescription(files, facts, List.of(), new Origins());
        List<Finding> findings = new ArrayList<>(DependencyAudit.rules(description, context, checks));
        findings.sort(null);
        AuditResult result = new AuditResult(
                family(),
                AuditResult.Outcome.CHECKED,
                findings,
                new TreeMap<>(),
                DependencyAudit.ignores(findings, context),
                poms ? List.of() : List.of(NO_POM));
        if (!poms && context.repository().exists(Lock.LOCATION)) {
            context.gap(NOT_COMPARED);
        }
        return !poms && buildsElsewhere(context.repository()) ? result.asPart() : result;
    }

    /** Whether there is something by which Maven or Gradle builds; the plugin's own files in {@code .mvn} are none of it. */
    private static boolean configuresBuild(Repository repository) {
        return repository.exists(".mvn/wrapper")
                || repository.exists(Lock.LOCATION)
                || repository.exists("gradle/wrapper")
                || repository.filesIn(".mvn").stream().anyMatch(path -> !path.startsWith(".mvn/hardening"));
    }

    /** Whether a folder has a POM, so that this is a part of what is to be said. */
    private static boolean buildsElsewhere(Repository repository) {
        for (String file : repository.files()) {
            if (file.endsWith("/pom.xml")) {
                return true;
            }
        }
        return false;
    }
}
