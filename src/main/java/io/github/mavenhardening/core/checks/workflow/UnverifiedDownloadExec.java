package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.GivenScripts;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.release.PublishedBuild;
import io.github.mavenhardening.core.workflow.step.Downloads;
import io.github.mavenhardening.core.workflow.step.ExecutedDownload;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.workflow.step.ScriptDownload;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds programs that are downloaded and run without being compared with anything. */
@AutoService(Check.class)
@CheckInfo(
        id = "unverified-download-exec",
        title = "A download is run without being verified",
        severity = Severity.MEDIUM,
        sources = {
            "https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies",
            "https://docs.github.com/en/actions/reference/security/secure-use"
        })
public final class UnverifiedDownloadExec implements WorkflowCheck {

    @Override
    public void steps(List<Step> written, WorkflowContext in) {
        List<Step> steps = GivenScripts.among(written);
        if (mayLoad(steps)) {
            for (Downloads.OfStep download :
                    Downloads.executed(steps, in, in.run().repository())) {
                if (isForeign(download.executed(), in)) {
                    Step.RunScript run = download.step().run().orElseThrow();
                    ShellCommand runs = download.executed().runs();
                    int end = Math.min(runs.to(), run.script().value().length());
                    Location place = in.at(run.script().spanOf(Math.min(runs.from(), end), end));
                    in.report(finding(place, download.executed(), "", in));
                }
            }
        }
    }

    private static boolean mayLoad(List<Step> steps) {
        return steps.stream().anyMatch(Downloads::mayBeIn);
    }

    /** Scripts of the repository: each download of one is reported once, where the job may do most of all that lead there. */
    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Map<String, Reached> found = new LinkedHashMap<>();
        Set<String> images = new HashSet<>();
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.liveJobs()) {
                if (job instanceof NormalJob normal) {
                    scripts(
                            JobSteps.of(normal, workflow, definitions),
                            in.in(workflow).in(job),
                            found);
                    for (PublishedBuild build : PublishedBuild.of(
                            normal, workflow, definitions, in.run().repository())) {
                        if (images.add(build.image().path())) {
                            image(build, in.in(workflow).in(job));
                        }
                    }
                }
            }
        }
        for (Reached each : found.values()) {
            ScriptDownload download = each.download();
            Finding.Builder finding = finding(
                    each.step().at(download.start()),
                    download.executed(),
                    " in '" + download.path() + "', which this leads to,",
                    each.in());
            each.in().report(each.step().explain(finding).related(Location.ofFile(download.path())));
        }
    }

    /** A download of a script, with a step that leads there. */
    private record Reached(ScriptDownload download, ReachedStep step, WorkflowContext in) {}

    private static void scripts(List<ReachedStep> steps, WorkflowContext in, Map<String, Reached> found) {
        for (ReachedStep step : steps) {
            for (ScriptDownload download :
                    ProjectScripts.downloads(step, in.definitions(), in.run().repository())) {
                if (isForeign(download.executed(), in)) {
                    String key = download.path() + " " + download.executed().subject();
                    Reached known = found.get(key);
                    if (known == null || (in.isPrivileged() && !known.in().isPrivileged())) {
                        found.put(key, new Reached(download, step, in));
                    }
                }
            }
        }
    }

    /** What the build of an image runs has no secret of the job, but a part in what is published. */
    private void image(PublishedBuild build, WorkflowContext in) {
        if (build.image().unread().isPresent()) {
            in.run()
                    .gap("What the build of '" + build.image().path() + "' downloads and runs is not known: "
                            + build.image().unread().get());
        }
        for (ExecutedDownload download : build.image().downloads()) {
            if (isForeign(download, in)) {
                Finding.Builder finding = finding(
                                build.place(),
                                download,
                                " in '" + build.image().path() + "', of which an image is built and published,",
                                in)
                        .severity(isKept(download) ? Severity.LOW : info().severity());
                in.report(build.step()
                        .explain(finding)
                        .related(Location.ofFile(build.image().path())));
            }
        }
    }

    /** Whether it comes from elsewhere than the repository: whoever can change its files can change the workflow as well. */
    private static boolean isForeign(ExecutedDownload download, WorkflowContext in) {
        Optional<RepositorySlug> own = in.run().repository().slug();
        return own.isEmpty() || !download.isFileOf(own.get());
    }

    private Finding.Builder finding(Location place, ExecutedDownload download, String where, WorkflowContext in) {
        if (download.how() == ExecutedDownload.How.CONNECTED) {
            return at(place)
                    .severity(severity(download, in))
                    .message("A shell runs what comes over the connection of '"
                            + download.runs().name() + "'" + where
                            + ", so whoever is at its other end runs code in the job")
                    .remedy("Take it out; to look into a job, run it again with debug logging")
                    .subject(download.subject());
        }
        boolean isOfOwner = in.run()
                .repository()
                .slug()
                .filter(own -> download.isCloneOf(own.owner()))
                .isPresent();
        return at(place)
                .severity(severity(download, in))
                .confidence(confidence(download, in))
                .persona(isOfOwner ? Persona.PEDANTIC : info().persona())
                .message(what(download)
                        + download.without()
                                .map(program -> " where '" + program + "' is missing,")
                                .orElse("")
                        + where
                        + " so whoever can change it runs code in the job")
                .remedy(
                        "Verify it with a checksum or signature in the repository, download it from the URL of a commit, check"
                                + " out a commit of a clone, or use an action pinned to a commit")
                .subject(download.subject());
    }

    /** What is run, and how; where it is not written where it comes from, the command that runs it tells it. */
    private static String what(ExecutedDownload download) {
        if (download.address().isEmpty()
                && download.how() == ExecutedDownload.How.FILE
                && !download.runs().name().isEmpty()) {
            return "'" + download.runs().name() + "' runs what was downloaded before, without verification,";
        }
        if (download.how() == ExecutedDownload.How.CLONED) {
            return "'" + download.runs().name() + "' runs code of '"
                    + download.address().orElseThrow() + "', which is cloned at a branch or tag,";
        }
        return "What is downloaded"
                + download.address().map(url -> " from '" + url + "'").orElse("")
                + switch (download.how()) {
                    case PATH -> " is put on the path to be run, without verification,";
                    case INSTALLED -> " is installed without verification,";
                    case EXECUTABLE -> " is made executable without verification,";
                    default -> " is run without verification,";
                };
    }

    private static Confidence confidence(ExecutedDownload download, WorkflowContext in) {
        if (download.isOfBucket()) {
            return Confidence.LOW;
        }
        return download.how() == ExecutedDownload.How.PIPED && !isSpared(download, in)
                ? Confidence.HIGH
                : Confidence.MEDIUM;
    }

    /** What a package manager installs has a log of checksums or is a clone, which not everybody on the way can change. */
    private static boolean isKept(ExecutedDownload download) {
        return download.how() == ExecutedDownload.How.INSTALLED || download.how() == ExecutedDownload.How.CLONED;
    }

    private Severity severity(ExecutedDownload download, WorkflowContext in) {
        if (isKept(download)) {
            return in.isPrivileged() ? info().severity() : Severity.LOW;
        }
        return in.isPrivileged() && !isSpared(download, in) ? Severity.HIGH : info().severity();
    }

    /** Whether the machine has what has to be missing for it to be run, as GitHub's have and images of a container may not. */
    private static boolean isSpared(ExecutedDownload download, WorkflowContext in) {
        return download.without().isPresent()
                && in.normalJob().filter(job -> job.container().isEmpty()).isPresent();
    }
}
