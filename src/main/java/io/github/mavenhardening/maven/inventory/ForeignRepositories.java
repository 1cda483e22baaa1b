package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.ForeignRepository;
import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.lock.Coordinates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Profile;
import org.apache.maven.model.Repository;

/**
 * The repositories that POMs outside the checkout name for downloads. While the POMs are read, no more is noted than which of
 * them
 * mention any, as few do; these are read by Maven's own reader when somebody asks.
 */
final class ForeignRepositories {

    private static final List<String> LISTS = List.of("<repositories", "<pluginRepositories");

    private final RawPoms poms;
    private final Set<Path> mentioning = ConcurrentHashMap.newKeySet();

    ForeignRepositories(RawPoms poms) {
        this.poms = poms;
    }

    /** Notes a POM by its text. */
    void note(Path pom, String text) {
        for (String list : LISTS) {
            if (text.contains(list)) {
                mentioning.add(pom);
            }
        }
    }

    /** The repositories named so far, sorted. */
    List<ForeignRepository> outside(Path checkout, LocalRepositories repositories) {
        Set<ForeignRepository> found = new TreeSet<>();
        for (Path pom : mentioning) {
            Optional<Model> model = pom.startsWith(checkout) ? Optional.empty() : poms.read(pom);
            if (model.isPresent()) {
                String name = nameOf(pom, repositories);
                add(model.get(), name, found);
                for (Profile profile : model.get().getProfiles()) {
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
