package io.github.mavenhardening.core.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * New content of a file, complete on the disk but not yet in the file's place: whoever reads the file sees the old content or the
 * new one, and a disk that is full leaves the old one. Where several files belong together, all are staged before the first is
 * committed.
 *
 * <p>A process that is killed in between leaves its temporary file behind. The next one that writes into the same folder removes
 * it, by its name and when it has lain there for longer than any write takes: a younger one may be of a run beside this one.
 */
public final class AtomicFile implements AutoCloseable {

    private static final String PREFIX = "hardening";
    private static final String SUFFIX = ".tmp";

    private static final Pattern TEMPORARY = Pattern.compile(PREFIX + "-[0-9a-f-]{36}\\" + SUFFIX);

    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private final Path file;
    private final Path temporary;

    private AtomicFile(Path file, Path temporary) {
        this.file = file;
        this.temporary = temporary;
    }

    /**
     * Writes a file's new content beside it, with the permissions of the one that it will replace.
     *
     * @param file the file, whose folder exists; a link of that name will be replaced itself
     * @throws IOException when the content cannot be written in full; nothing is left of it then
     */
    public static AtomicFile stage(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = folder.resolve(PREFIX + '-' + UUID.randomUUID() + SUFFIX);
        AtomicFile staged = new AtomicFile(file, temporary);
        try {
            // Not Files.createTempFile: its files are readable by their owner alone, whatever the user's mask says.
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            keepPermissions(file, temporary);
            removeAbandoned(folder, Files.getLastModifiedTime(temporary));
            return staged;
        } catch (AccessDeniedException e) {
            staged.close();
            // Of the file that is meant: nobody knows the other.
            throw new AccessDeniedException(file.toString());
        } catch (IOException | RuntimeException e) {
            staged.close();
            throw e;
        }
    }

    /**
     * Gives a file new content.
     *
     * @see #stage
     */
    public static void write(Path file, byte[] content) throws IOException {
        try (AtomicFile staged = stage(file, content)) {
            staged.commit();
        }
    }

    /** Puts the content into the file's place, atomically where the file system can. */
    public void commit() throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Puts the content into the file's place unless something of that name is there by now.
     *
     * @return whether the file is the new one
     */
    public boolean commitIfAbsent() throws IOException {
        try {
            Files.createLink(file, temporary);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false; // Silent: the answer says so.
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Silent: the file system has no links to a file, and what is wrong otherwise the next attempt says.
            return moveIfAbsent();
        }
    }

    private boolean moveIfAbsent() throws IOException {
        try {
            Files.move(temporary, file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false; // Silent: the answer says so.
        }
    }

    /** Removes the temporary file, where it was not moved. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(temporary);
    }

    private static void keepPermissions(Path file, Path temporary) throws IOException {
        PosixFileAttributeView old =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (old != null && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(temporary, old.readAttributes().permissions());
        }
    }

    /**
     * Removes what killed processes left in a folder.
     *
     * @param now the time by the file system's own clock
     */
    private static void removeAbandoned(Path folder, FileTime now) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + '*' + SUFFIX)) {
            for (Path file : files) {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                Duration age = Duration.between(attributes.lastModifiedTime().toInstant(), now.toInstant());
                if (attributes.isRegularFile()
                        && TEMPORARY.matcher(file.getFileName().toString()).matches()
                        && age.compareTo(ABANDONED) > 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Silent: litter does no harm, what was to be written has been, and the next run tries again.
        }
    }
}
