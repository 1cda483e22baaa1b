package io.github.mavenhardening.core.init;

import io.github.mavenhardening.core.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A new file: written only where no file of that name exists. */
public final class NewFile {

    private NewFile() {}

    /**
     * Writes it, with the folders on the way.
     *
     * @param root the repository's root
     * @return whether it was written; false when something of that name is there
     * @throws IOException when it cannot be written, or a link on the way would lead elsewhere
     */
    public static boolean write(Path root, StarterFile file) throws IOException {
        Path target = root.resolve(file.path()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException(file.path() + " is not in the repository");
        }
        for (Path folder = target.getParent(); !folder.equals(root); folder = folder.getParent()) {
            if (Files.isSymbolicLink(folder)) {
                throw new IOException(root.relativize(folder).toString().replace('\\', '/')
                        + " is a link: nothing is written through it");
            }
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Files.createDirectories(target.getParent());
        try (AtomicFile staged = AtomicFile.stage(target, file.content().getBytes(StandardCharsets.UTF_8))) {
            return staged.commitIfAbsent();
        }
    }
}
