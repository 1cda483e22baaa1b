package io.github.mavenhardening.core.lock;

import io.github.mavenhardening.core.file.AtomicFile;
import java.io.IOException;
import java.util.Optional;

/** Writes what a file of the checkout made ready, as the goals do with several of them at once. */
public final class Staged {

    private Staged() {}

    /** Whether there was something to write. */
    public static boolean write(Optional<AtomicFile> staged) throws IOException {
        if (staged.isEmpty()) {
            return false;
        }
        try (AtomicFile file = staged.get()) {
            file.commit();
        }
        return true;
    }
}
