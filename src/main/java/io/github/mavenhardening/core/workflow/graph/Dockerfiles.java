package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.DockerfileImages;
import io.github.mavenhardening.core.workflow.ImagePlace;
import io.github.mavenhardening.core.workflow.ImageReference;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Finds the Dockerfiles that local actions are built from, and what those are built on. */
public final class Dockerfiles {

    private Dockerfiles() {}

    /** The path of the file that an action's image is built from; empty for actions of other kinds. */
    public static Optional<String> pathOf(Action action) {
        if (!(action.runs() instanceof Action.Docker docker)
                || docker.dockerfile().isEmpty()) {
            return Optional.empty();
        }
        YamlScalar image = docker.dockerfile().get();
        String folder = action.path().substring(0, action.path().lastIndexOf('/') + 1);
        return LocalPath.plain(folder + image.value().strip());
    }

    /** The Dockerfile that is an action by itself, for the folder has no other; empty where there is none. */
    public static Optional<String> alone(String folder, Repository repository) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        for (String name : List.of("Dockerfile", "dockerfile")) {
            if (repository.isFile(prefix + name)) {
                return Optional.of(prefix + name);
            }
        }
        return Optional.empty();
    }

    /**
     * The images that a Dockerfile is built on, where they are not pinned.
     *
     * @return empty where there is no such file, or it cannot be read
     */
    public static Optional<List<Unpinned>> bases(String path, Repository repository, Definitions definitions) {
        return definitions.known(Dockerfiles.class, definitions, Known::new).bases(path, repository);
    }

    /** What is known of the Dockerfiles of a run; each is read once, however often it is asked for. */
    private static final class Known {
        private final ConcurrentMap<String, Optional<List<Unpinned>>> byPath = new ConcurrentHashMap<>();

        Optional<List<Unpinned>> bases(String path, Repository repository) {
            return byPath.computeIfAbsent(path, any -> read(path, repository));
        }
    }

    private static Optional<List<Unpinned>> read(String path, Repository repository) {
        try {
            return repository.isFile(path) ? Optional.of(bases(repository.read(path))) : Optional.empty();
        } catch (UnreadableFileException e) {
            // Silent: who asks says that it could not be read.
            return Optional.empty();
        }
    }

    private static List<Unpinned> bases(SourceFile file) {
        List<Unpinned> bases = new ArrayList<>();
        Set<Span> seen = new HashSet<>();
        for (ImagePlace image : DockerfileImages.of(file)) {
            ImageReference reference = image.reference();
            // Two instructions may come to the default of one ARG.
            if (!image.isVariable() && !reference.isPinned() && seen.add(image.span())) {
                boolean loose =
                        reference.tag().filter(tag -> !tag.equals("latest")).isEmpty();
                bases.add(new Unpinned(image.text(), file.at(image.span()), List.of(), loose));
            }
        }
        return bases;
    }
}
