package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.xml.XmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What stands before the colon where a goal is called by a short name, as {@code dependency} in {@code dependency:tree}. */
final class GoalPrefix {

    private static final String DESCRIPTOR = "META-INF/maven/plugin.xml";

    /** The largest descriptors of plugins have a megabyte. */
    private static final int MAX_BYTES = 8 << 20;

    private GoalPrefix() {}

    /**
     * The one that a plugin's descriptor names.
     *
     * @return empty for any other file, and for a plugin whose descriptor names none
     * @throws IOException when the jar or its descriptor cannot be read
     */
    static Optional<String> of(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(DESCRIPTOR);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(MAX_BYTES + 1);
                if (bytes.length > MAX_BYTES) {
                    throw new IOException(DESCRIPTOR + " is larger than " + MAX_BYTES + " bytes");
                }
                return XmlReader.read(SourceFile.decode(DESCRIPTOR, bytes)).childText("goalPrefix");
            }
        } catch (ZipException e) {
            return Optional.empty(); // Silent: a file that Maven cannot open runs no goal.
        } catch (UnreadableFileException e) {
            throw new IOException(DESCRIPTOR + " cannot be read: " + e.reason(), e);
        }
    }
}
