package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.Audit;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.BackgroundTask;
import io.github.mavenhardening.core.run.BuildFilesAudit;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.maven.session.ProjectFactsReader;
import io.github.mavenhardening.maven.session.SessionState;
import io.github.mavenhardening.maven.verify.DependencyVerification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** The audits of each family within a build: at the repository's once a session, at what the build used module by module. */
final class FamilyAudits {

    private final RepositorySystem system;
    private final MavenSession session;
    private final MavenProject project;
    private final List<MavenProject> others;
    private final Plugin caller;
    private final Path root;
    private final boolean scorecard;

    /**
     * As seen from one module.
     *
     * @param project the module; a stand-in without a file where there is no POM
     * @param others modules whose turn never comes, and which this one stands for
     * @param caller this plugin, as the module has it
     * @param scorecard whether to estimate OpenSSF Scorecard's values
     */
    FamilyAudits(
            RepositorySystem system,
            MavenSession session,
            MavenProject project,
            List<MavenProject> others,
            Plugin caller,
            Path root,
            boolean scorecard) {
        this.system = system;
        this.session = session;
        this.project = project;
        this.others = List.copyOf(others);
        this.caller = caller;
        this.root = root;
        this.scorecard = scorecard;
    }

    /** What all families come to, as seen from every module. */
    static Result ofAllModules(
            RepositorySystem system,
            MavenSession session,
            MojoExecution execution,
            Path root,
            Hardening hardening,
            SessionState state) {
        Plugin caller = execution.getMojoDescriptor().getPluginDescriptor().getPlugin();
        for (MavenProject project : session.getProjects()) {
            new FamilyAudits(system, session, project, List.of(), caller, root, false)
                    .look(EnumSet.allOf(Family.class), hardening, state);
        }
        return hardening.judge(state.audits());
    }

    /** Begins what needs no policy: the locked files' hashes. */
    void begin(Set<Family> families, SessionState state) {
        if (families.contains(Family.DEPENDENCIES) && hasPom()) {
            verification(state);
        }
    }

    /** Leaves the families' audits in the state, as far as the session has come. */
    void look(Set<Family> families, Hardening hardening, SessionState state) {
        Optional<Look> before = state.shared(Look.class);
        Asked known = before.isPresent() ? before.get().asked() : Asked.NOTHING;
        // Most modules ask what the one before them asked.
        Look look = before.isPresent() && before.get().isOf(hardening, families)
                ? before.get()
                : state.share(Look.class, Look.after(known, hardening, families));
        Asked asked = look.asked();
        List<Audit> pending = pending(families, known, asked, state);
        Begun begun = begun(state);
        beginBound(families, hardening, state, begun);
        Checks checks = look.checks();
        boolean ofBuild = families.contains(Family.DEPENDENCIES);
        BackgroundTask<List<AuditResult>> repository = ofBuild && !pending.isEmpty()
                ? BackgroundTask.start("hardening-repository", () -> audit(pending, hardening, checks, begun))
                : BackgroundTask.done(audit(pending, hardening, checks, begun));
        Optional<AuditResult> dependencies =
                ofBuild ? dependencies(hardening, checks, known, asked, state) : Optional.empty();
        leave(repository.join(), state);
        if (dependencies.isPresent()) {
            state.audited(LockReview.noted(dependencies.get(), state));
        }
    }

    private static void leave(List<AuditResult> results, SessionState state) {
        for (AuditResult result : results) {
            state.audited(result);
        }
    }

    /**
     * What a goal looked at.
     *
     * @param asked what it and those before it asked for
     * @param checks those checks
     */
    private record Look(Hardening hardening, Set<Family> families, Asked asked, Checks checks) {

        static Look after(Asked known, Hardening hardening, Set<Family> families) {
            Asked asked = known.and(hardening.enabled(), families);
            return new Look(hardening, families, asked, asked.of(hardening.checks()));
        }

        boolean isOf(Hardening other, Set<Family> others) {
            return hardening == other && families.equals(others);
        }
    }

    /**
     * The checks that a policy of this session has on, by family: each goal judges by its own policy what all of them asked
     * for, so that a family is looked at again only for a goal that wants more of it.
     */
    private record Asked(Map<Family, Set<String>> ids) {

        static final Asked NOTHING = new Asked(Map.of());

        Asked and(Checks more, Set<Family> families) {
            Map<Family, Set<String>> all = new EnumMap<>(Family.class);
            for (Map.Entry<Family, Set<String>> known : ids.entrySet()) {
                all.put(known.getKey(), new HashSet<>(known.getValue()));
            }
            for (Family family : families) {
                all.putIfAbsent(family, new HashSet<>());
            }
            for (Check check : more.all()) {
                if (families.contains(check.family())) {
                    all.get(check.family()).add(check.info().id());
                }
            }
            return new Asked(all);
        }

        boolean isLike(Asked other, Family family) {
            return Objects.equals(ids.get(family), other.ids.get(family));
        }

        Checks of(Checks all) {
            List<String> asked = new ArrayList<>();
            for (Map.Entry<Family, Set<String>> family : ids.entrySet()) {
                asked.addAll(family.getValue());
            }
            return all.only(asked);
        }
    }

    /** The audits of the repository's files that are still to be made. */
    private List<Audit> pending(Set<Family> families, Asked known, Asked asked, SessionState state) {
        List<Audit> pending = new ArrayList<>();
        for (Family family : families) {
            boolean due = !state.wasAudited(family) || !known.isLike(asked, family);
            if (due && family != Family.DEPENDENCIES) {
                pending.add(ofRepository(family));
            }
        }
        return pending;
    }

    /** Audits that a goal began for another. */
    private record Begun(Map<Family, BackgroundTask<AuditResult>> audits) {}

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
            begun.audits()
                    .put(family, BackgroundTask.start("hardening-security-insights", () -> hardening.audit(audit)));
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

    /** The audit of a family that is about the repository's files, with what it is to know of Maven. */
    private Audit ofRepository(Family family) {
        return switch (family) {
            case WORKFLOWS -> new WorkflowAudit();
            case SECURITY_INSIGHTS -> new SecurityInsightsAudit(ProjectFactsReader.of(session, root));
            case POSTURE -> posture();
            case DEPENDENCIES -> throw new IllegalArgumentException("dependencies are checked module by module");
        };
    }

    private Audit posture() {
        PostureAudit audit = new PostureAudit(ProjectFactsReader.of(session, root));
        return scorecard ? audit.withScorecard() : audit;
    }

    private static List<AuditResult> audit(List<Audit> audits, Hardening hardening, Checks checks, Begun begun) {
        List<AuditResult> results = new ArrayList<>();
        for (Audit audit : audits) {
            BackgroundTask<AuditResult> early = begun.audits().remove(audit.family());
            results.add(early == null ? hardening.audit(audit, checks) : early.join());
        }
        return results;
    }

    /** Empty where what is in the state holds for this module, too. */
    private Optional<AuditResult> dependencies(
            Hardening hardening, Checks checks, Asked known, Asked asked, SessionState state) {
        if (!hasPom()) {
            return Optional.of(hardening.audit(new BuildFilesAudit(), checks));
        }
        DependencyVerification verification = verification(state);
        verification.take(others, caller);
        Set<String> reached = state.reached("dependencies");
        verification.take(reached, caller);
        for (MavenProject module : others) {
            reached.add(module.getId());
        }
        reached.add(project.getId());
        Optional<AuditResult> before = state.audit(Family.DEPENDENCIES);
        boolean holds = before.isPresent()
                && known.isLike(asked, Family.DEPENDENCIES)
                && verification.mayHold(project, caller, checks)
                && before.get().covers(hardening.audit(dependencies(verification::verifyAdded), checks));
        if (holds) {
            return Optional.empty();
        }
        return Optional.of(hardening.audit(
                dependencies((context, chosen) -> verification.verify(project, caller, context, chosen)), checks));
    }

    private static Audit dependencies(BiFunction<CheckContext, Checks, AuditResult> verification) {
        return new Audit() {
            @Override
            public Family family() {
                return Family.DEPENDENCIES;
            }

            @Override
            public AuditResult run(CheckContext context, Checks checks) {
                return verification.apply(context, checks);
            }
        };
    }

    private DependencyVerification verification(SessionState state) {
        return verification(system, session, root, state);
    }

    /** What knows what the build used, which the goals of this session share. */
    static DependencyVerification verification(
            RepositorySystem system, MavenSession session, Path root, SessionState state) {
        Optional<DependencyVerification> known = state.shared(DependencyVerification.class);
        return known.isPresent()
                ? known.get()
                : state.share(DependencyVerification.class, new DependencyVerification(system, session, root));
    }

    private boolean hasPom() {
        return project != null && project.getFile() != null;
    }
}
