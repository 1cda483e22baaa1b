package io.github.mavenhardening.core.lock;

import io.github.mavenhardening.core.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Configures Maven itself to compare files with the lock: the lines in {@code .mvn/maven.config} by which Maven Resolver takes
 * the lock for its trusted checksums, from Maven 3.9 on. What else the file says stays byte for byte.
 *
 * @see <a href="https://maven.apache.org/resolver/expected-checksums.html">Maven Resolver: expected checksums</a>
 */
public final class NativeMode {

    /** The file, relative to the folder that Maven reads. */
    public static final String LOCATION = ".mvn/maven.config";

    private static final String SOURCE = "aether.trustedChecksumsSource.summaryFile";
    private static final String PROCESSOR = "aether.artifactResolver.postProcessor.trustedChecksums";

    /** The properties that must both be {@code true} for Maven to compare anything. */
    public static final List<String> SWITCHES = List.of(SOURCE, PROCESSOR);

    private static final int MAX_BYTES = 1024 * 1024;

    private final Path folder;
    private final Map<String, String> properties;

    /**
     * Of that checkout.
     *
     * @param root its root, where the lock lies
     * @param folder the folder of the checkout whose {@code .mvn} its Maven reads
     */
    public NativeMode(Path root, Path folder) {
        this.folder = folder;
        this.properties = properties(up(root, folder));
    }

    /** From the folder to the root, each step {@code ../}. */
    private static String up(Path root, Path folder) {
        Path from = real(folder);
        Path to = real(root);
        return from.startsWith(to) ? "../".repeat(from.getNameCount() - to.getNameCount()) : "";
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // Silent: a folder that is not there yet has no other path.
            return path.toAbsolutePath().normalize();
        }
    }

    /** By their order in the file. No {@code failIfMissing}: it fails on the reactor's own modules. */
    private static Map<String, String> properties(String up) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(SOURCE, "true");
        properties.put(SOURCE + ".basedir", "${session.rootDirectory}/" + up + ".mvn/checksums/");
        // One file for all repositories: a mirror has an id of its own.
        properties.put(SOURCE + ".originAware", "false");
        properties.put(PROCESSOR, "true");
        properties.put(PROCESSOR + ".checksumAlgorithms", "SHA-256");
        return properties;
    }

    /**
     * Adds the lines that are missing.
     *
     * @return the lines that were added, none where Maven was configured before
     * @throws IOException when the file cannot be read or written, or says something else of one of the properties; the message
     *     is for the user
     */
    public List<String> enable() throws IOException {
        Path file = folder.resolve(LOCATION);
        String old = Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? read(file) : "";
        List<String> missing = missing(old);
        if (missing.isEmpty()) {
            return missing;
        }
        Files.createDirectories(file.getParent());
        AtomicFile.write(
                Files.isSymbolicLink(file) ? file.toRealPath() : file,
                with(old, missing).getBytes(StandardCharsets.ISO_8859_1));
        return missing;
    }

    /** Whether the file asks for it in full; one that cannot be read does not. */
    public boolean isAsked() {
        Path file = folder.resolve(LOCATION);
        try {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && missing(read(file)).isEmpty();
        } catch (IOException e) {
            return false; // Silent: it is not counted on, and verification-bypass finds what cannot be read there.
        }
    }

    private String read(Path file) throws IOException {
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            throw new IOException("it is a symbolic link that leads out of the repository");
        }
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
            throw new IOException("it is not a regular file, or larger than " + MAX_BYTES + " bytes");
        }
        // A character for each byte, so that writing gives the same bytes back whatever the encoding.
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** The lines that a file's text lacks. */
    private List<String> missing(String text) throws IOException {
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> property : properties.entrySet()) {
            String start = "-D" + property.getKey();
            String wanted = start + '=' + property.getValue();
            boolean found = false;
            for (String argument : text.split("\\s+", -1)) {
                boolean same = argument.equals(start) || argument.startsWith(start + '=');
                if (same && !argument.equals(wanted)) {
                    throw new IOException("it says '" + argument + "' where '" + wanted + "' is wanted");
                }
                found |= same;
            }
            if (!found) {
                missing.add(wanted);
            }
        }
        return missing;
    }

    /** A text with lines after it, ended as its own lines are. */
    static String with(String text, List<String> lines) {
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        StringBuilder all = new StringBuilder(text);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            all.append(end);
        }
        lines.forEach(line -> all.append(line).append(end));
        return all.toString();
    }
}
