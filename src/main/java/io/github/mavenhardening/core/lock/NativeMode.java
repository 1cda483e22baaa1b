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
 * Tells Maven itself to compare files with the lock: the lines in {@code .mvn/maven.config} by which Maven Resolver takes the
 * lock for its trusted checksums, from Maven 3.9 on. What else the file says stays byte for byte.
 *
 * @see <a href="https://maven.apache.org/resolver/expected-checksums.html">Maven Resolver: expected checksums</a>
 */
public final class NativeMode {

    /** The file, relative to the root of the checked repository. */
    public static final String LOCATION = ".mvn/maven.config";

    private static final String SOURCE = "aether.trustedChecksumsSource.summaryFile";
    private static final String PROCESSOR = "aether.artifactResolver.postProcessor.trustedChecksums";

    /** The properties that must both be {@code true} for Maven to compare anything. */
    public static final List<String> SWITCHES = List.of(SOURCE, PROCESSOR);

    private static final int MAX_BYTES = 1024 * 1024;

    /** By their order in the file. No {@code failIfMissing}: it fails on the reactor's own modules. */
    private static final Map<String, String> PROPERTIES = new LinkedHashMap<>();

    static {
        PROPERTIES.put(SOURCE, "true");
        PROPERTIES.put(SOURCE + ".basedir", "${session.rootDirectory}/.mvn/checksums/");
        // One file for all repositories: a mirror has an id of its own.
        PROPERTIES.put(SOURCE + ".originAware", "false");
        PROPERTIES.put(PROCESSOR, "true");
        PROPERTIES.put(PROCESSOR + ".checksumAlgorithms", "SHA-256");
    }

    private final Path root;

    /** Of that checkout. */
    public NativeMode(Path root) {
        this.root = root;
    }

    /**
     * Adds the lines that are missing.
     *
     * @return the lines that were added, none where Maven was told before
     * @throws IOException when the file cannot be read or written, or says something else of one of the properties; the message
     *     is for the user
     */
    public List<String> enable() throws IOException {
        Path file = root.resolve(LOCATION);
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
        Path file = root.resolve(LOCATION);
        try {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && missing(read(file)).isEmpty();
        } catch (IOException e) {
            return false; // Silent: it is not counted on, and verification-bypass finds what cannot be read there.
        }
    }

    private String read(Path file) throws IOException {
        if (!file.toRealPath().startsWith(root.toRealPath())) {
            throw new IOException("it is a symbolic link that leads out of the repository");
        }
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
            throw new IOException("it is no regular file, or larger than " + MAX_BYTES + " bytes");
        }
        // A character for each byte, so that writing gives the same bytes back whatever the encoding.
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** The lines that a file's text lacks. */
    static List<String> missing(String text) throws IOException {
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> property : PROPERTIES.entrySet()) {
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
