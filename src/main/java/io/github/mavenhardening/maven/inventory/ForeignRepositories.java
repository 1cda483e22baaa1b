package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.ForeignRepository;
import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.lock.Coordinates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Profile;
import org.apache.maven.model.Repository;

/** The repositories that POMs outside the checkout name for downloads. */
final class ForeignRepositories {

    private ForeignRepositories() {}

    /** The repositories that the POMs read so far name, sorted. */
    static List<ForeignRepository> outside(Path checkout, RawPoms poms, LocalRepositories repositories) {
        Set<ForeignRepository> found = new TreeSet<>();
        for (Map.Entry<Path, Model> read : poms.namingRepositories().entrySet()) {
            if (!read.getKey().startsWith(checkout)) {
                String name = nameOf(read.getKey(), repositories);
                add(read.getValue(), name, found);
                for (Profile profile : read.getValue().getProfiles()) {
                    add(profile, name, found);
                }
            }
        }
        return List.copyOf(found);
    }

    private static void add(ModelBase level, String pom, Set<ForeignRepository> found) {
        List<Repository> all = new ArrayList<>(level.getRepositories());
        all.addAll(level.getPluginRepositories());
        for (Repository repository : all) {
            found.add(new ForeignRepository(
                    text(repository.getId()),
                    text(repository.getUrl()),
                    repository.getReleases() == null || repository.getReleases().isEnabled(),
                    pom));
        }
    }

    private static String text(String written) {
        return written == null ? "" : written;
    }

    /** The POM's coordinates where it lies in a local repository, else its file's name. */
    private static String nameOf(Path pom, LocalRepositories repositories) {
        Optional<String> path = repositories.pathOf(pom);
        Optional<Coordinates> coordinates = path.isPresent() ? Coordinates.ofLayoutPath(path.get()) : Optional.empty();
        return coordinates.isPresent()
                ? coordinates.get().gav()
                : pom.getFileName().toString();
    }
}
