package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Image;
import io.github.mavenhardening.core.workflow.ImageCandidate;
import io.github.mavenhardening.core.workflow.ImageReference;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.StartedImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds container images without a digest, wherever a job, a service, a step or an action names one. A tag keeps an image
 * from changing by accident, though not by intent: only the pedantic want to hear of it.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "unpinned-images",
        title = "A container image is not pinned to a digest",
        severity = Severity.HIGH,
        sources = {
            "https://docs.zizmor.sh/audits/#unpinned-images",
            "https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies",
            "https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests"
        })
public final class UnpinnedImages implements WorkflowCheck {

    private static final String REMEDY = "Add the digest that the registry shows for it: <image>:<tag>@sha256:<digest>";

    @Override
    public void image(Image image, WorkflowContext in) {
        for (ImageCandidate candidate : ImageCandidate.of(image, in.matrix())) {
            Optional<Finding.Builder> finding = judge(image, candidate, in);
            if (finding.isPresent()) {
                in.report(finding.get());
            }
        }
    }

    /** What scripts start has neither the job's token nor its variables unless it is given them. */
    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        List<ReachedStep> steps = JobSteps.of(job, in.workflow().orElseThrow(), in.definitions());
        List<String> gaps = new ArrayList<>();
        for (StartedImages.Started started :
                StartedImages.of(steps, in.definitions(), in.run().repository(), gaps)) {
            if (!ImageReference.parse(started.text()).isPinned()) {
                in.report(started(started));
            }
        }
        gaps.forEach(in.run()::gap);
    }

    private Finding.Builder started(StartedImages.Started started) {
        boolean isLoose = ImageReference.parse(started.text())
                .tag()
                .filter(tag -> !tag.equals("latest"))
                .isEmpty();
        Location command = started.step().at(started.command());
        Finding.Builder finding = started.place().isPresent()
                ? at(Location.of(
                                started.place().get().source().path(),
                                started.place().get().span()))
                        .related(command.labelled("starts it"))
                : at(command);
        return started.step()
                .explain(finding)
                .severity(Severity.MEDIUM)
                .confidence(Confidence.MEDIUM)
                .persona(isLoose ? Persona.REGULAR : Persona.PEDANTIC)
                .exposure(Exposure.PUBLISHER)
                .message("The image '" + started.text() + "' that a script starts has no digest"
                        + (isLoose ? ", and no tag but latest" : ", and its tag can be moved"))
                .remedy(REMEDY)
                .subject(started.text());
    }

    private Optional<Finding.Builder> judge(Image image, ImageCandidate candidate, WorkflowContext in) {
        Optional<ImageReference> known = candidate.reference();
        if (known.isEmpty()) {
            return Optional.of(
                    finding(image, candidate, in, "may have no digest: its name is only known when the workflow runs")
                            .confidence(Confidence.LOW));
        }
        ImageReference reference = known.get();
        if (reference.isEmpty() || reference.isPinned()) {
            return Optional.empty();
        }
        if (reference.digest().isPresent()) {
            return Optional.of(finding(image, candidate, in, "has a malformed digest"));
        }
        if (reference.tag().isEmpty() || reference.tag().get().equals("latest")) {
            String fault =
                    reference.tag().isEmpty() ? "has neither tag nor digest" : "has no digest, and its tag is latest";
            return Optional.of(finding(image, candidate, in, fault));
        }
        return Optional.of(finding(image, candidate, in, "has a tag, which can be moved, but no digest")
                .persona(Persona.PEDANTIC));
    }

    private Finding.Builder finding(Image image, ImageCandidate candidate, WorkflowContext in, String fault) {
        Finding.Builder finding = at(in.at(candidate.span()))
                .exposure(Exposure.PUBLISHER)
                .message("The image '" + candidate.text() + "' of "
                        + image.role().words() + " " + fault)
                .remedy(REMEDY)
                .subject(candidate.text());
        candidate
                .origin()
                .ifPresent(origin -> finding.related(in.at(origin.span()).labelled("the value in the matrix")));
        return finding;
    }
}
