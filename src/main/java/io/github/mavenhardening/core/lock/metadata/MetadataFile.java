package io.github.mavenhardening.core.lock.metadata;

import io.github.mavenhardening.core.file.AtomicFile;
import io.github.mavenhardening.core.lock.CheckoutFile;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.lock.LockText;
import io.github.mavenhardening.core.text.MergeConflict;
import io.github.mavenhardening.core.text.MergeConflict.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The metadata on disk. */
public final class MetadataFile {

    /** As much as the lock itself: a line here is as long as one there. */
    private static final int MAX_BYTES = 32 * 1024 * 1024;

    private final CheckoutFile file;

    /**
     * The metadata of a repository's lock.
     *
     * @param root the root of the checked repository
     */
    public MetadataFile(Path root) {
        // Silent: what is larger is refused when it is read.
        this.file = new CheckoutFile(root, LockMetadata.LOCATION, MAX_BYTES);
    }

    /**
     * Reads the metadata.
     *
     * @return empty where there is none
     * @throws IOException when the file is there but cannot be read
     * @throws LockSyntaxException when its content cannot be understood
     */
    public Optional<LockMetadata> read() throws IOException, LockSyntaxException {
        Optional<String> text = text();
        return text.isPresent() ? Optional.of(parse(text.get())) : Optional.empty();
    }

    /**
     * Reads the metadata with what both sides of an unresolved merge know.
     *
     * @see #read()
     */
    public Optional<LockMetadata> readMerging() throws IOException, LockSyntaxException {
        Optional<String> text = text();
        if (text.isEmpty() || text.get().lines().noneMatch(MergeConflict::isMarker)) {
            return read();
        }
        LockMetadata ours = MetadataParser.parse(MergeConflict.sideOf(text.get(), Side.OURS));
        LockMetadata theirs = MetadataParser.parse(MergeConflict.sideOf(text.get(), Side.THEIRS));
        return Optional.of(ours.union(theirs));
    }

    /**
     * Makes ready to write the metadata.
     *
     * @return empty where the file would not change
     * @throws IOException also when the file is another than was read: somebody else has changed it since
     */
    public Optional<AtomicFile> stage(LockMetadata metadata) throws IOException {
        return file.stage(bytes(metadata));
    }

    private static byte[] bytes(LockMetadata metadata) {
        return MetadataWriter.text(metadata).getBytes(StandardCharsets.UTF_8);
    }

    private Optional<String> text() throws IOException, LockSyntaxException {
        Optional<byte[]> content = file.read();
        return content.isEmpty() ? Optional.empty() : Optional.of(LockText.of(content.get()));
    }

    /** The metadata of a text; where git left a conflict in it, that is what is wrong, rather than what a reader of JSON says. */
    private static LockMetadata parse(String text) throws LockSyntaxException {
        try {
            return MetadataParser.parse(text);
        } catch (LockSyntaxException e) {
            int start = MergeConflict.startOf(text);
            int line = start < 0
                    ? Integer.MAX_VALUE
                    : (int) text.substring(0, start).lines().count() + 1;
            throw line <= e.line() ? new LockSyntaxException(line, 1, LockText.CONFLICT) : e;
        }
    }
}
