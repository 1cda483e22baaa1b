package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.ImageReference;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows a local reference to everything that is not pinned behind it. */
final class UnpinnedReach {

    private static final int DEPTH_LIMIT = 10;
    private static final int LIMIT = 200;
    private static final Pattern FROM = Pattern.compile(
            "(?i)^\\s{0,20}FROM\\s+(?:--platform=\\S{1,100}\\s+)?(\\S{1,500})(?:\\s+AS\\s+(\\S{1,200}))?\\s*$");

    private final Inspection inspection;
    private final PinPolicy policy;
    private final List<Unpinned> found = new ArrayList<>();

    private UnpinnedReach(Inspection inspection) {
        this.inspection = inspection;
        this.policy = UnpinnedUses.policyOf(inspection.context());
    }

    /** What is not pinned behind a local reference, each place once; empty for references to elsewhere. */
    static List<Unpinned> of(UsesReference reference, Inspection inspection) {
        Optional<Definition> target = inspection.definitions().target(reference.uses());
        if (target.isEmpty()) {
            return List.of();
        }
        UnpinnedReach reach = new UnpinnedReach(inspection);
        reach.follow(target.get(), List.of(), new ArrayList<>());
        return List.copyOf(reach.found);
    }

    private void follow(Definition definition, List<Location> path, List<Definition> above) {
        if (above.size() > DEPTH_LIMIT
                || found.size() >= LIMIT
                || above.stream().anyMatch(seen -> seen.path().equals(definition.path()))) {
            return;
        }
        List<Definition> now = new ArrayList<>(above);
        now.add(definition);
        if (definition instanceof Action action) {
            bases(action, inspection.context().repository()).forEach(base -> add(base, path));
            action.liveSteps().forEach(step -> step(step, definition, path, now));
        } else if (definition instanceof Workflow workflow) {
            for (Job job : workflow.liveJobs()) {
                if (job instanceof NormalJob normal) {
                    normal.liveSteps().forEach(step -> step(step, definition, path, now));
                } else if (job instanceof ReusableWorkflowCall call) {
                    reference(call.uses(), definition, path, now);
                }
            }
        }
    }

    private void step(Step step, Definition definition, List<Location> path, List<Definition> above) {
        step.uses().ifPresent(action -> reference(action.uses(), definition, path, above));
    }

    private void reference(
            UsesReference reference, Definition definition, List<Location> path, List<Definition> above) {
        Location place = definition.source().at(reference.span());
        Optional<Definition> target = inspection.definitions().target(reference.uses());
        if (target.isPresent()) {
            List<Location> longer = new ArrayList<>(path);
            longer.add(place.labelled("calls " + target.get().path()));
            follow(target.get(), longer, above);
        } else if (reference
                        .repository()
                        .filter(uses -> UnpinnedUses.isUnpinned(uses, policy))
                        .filter(uses -> !isLocked(uses, definition))
                        .isPresent()
                || (reference.uses() instanceof Uses.Docker docker
                        && !docker.image().isPinned())) {
            add(new Unpinned(reference.text(), place, List.of(), false), path);
        }
    }

    /** By the lock of the workflow that leads here, or of the one that it stands in. */
    private boolean isLocked(Uses.Repository uses, Definition definition) {
        return LockedPins.has(uses, inspection.definition().orElseThrow(), inspection.definitions())
                || LockedPins.has(uses, definition, inspection.definitions());
    }

    private void add(Unpinned unpinned, List<Location> path) {
        boolean known = found.stream().anyMatch(other -> other.place().equals(unpinned.place()));
        if (!known && found.size() < LIMIT) {
            found.add(new Unpinned(unpinned.text(), unpinned.place(), path, unpinned.isLoose()));
        }
    }

    /** The images that a Docker action's Dockerfile is built on, where they are not pinned. */
    static List<Unpinned> bases(Action action, Repository repository) {
        if (!(action.runs() instanceof Action.Docker docker)
                || docker.dockerfile().isEmpty()) {
            return List.of();
        }
        String folder = action.path().contains("/")
                ? action.path().substring(0, action.path().lastIndexOf('/') + 1)
                : "";
        String name = docker.dockerfile().get().value().replaceFirst("^\\./", "");
        if (name.startsWith("/") || name.contains("..") || !repository.isFile(folder + name)) {
            return List.of();
        }
        try {
            return bases(repository.read(folder + name));
        } catch (UnreadableFileException e) {
            return List.of();
        }
    }

    private static List<Unpinned> bases(SourceFile file) {
        List<Unpinned> bases = new ArrayList<>();
        Set<String> stages = new HashSet<>(Set.of("scratch"));
        for (int line = 1; line <= file.lineCount(); line++) {
            Matcher from = FROM.matcher(file.line(line));
            if (from.matches()) {
                String text = from.group(1);
                ImageReference image = ImageReference.parse(text);
                if (!text.contains("$") && !stages.contains(text.toLowerCase(Locale.ROOT)) && !image.isPinned()) {
                    int start = file.lineStart(line) + from.start(1);
                    boolean loose =
                            image.tag().filter(tag -> !tag.equals("latest")).isEmpty();
                    bases.add(new Unpinned(text, file.at(file.span(start, start + text.length())), List.of(), loose));
                }
                Optional.ofNullable(from.group(2)).ifPresent(stage -> stages.add(stage.toLowerCase(Locale.ROOT)));
            }
        }
        return bases;
    }
}
