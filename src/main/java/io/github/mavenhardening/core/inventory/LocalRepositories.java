package io.github.mavenhardening.core.inventory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The local repositories of a build: the one that Maven writes to, then the read-only ones behind it
 * ({@code maven.repo.local.tail}). A path is looked up in that order, as Maven does.
 */
public final class LocalRepositories {

    /** Where Maven notes which repository a file came from. */
    private static final String TRACKING_FILE = "_remote.repositories";

    private static final int MAX_TRACKING_BYTES = 256 * 1024;

    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?|\\n");

    private final List<Path> roots;

    /**
     * Several local repositories.
     *
     * @param roots folders in the order of precedence
     */
    public LocalRepositories(List<Path> roots) {
        Set<Path> distinct = new LinkedHashSet<>();
        for (Path root : roots) {
            distinct.add(root.toAbsolutePath().normalize());
        }
        this.roots = List.copyOf(distinct);
    }

    /** The file of a layout path in the first local repository that has it. */
    public Optional<Path> find(String layoutPath) {
        for (Path root : roots) {
            Path file = root.resolve(layoutPath);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** The layout path of a file; empty for a file that lies in none of the local repositories. */
    public Optional<String> pathOf(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        for (Path root : roots) {
            if (absolute.startsWith(root)) {
                return Optional.of(root.relativize(absolute).toString().replace('\\', '/'));
            }
        }
        return Optional.empty();
    }

    /**
     * The id of the repository that a file was downloaded from.
     *
     * @return empty when Maven noted none, or noted a local installation
     */
    public static Optional<String> originOf(Path file) {
        return originsOf(file).stream().filter(id -> !id.isEmpty()).findFirst();
    }

    /** Tells whether a file was put in place by {@code mvn install} on this machine rather than downloaded. */
    public static boolean isLocallyInstalled(Path file) {
        return originsOf(file).contains("");
    }

    /** The noted repository ids, sorted; a local installation is the empty id. Empty where nothing was noted. */
    public static List<String> originsOf(Path file) {
        Path tracking = file.resolveSibling(TRACKING_FILE);
        String prefix = file.getFileName() + ">";
        try {
            if (!Files.isRegularFile(tracking) || Files.size(tracking) > MAX_TRACKING_BYTES) {
                return List.of();
            }
            String text = new String(Files.readAllBytes(tracking), StandardCharsets.UTF_8);
            // The format of java.util.Properties escapes nothing that occurs in file names and ids.
            List<String> ids = new ArrayList<>();
            for (String line : LINE_BREAK.split(text, -1)) {
                if (line.startsWith(prefix) && line.endsWith("=")) {
                    ids.add(line.substring(prefix.length(), line.length() - 1));
                }
            }
            ids.sort(null);
            return List.copyOf(ids);
        } catch (IOException e) {
            return List.of();
        }
    }
}
