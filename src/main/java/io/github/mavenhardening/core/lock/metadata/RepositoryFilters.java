package io.github.mavenhardening.core.lock.metadata;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.lock.CheckoutFile;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.LockPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Writes the files by which Maven Resolver asks a repository only for the groups that came from it.
 *
 * @see <a href="https://maven.apache.org/resolver/remote-repository-filtering.html">Maven Resolver: remote repository
 *     filtering</a>
 */
public final class RepositoryFilters {

    /** Where the files lie, relative to the root of the checked repository. */
    public static final String FOLDER = ".mvn/rrf";

    /** What configures Maven to look there, a line each of {@code .mvn/maven.config}. */
    public static final List<String> CONFIGURATION = List.of(
            "-Daether.remoteRepositoryFilter.groupId=true",
            "-Daether.remoteRepositoryFilter.groupId.basedir=${session.rootDirectory}/.mvn/rrf/");

    private static final int MAX_BYTES = 8 * 1024 * 1024;

    /** What may be part of a file's name everywhere. */
    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private RepositoryFilters() {}

    /** The groups that came from each repository, sorted. A file of unknown origin has no part in it. */
    public static SortedMap<String, SortedSet<String>> groupsById(LockMetadata known) {
        SortedMap<String, SortedSet<String>> groups = new TreeMap<>();
        for (Map.Entry<String, FileMetadata> file : known.files().entrySet()) {
            Optional<String> origin = file.getValue().origin();
            Optional<Coordinates> coordinates = LockPath.coordinatesOf(file.getKey());
            if (origin.isPresent() && coordinates.isPresent()) {
                groups.computeIfAbsent(origin.get(), id -> new TreeSet<>())
                        .add(coordinates.get().groupId());
            }
        }
        return groups;
    }

    /**
     * Writes a file for each repository that something came from.
     *
     * @return a sentence about each
     * @throws IOException when one cannot be written; the message names it
     */
    public static List<String> write(Path root, LockMetadata known) throws IOException {
        List<String> done = new ArrayList<>();
        for (Map.Entry<String, SortedSet<String>> repository : groupsById(known).entrySet()) {
            String id = repository.getKey();
            if (!PLAIN_ID.matcher(id).matches()) {
                done.add("no filter for a repository whose id cannot name a file");
                continue;
            }
            String location = FOLDER + "/groupId-" + id + ".txt";
            String text = String.join("\n", repository.getValue()) + "\n";
            boolean written;
            try {
                written = new CheckoutFile(root, location, MAX_BYTES).write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IOException(location + " cannot be written: " + e.getMessage(), e);
            }
            done.add(location
                    + (written ? " written: " : " is up to date: ")
                    + Count.of(repository.getValue().size(), "groups"));
        }
        return done;
    }
}
