package io.github.mavenhardening.core.fix;

import io.github.mavenhardening.core.file.AtomicFile;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnifiedDiff;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files of a checkout with the texts that they are to have. */
public final class FixedFiles {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path root;
    private final SortedMap<String, Change> changes;

    private record Change(String before, String after) {}

    private FixedFiles(Path root, SortedMap<String, Change> changes) {
        this.root = root;
        this.changes = changes;
    }

    /**
     * Those files.
     *
     * @param texts the new texts, without byte order marks, by the paths of files that can be read
     */
    public static FixedFiles of(Path root, Repository repository, SortedMap<String, String> texts) throws IOException {
        SortedMap<String, Change> changes = new TreeMap<>();
        for (String path : texts.keySet()) {
            try {
                changes.put(path, new Change(repository.read(path).text(), texts.get(path)));
            } catch (UnreadableFileException e) {
                throw new IOException(path + ": " + e.reason(), e);
            }
        }
        return new FixedFiles(root, changes);
    }

    /** All changes as one unified diff. */
    public String diff() {
        StringBuilder diff = new StringBuilder();
        changes.forEach((path, change) -> diff.append(UnifiedDiff.of(path, change.before(), change.after())));
        return diff.toString();
    }

    /**
     * Writes the files, each atomically; a byte order mark stays.
     *
     * @throws IOException when one was changed since it was read, is a link, or cannot be written; those before it are written
     */
    public void write() throws IOException {
        for (String path : changes.keySet()) {
            Change change = changes.get(path);
            Path file = root.resolve(path);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(path + " is a link, or no file any more; nothing was written to it");
            }
            byte[] found = Files.readAllBytes(file);
            boolean marked = Arrays.mismatch(found, BYTE_ORDER_MARK) >= BYTE_ORDER_MARK.length;
            if (!Arrays.equals(found, bytes(change.before(), marked))) {
                throw new IOException(path + " was changed while it was looked at; nothing was written to it");
            }
            AtomicFile.write(file, bytes(change.after(), marked));
        }
    }

    private static byte[] bytes(String text, boolean marked) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (marked) {
            bytes.writeBytes(BYTE_ORDER_MARK);
        }
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
