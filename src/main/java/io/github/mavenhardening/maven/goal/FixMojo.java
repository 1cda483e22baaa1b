package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.dependency.BuildFacts.UnpinnedVersion;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.fix.FixRun;
import io.github.mavenhardening.core.fix.FixedFiles;
import io.github.mavenhardening.core.insights.ProjectFacts;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.BuildFilesAudit;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Glob;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.maven.session.ProjectFactsReader;
import io.github.mavenhardening.maven.session.SessionState;
import io.github.mavenhardening.maven.verify.BuildFactsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.version.DefaultPluginVersionRequest;
import org.apache.maven.plugin.version.PluginVersionResolutionException;
import org.apache.maven.plugin.version.PluginVersionResolver;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fixes findings that carry a fix. Prints the changes as a unified diff, and writes them with
 * <code>-Dhardening.apply</code>. Each fix is tried first: it is made only where what it fixes is gone afterwards and nothing
 * new is found. Everything outside the edits stays byte for byte.
 */
@Mojo(name = "fix", requiresProject = false, aggregator = true, threadSafe = true)
public final class FixMojo extends RepositoryMojo {

    private static final int SHOWN = 20;

    /** What is as it was before a fix was tried is not read again, up to so many characters. */
    private static final long KEPT = 4_000_000;

    private static final String OWNERS = "codeowners";

    /** A date is what a person vouches for: it is changed where that very check is named. */
    private static final Set<String> BY_NAME_ALONE = Set.of("security-insights-date");

    /** Whether to write the changes; if not, they are only printed. */
    @Parameter(property = "hardening.apply", defaultValue = "false")
    private boolean apply;

    /** Whether to make fixes, too, after which a workflow may behave differently: a person should read them. */
    @Parameter(property = "hardening.unsafe", defaultValue = "false")
    private boolean unsafe;

    /** The ids of the checks whose findings to fix. Else those of all checks. */
    @Parameter(property = "hardening.check")
    private List<String> check;

    /** The files in which to fix findings, as globs that match paths as Git does: {@code .github/workflows/*}. Else all. */
    @Parameter(property = "hardening.path")
    private List<String> path;

    @Inject
    private PluginVersionResolver versions;

    @Override
    void execute(Path folder, SessionState state) throws IOException, MojoExecutionException {
        Checks checks = LoadedChecks.get();
        for (String id : chosen()) {
            PolicyParameters.named(id, "hardening.check", checks);
        }
        Repository repository = repository(folder, state);
        Set<String> gaps = new LinkedHashSet<>();
        Optional<ProjectFacts> project = ProjectFactsReader.of(session(), folder);
        WorkflowAudit workflows = WorkflowAudit.ofVersions(KEPT);
        BuildFilesAudit poms = BuildFilesAudit.ofPoms(unpinned(folder));
        FixRun.Outcome outcome = new FixRun(
                        repository,
                        seen -> counting(workflows, poms, project, hardening(folder, seen, state, checks), gaps),
                        this::isWanted)
                .run();
        FixedFiles files = FixedFiles.of(folder, repository, outcome.texts());
        files.diff().lines().forEach(line -> verbatim().info(Sanitizer.wholeLine(line)));
        if (apply) {
            files.write();
            forgetFiles(state);
        }
        gaps.forEach(gap -> getLog().warn(Sanitizer.line("Not checked: " + gap)));
        conclude(outcome);
    }

    /** The plugins whose version no POM says, with the version that Maven takes now; none where there is no project. */
    private List<UnpinnedVersion> unpinned(Path folder) {
        List<UnpinnedVersion> plugins = new ArrayList<>();
        for (UnpinnedVersion plugin : BuildFactsReader.of(session(), folder).plugins()) {
            plugins.add(plugin.isChosen() ? plugin : chosen(plugin));
        }
        return plugins;
    }

    private UnpinnedVersion chosen(UnpinnedVersion plugin) {
        Plugin wanted = new Plugin();
        wanted.setGroupId(plugin.key().substring(0, plugin.key().indexOf(':')));
        wanted.setArtifactId(plugin.key().substring(plugin.key().indexOf(':') + 1));
        try {
            String version = versions.resolve(new DefaultPluginVersionRequest(wanted, session()))
                    .getVersion();
            return plugin.taking(version);
        } catch (PluginVersionResolutionException e) {
            getLog().debug(e);
            return plugin;
        }
    }

    private List<String> chosen() {
        return check == null ? List.of() : check;
    }

    private boolean isWanted(Finding finding) {
        boolean named = !BY_NAME_ALONE.contains(finding.checkId()) || chosen().contains(finding.checkId());
        return isAsked(finding)
                && named
                && (unsafe || finding.fix().orElseThrow().safe());
    }

    private boolean isAsked(Finding finding) {
        boolean isOfCheck = chosen().isEmpty() || chosen().contains(finding.checkId());
        return isOfCheck && isIn(finding.primary().path());
    }

    private boolean isIn(String file) {
        if (path == null || path.isEmpty()) {
            return true;
        }
        for (String pattern : path) {
            if (Glob.of(pattern.strip(), true).matches(file)) {
                return true;
            }
        }
        return false;
    }

    /** What counts in the families that have fixes; of posture, what is owned alone. */
    private static List<Finding> counting(
            WorkflowAudit workflows,
            BuildFilesAudit poms,
            Optional<ProjectFacts> project,
            Hardening hardening,
            Set<String> gaps) {
        Result result = hardening.judge(List.of(
                hardening.audit(workflows),
                hardening.audit(new SecurityInsightsAudit(project)),
                hardening.audit(poms),
                hardening.audit(new PostureAudit(project), hardening.enabled().only(List.of(OWNERS)))));
        gaps.addAll(result.gaps());
        return result.counting().stream().map(EvaluatedFinding::finding).toList();
    }

    private void conclude(FixRun.Outcome outcome) {
        List<String> left = new ArrayList<>();
        outcome.left().forEach((finding, reason) -> left.add(place(finding) + " is not fixed: " + reason));
        outcome.then().stream()
                .filter(finding -> isAsked(finding) && finding.remedy().contains(Fix.REFUSED))
                .forEach(finding -> left.add(place(finding) + " has no fix, because "
                        + finding.remedy().split(Fix.REFUSED, 2)[1]));
        warn(left);
        // What cannot be read has no fix, and may hide what would have one.
        warn(outcome.then().stream()
                .filter(finding -> finding.checkId().equals(Checks.UNREADABLE_WORKFLOW))
                .map(finding -> place(finding) + " " + finding.message())
                .toList());
        long unmade = outcome.then().stream()
                .filter(finding -> finding.fix().isPresent() && !isWanted(finding) && isAsked(finding))
                .count();
        int fixed = outcome.fixed().size();
        if (fixed == 0) {
            getLog().info("No finding has a fix that can be made" + (unsafe ? "" : " safely"));
        } else if (apply) {
            getLog().info("Fixed " + Count.of(fixed, "findings") + " in "
                    + Count.of(outcome.texts().size(), "files"));
        } else {
            getLog().info("-Dhardening.apply makes these changes: " + Count.of(fixed, "findings") + " in "
                    + Count.of(outcome.texts().size(), "files"));
        }
        if (unmade > 0) {
            getLog().info("-Dhardening.unsafe makes the fixes of " + Count.of(unmade, "more findings")
                    + ", too: read what they change");
        }
    }

    private static String place(Finding finding) {
        return finding.primary().path() + ":" + finding.primary().line() + " [" + finding.checkId() + "]";
    }

    /** As many as one reads, and how many there are beyond. */
    private void warn(List<String> lines) {
        lines.stream().limit(SHOWN).forEach(line -> getLog().warn(Sanitizer.line(line)));
        if (lines.size() > SHOWN) {
            getLog().warn("and " + (lines.size() - SHOWN) + " more like these");
        }
    }
}
