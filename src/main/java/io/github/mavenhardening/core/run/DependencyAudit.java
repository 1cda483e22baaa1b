package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.BuildCheck;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.LockState;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.lock.installed.InstalledComparison;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs the dependency checks over a build. */
public final class DependencyAudit implements Audit {

    private final LockedBuild build;
    private final List<Finding> rules;
    private final List<String> remarks;

    /**
     * An audit of that build.
     *
     * @param rules what the {@linkplain #rules rules} about the build's own files found, which a session looks at once
     * @param remarks sentences about how the files were compared with the lock, reported where there is one
     */
    public DependencyAudit(LockedBuild build, List<Finding> rules, List<String> remarks) {
        this.build = build;
        this.rules = List.copyOf(rules);
        this.remarks = List.copyOf(remarks);
    }

    /** What the checks of the build's own files find. */
    public static List<Finding> rules(BuildDescription description, CheckContext context, Checks checks) {
        Findings found = new Findings();
        for (BuildCheck check : checks.of(BuildCheck.class)) {
            check.check(description, context.into(found));
        }
        return found.all();
    }

    @Override
    public Family family() {
        return Family.DEPENDENCIES;
    }

    @Override
    public AuditResult run(CheckContext context, Checks checks) {
        boolean nothing = build.inventory().artifacts().isEmpty()
                && build.inventory().unresolved().isEmpty()
                && build.present().isEmpty()
                && build.installed().isEmpty()
                && rules.isEmpty()
                && !(build.state() instanceof LockState.Unreadable);
        if (nothing) {
            return AuditResult.nothing(family(), "the build uses no artifacts");
        }
        Findings found = new Findings();
        found.addAll(rules);
        for (DependencyCheck check : checks.of(DependencyCheck.class)) {
            check.check(build, context.into(found));
        }
        for (String unreadable : build.description().origins().unreadable()) {
            context.gap(unreadable);
        }
        List<Finding> findings = found.sorted();
        SortedMap<String, Integer> examined = new TreeMap<>();
        examined.put("artifacts", build.present().size());
        Outcome outcome = build.lock().isPresent() ? Outcome.CHECKED : Outcome.COULD_NOT_CHECK;
        return new AuditResult(family(), outcome, findings, examined, ignores(findings, context), notes())
                .covering(LockCoverage.of(build));
    }

    /** The comments of the POMs and other XML in which something was found. */
    static List<IgnoreComment> ignores(List<Finding> findings, CheckContext context) {
        SortedSet<String> paths = new TreeSet<>();
        for (Finding finding : findings) {
            if (finding.primary().path().endsWith(".xml")) {
                paths.add(finding.primary().path());
            }
        }
        List<IgnoreComment> ignores = new ArrayList<>();
        for (String path : paths) {
            try {
                if (context.repository().isFile(path)) {
                    ignores.addAll(IgnoreComments.ofXml(context.repository().read(path)));
                }
            } catch (UnreadableFileException e) {
                // Silent: what cannot be read takes nothing back.
            }
        }
        return ignores;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (build.lock().isPresent()) {
            int absent = build.lock().get().entries().size() - build.present().size();
            if (absent > 0) {
                notes.add(Count.are(absent, "locked files") + " not on this machine and "
                        + (absent == 1 ? "was" : "were") + " not needed");
            }
            notes.addAll(remarks);
        }
        for (InstalledComparison compared : build.installed()) {
            notes.addAll(notInstalled(compared));
        }
        return notes;
    }

    /** What is locked and not there harms nobody, and was not compared. */
    private static List<String> notInstalled(InstalledComparison compared) {
        if (compared.isLockedHere() && !compared.isThere()) {
            return List.of(compared.folder() + " is locked for " + compared.system()
                    + ", and nothing was installed there that could be compared");
        }
        return compared.missing().isEmpty()
                ? List.of()
                : List.of("Of " + compared.folder() + ", "
                        + Count.are(compared.missing().size(), "entries")
                        + " locked for " + compared.system() + " and not there: "
                        + compared.pathOf(compared.missing().get(0))
                        + (compared.missing().size() > 1 ? " and others" : ""));
    }
}
