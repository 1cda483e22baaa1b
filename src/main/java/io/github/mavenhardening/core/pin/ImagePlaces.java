package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Container;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.DockerfileImages;
import io.github.mavenhardening.core.workflow.Image;
import io.github.mavenhardening.core.workflow.ImageCandidate;
import io.github.mavenhardening.core.workflow.ImagePlace;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.References;
import io.github.mavenhardening.core.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every place of a repository where an image is written: definitions, Dockerfiles, Compose files, GitLab's CI. */
final class ImagePlaces {

    private static final Pattern DOCKERFILE =
            Pattern.compile("(?:.*/)?(?:dockerfile|containerfile)(?:\\.[^/]*)?|.*\\.(?:dockerfile|containerfile)");
    private static final Pattern COMPOSE = Pattern.compile("(?:.*/)?(?:docker-)?compose(?:[.-][^/]*)?\\.ya?ml");
    private static final Pattern GITLAB = Pattern.compile("\\.gitlab-ci\\.ya?ml");

    private final List<ImagePlace> places = new ArrayList<>();
    private final List<String> untouched = new ArrayList<>();

    private ImagePlaces() {}

    /** Looks for those of a repository. */
    static ImagePlaces of(Repository repository, Definitions definitions) {
        ImagePlaces found = new ImagePlaces();
        for (Definition definition : definitions.all()) {
            found.definition(definition);
        }
        for (String path : repository.files()) {
            found.file(path, repository);
        }
        return found;
    }

    /** Where they are, in an order that does not change. */
    List<ImagePlace> places() {
        return List.copyOf(places);
    }

    /** What was found and cannot be pinned, and what could not be read, in sentences without a final full stop. */
    List<String> untouched() {
        return List.copyOf(untouched);
    }

    private void definition(Definition definition) {
        definition.images().forEach(image -> image(image, Optional.empty()));
        for (UsesReference reference : References.of(definition)) {
            if (reference.uses() instanceof Uses.Docker) {
                image(Image.ofStep(reference), Optional.empty());
            }
        }
        if (definition instanceof Workflow workflow) {
            for (Job job : workflow.jobs()) {
                if (job instanceof NormalJob normal) {
                    normal.container().flatMap(Container::image).ifPresent(image -> image(image, normal.matrix()));
                    for (Container service : normal.services()) {
                        service.image().ifPresent(image -> image(image, normal.matrix()));
                    }
                }
            }
        }
    }

    private void image(Image image, Optional<Matrix> matrix) {
        if (!image.isExpression()) {
            if (!image.reference().isEmpty()) {
                places.add(ImagePlace.in(image.scalar(), image.text()));
            }
            return;
        }
        for (ImageCandidate candidate : ImageCandidate.of(image, matrix)) {
            boolean pinned = candidate
                    .reference()
                    .filter(known -> known.isEmpty() || known.isPinned())
                    .isPresent();
            Optional<ImagePlace> place = candidate
                    .origin()
                    .filter(origin -> candidate.reference().isPresent()
                            && origin.value().strip().equals(candidate.text()))
                    .map(origin -> ImagePlace.in(origin, candidate.text()));
            if (place.isPresent()) {
                places.add(place.get());
            } else if (!pinned) {
                untouched.add(at(image.scalar().source(), image.span().line()) + "the image '" + candidate.text()
                        + "' is only known when the workflow runs");
            }
        }
    }

    private void file(String path, Repository repository) {
        String name = path.toLowerCase(Locale.ROOT);
        try {
            if (DOCKERFILE.matcher(name).matches()) {
                DockerfileImages.of(repository.read(path)).forEach(this::add);
            } else if (COMPOSE.matcher(name).matches()) {
                ServiceImages.ofCompose(YamlDocument.parse(repository.read(path)))
                        .forEach(this::add);
            } else if (GITLAB.matcher(name).matches()) {
                ServiceImages.ofGitLab(YamlDocument.parse(repository.read(path)))
                        .forEach(this::add);
            }
        } catch (UnreadableFileException e) {
            untouched.add(path + ": cannot be read: " + e.reason());
        }
    }

    private void add(ImagePlace place) {
        if (place.isVariable()) {
            untouched.add(at(place.source(), place.span().line()) + "the image '" + place.text()
                    + "' is only known when it is used");
        } else {
            places.add(place);
        }
    }

    static String at(SourceFile source, int line) {
        return source.path() + ":" + line + ": ";
    }
}
