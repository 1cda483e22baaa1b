package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.audit.AuditResult;
import io.github.mavenhardening.core.audit.SecurityInsightsAudit;
import io.github.mavenhardening.core.audit.WorkflowAudit;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.maven.dependency.DependencyVerification;
import io.github.mavenhardening.maven.session.ProjectFactsReader;
import io.github.mavenhardening.maven.session.SessionState;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** Looks at a family from within a build: at the repository's once a session, at what the build used module by module. */
final class FamilyAudits {

    private final RepositorySystem system;
    private final MavenSession session;
    private final MavenProject project;
    private final Plugin caller;
    private final Path root;

    /**
     * As seen from one module.
     *
     * @param project the module; a stand-in without a file where there is no POM
     * @param caller this plugin, as the module has it
     */
    FamilyAudits(RepositorySystem system, MavenSession session, MavenProject project, Plugin caller, Path root) {
        this.system = system;
        this.session = session;
        this.project = project;
        this.caller = caller;
        this.root = root;
    }

    /** Leaves the family's audit in the state, as far as the session has come. */
    void look(Family family, Hardening hardening, SessionState state) {
        switch (family) {
            case WORKFLOWS -> state.auditOnce(family, () -> hardening.audit(new WorkflowAudit()));
            case SECURITY_INSIGHTS ->
                state.auditOnce(
                        family, () -> hardening.audit(new SecurityInsightsAudit(ProjectFactsReader.of(session, root))));
            case DEPENDENCIES -> state.auditGrew(family, dependencies(hardening, state));
        }
    }

    private AuditResult dependencies(Hardening hardening, SessionState state) {
        if (project == null || project.getFile() == null) {
            return AuditResult.nothing(Family.DEPENDENCIES, "there is no POM here");
        }
        return state.shared(DependencyVerification.class, () -> new DependencyVerification(system, session, root))
                .verify(project, caller, hardening.context(), hardening.checks());
    }
}
