package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.BuildFilesReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Runs the checks of a build's files where Maven builds nothing: a wrapper is one with or without a POM beside it. */
public final class BuildFilesAudit implements Audit {

    private static final String NO_POM = "there is no POM here, so that nothing was compared with a lock";

    private final boolean poms;

    /** An audit of a repository that Maven does not build here: of its {@code .mvn}, where it has one. */
    public BuildFilesAudit() {
        this(false);
    }

    private BuildFilesAudit(boolean poms) {
        this.poms = poms;
    }

    /** An audit of a build's files without the build, POMs included. */
    public static BuildFilesAudit ofPoms() {
        return new BuildFilesAudit(true);
    }

    @Override
    public Family family() {
        return Family.DEPENDENCIES;
    }

    @Override
    public AuditResult run(CheckContext context, Checks checks) {
        if (!poms && !context.repository().exists(".mvn")) {
            return AuditResult.nothing(family(), "there is no POM here");
        }
        BuildFiles files = BuildFilesReader.read(context.repository(), List.of());
        BuildDescription description = new BuildDescription(files, BuildFacts.none(), List.of(), new Origins());
        List<Finding> findings = new ArrayList<>(DependencyAudit.rules(description, context, checks));
        findings.sort(null);
        return new AuditResult(
                family(),
                AuditResult.Outcome.CHECKED,
                findings,
                new TreeMap<>(),
                DependencyAudit.ignores(findings, context),
                poms ? List.of() : List.of(NO_POM));
    }
}
