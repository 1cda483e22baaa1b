package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.build.ForeignRepository;
import io.github.mavenhardening.core.inventory.Coordinates;
import io.github.mavenhardening.core.inventory.LocalRepositories;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.xml.XmlElement;
import io.github.mavenhardening.core.xml.XmlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The repositories that POMs outside the checkout name for downloads. While the POMs are read, no more is noted than the few
 * lines that name them, which few POMs have; these are read when somebody asks.
 */
final class ForeignRepositories {

    private static final List<String> LISTS = List.of("repositories", "pluginRepositories");

    private final ConcurrentMap<Path, List<String>> lists = new ConcurrentHashMap<>();

    /** Notes what a POM's text names. */
    void note(Path pom, String text) {
        List<String> found = new ArrayList<>();
        for (String name : LISTS) {
            String open = '<' + name + '>';
            String close = "</" + name + '>';
            int looked = 0;
            boolean commented = false;
            for (int start = text.indexOf(open); start >= 0; ) {
                int end = text.indexOf(close, start);
                if (end < 0) {
                    break;
                }
                // Whether a comment is open here: by the last of its marks since the place before.
                String between = text.substring(looked, start);
                int begins = between.lastIndexOf("<!--");
                int ends = between.lastIndexOf("-->");
                commented = begins == ends ? commented : begins > ends;
                looked = start;
                if (!commented) {
                    found.add(text.substring(start, end + close.length()));
                }
                start = text.indexOf(open, end);
            }
        }
        if (!found.isEmpty()) {
            lists.put(pom, found);
        }
    }

    /** The repositories named so far, sorted. */
    List<ForeignRepository> outside(Path checkout, LocalRepositories repositories) {
        Set<ForeignRepository> found = new TreeSet<>();
        for (Map.Entry<Path, List<String>> noted : lists.entrySet()) {
            if (!noted.getKey().startsWith(checkout)) {
                String name = nameOf(noted.getKey(), repositories);
                for (String list : noted.getValue()) {
                    read(list, name, found);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The POM's coordinates where it lies in a local repository, else its file's name. */
    private static String nameOf(Path pom, LocalRepositories repositories) {
        Optional<String> path = repositories.pathOf(pom);
        Optional<Coordinates> coordinates = path.isPresent() ? Coordinates.ofLayoutPath(path.get()) : Optional.empty();
        return coordinates.isPresent()
                ? coordinates.get().gav()
                : pom.getFileName().toString();
    }

    private static void read(String list, String pom, Set<ForeignRepository> found) {
        try {
            for (XmlElement repository :
                    XmlReader.read(SourceFile.of("pom.xml", list)).children()) {
                Optional<XmlElement> enabled = repository.at("releases", "enabled");
                boolean releases = enabled.isEmpty() || !enabled.get().text().equals("false");
                found.add(new ForeignRepository(
                        repository.childText("id").orElse(""),
                        repository.childText("url").orElse(""),
                        releases,
                        pom));
            }
        } catch (UnreadableFileException e) {
            // Maven, too, takes a published POM that it cannot read for one that says nothing.
        }
    }
}
