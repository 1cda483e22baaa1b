package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.run.Audit;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.maven.session.ProjectFactsReader;
import io.github.mavenhardening.maven.session.SessionState;
import io.github.mavenhardening.maven.verify.DependencyVerification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** The audits of each family within a build: at the repository's once a session, at what the build used module by module. */
final class FamilyAudits {

    private final RepositorySystem system;
    private final MavenSession session;
    private final MavenProject project;
    private final Plugin caller;
    private final Path root;
    private final boolean scorecard;

    /**
     * As seen from one module.
     *
     * @param project the module; a stand-in without a file where there is no POM
     * @param caller this plugin, as the module has it
     * @param scorecard whether to estimate OpenSSF Scorecard's values
     */
    FamilyAudits(
            RepositorySystem system,
            MavenSession session,
            MavenProject project,
            Plugin caller,
            Path root,
            boolean scorecard) {
        this.system = system;
        this.session = session;
        this.project = project;
        this.caller = caller;
        this.root = root;
        this.scorecard = scorecard;
    }

    /** Begins what needs no policy: the locked files' hashes. */
    void begin(Set<Family> families, SessionState state) {
        if (families.contains(Family.DEPENDENCIES) && hasPom()) {
            verification(state);
        }
    }

    /** Leaves the families' audits in the state, as far as the session has come. */
    void look(Set<Family> families, Hardening hardening, SessionState state) {
        List<Audit> pending = pending(families, hardening, state);
        Begun begun = begun(state);
        beginBound(families, hardening, state, begun);
        if (!families.contains(Family.DEPENDENCIES)) {
            leave(audit(pending, hardening, begun), state);
            return;
        }
        Aside<List<AuditResult>> repository =
                Aside.start("hardening-repository", () -> audit(pending, hardening, begun));
        AuditResult dependencies = dependencies(hardening, state);
        leave(repository.join(), state);
        state.audited(dependencies);
    }

    private static void leave(List<AuditResult> results, SessionState state) {
        for (AuditResult result : results) {
            state.audited(result);
        }
    }

    /** The audits of the repository's files that are still to be made. */
    private List<Audit> pending(Set<Family> families, Hardening hardening, SessionState state) {
        Optional<AskedFor> known = state.shared(AskedFor.class);
        AskedFor asked = known.isPresent() ? known.get() : state.share(AskedFor.class, new AskedFor(new TreeSet<>()));
        boolean grew = families.contains(Family.POSTURE) && asked.ids().addAll(askedFor(hardening));
        List<Audit> pending = new ArrayList<>();
        for (Family family : families) {
            boolean due = !state.wasAudited(family) || (grew && family == Family.POSTURE);
            if (due && family != Family.DEPENDENCIES) {
                pending.add(ofRepository(family, asked.ids()));
            }
        }
        return pending;
    }

    /** Audits that a goal began for another. */
    private record Begun(Map<Family, Aside<AuditResult>> audits) {}

    private static Begun begun(SessionState state) {
        Optional<Begun> known = state.shared(Begun.class);
        return known.isPresent() ? known.get() : state.share(Begun.class, new Begun(new EnumMap<>(Family.class)));
    }

    /**
     * Begins with Security Insights where a goal that is bound beside this one will ask for it: a second core looks at them
     * while this one looks at the rest. What it comes to depends on the repository and the policy file, which the goals share.
     */
    private void beginBound(Set<Family> families, Hardening hardening, SessionState state, Begun begun) {
        Family family = Family.SECURITY_INSIGHTS;
        boolean due = !families.contains(family)
                && !state.wasAudited(family)
                && !begun.audits().containsKey(family);
        if (due && isBound("security-insights")) {
            Audit audit = new SecurityInsightsAudit(ProjectFactsReader.of(session, root));
            begun.audits().put(family, Aside.start("hardening-security-insights", () -> hardening.audit(audit)));
        }
    }

    private boolean isBound(String goal) {
        for (PluginExecution execution : caller.getExecutions()) {
            if (execution.getGoals().contains(goal)) {
                return true;
            }
        }
        return false;
    }

    /** The checks off by default that a policy of this session asks for: they run with the first that does. */
    private record AskedFor(Set<String> ids) {}

    private static List<String> askedFor(Hardening hardening) {
        List<String> ids = new ArrayList<>();
        for (Check check : hardening.checks().all()) {
            if (!check.info().enabledByDefault() && hardening.policy().isEnabled(check)) {
                ids.add(check.info().id());
            }
        }
        return ids;
    }

    /** The audit of a family that is about the repository's files, with what it is to know of Maven. */
    private Audit ofRepository(Family family, Set<String> asked) {
        return switch (family) {
            case WORKFLOWS -> new WorkflowAudit();
            case SECURITY_INSIGHTS -> new SecurityInsightsAudit(ProjectFactsReader.of(session, root));
            case POSTURE -> posture(asked);
            case DEPENDENCIES -> throw new IllegalArgumentException("dependencies are checked module by module");
        };
    }

    private Audit posture(Set<String> asked) {
        PostureAudit audit = new PostureAudit(ProjectFactsReader.of(session, root), asked);
        return scorecard ? audit.withScorecard() : audit;
    }

    private static List<AuditResult> audit(List<Audit> audits, Hardening hardening, Begun begun) {
        List<AuditResult> results = new ArrayList<>();
        for (Audit audit : audits) {
            Aside<AuditResult> early = begun.audits().remove(audit.family());
            results.add(early == null ? hardening.audit(audit) : early.join());
        }
        return results;
    }

    private AuditResult dependencies(Hardening hardening, SessionState state) {
        return hasPom()
                ? verification(state).verify(project, caller, hardening.context(), hardening.checks())
                : AuditResult.nothing(Family.DEPENDENCIES, "there is no POM here");
    }

    private DependencyVerification verification(SessionState state) {
        Optional<DependencyVerification> known = state.shared(DependencyVerification.class);
        return known.isPresent()
                ? known.get()
                : state.share(DependencyVerification.class, new DependencyVerification(system, session, root));
    }

    private boolean hasPom() {
        return project != null && project.getFile() != null;
    }
}
