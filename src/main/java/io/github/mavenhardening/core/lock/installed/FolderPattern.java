package io.github.mavenhardening.core.lock.installed;

import io.github.mavenhardening.core.lock.LockPath;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/** A name that a user gives to folders or files: a path from the root of the checkout, whose segments may be patterns. */
public final class FolderPattern {

    /** Whoever means more than that means another folder. */
    static final int MAX_MATCHES = 1000;

    private FolderPattern() {}

    /**
     * The paths that a name stands for, of what is there.
     *
     * @param name with slashes; in a segment an asterisk stands for any characters, and a question mark for one
     * @throws IOException with a sentence fragment for the user, when it names nothing, too much, or something outside
     */
    public static SortedSet<String> expand(Path root, String name) throws IOException {
        String way = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        Optional<String> problem = LockPath.isInProject(way)
                ? Optional.of("write it without './'")
                : LockPath.problemOf(way)
                        .or(() -> way.startsWith("~") ? Optional.of("the path is absolute") : Optional.empty());
        if (problem.isPresent()) {
            throw new IOException(problem.get());
        }
        List<Path> places = List.of(root);
        for (String segment : way.split("/", -1)) {
            places = inside(places, segment);
        }
        SortedSet<String> paths = new TreeSet<>();
        for (Path place : places) {
            paths.add(root.relativize(place).toString().replace('\\', '/'));
        }
        if (paths.isEmpty()) {
            throw new IOException("nothing is there: build first, 'mvn verify hardening:lock'");
        }
        return paths;
    }

    private static List<Path> inside(List<Path> places, String segment) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path place : places) {
            if (segment.indexOf('*') < 0 && segment.indexOf('?') < 0) {
                Path exact = place.resolve(segment);
                if (Files.exists(exact, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(exact);
                }
            } else if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                match(place, segment, found);
            }
        }
        return found;
    }

    private static void match(Path place, String segment, List<Path> found) throws IOException {
        try (DirectoryStream<Path> matches = Files.newDirectoryStream(place, segment)) {
            for (Path match : matches) {
                if (found.size() == MAX_MATCHES) {
                    throw new IOException("it stands for more than " + MAX_MATCHES + " paths");
                }
                found.add(match);
            }
        } catch (PatternSyntaxException | DirectoryIteratorException e) {
            throw new IOException("its part '" + segment + "' cannot be looked up", e);
        }
    }
}
