package io.github.mavenhardening.core.lock.change;

import io.github.mavenhardening.core.lock.CheckoutFile;
import io.github.mavenhardening.core.source.ChangeSince;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a repository as they are in its checkout, and as they were where its branch left the base.
 *
 * @param root the root of the checkout
 * @param change the change, which is known
 */
record BothFiles(Path root, ChangeSince change) {

    /** As much as the largest of them may have. */
    private static final int LIMIT = 32 << 20;

    /**
     * A file's bytes before; empty where it was not there.
     *
     * @throws IOException when they cannot be read; see {@link #reasonOf}
     */
    Optional<byte[]> before(String path) throws IOException {
        return change.before(path);
    }

    /**
     * A file's bytes now; empty where it is not there.
     *
     * @throws IOException when they cannot be read; see {@link #reasonOf}
     */
    Optional<byte[]> after(String path) throws IOException {
        // Silent: a larger file is refused by an exception.
        return new CheckoutFile(root, path, LIMIT).read();
    }

    /** Why a file cannot be read, for the user: other messages of the platform's may name paths of this machine. */
    static String reasonOf(IOException e) {
        String said = e.getMessage() == null ? "" : e.getMessage();
        boolean ours = said.startsWith("it is ") || said.startsWith("an object ") || said.startsWith("larger than ");
        return ours ? said : "it cannot be read";
    }
}
