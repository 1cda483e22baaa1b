package io.github.mavenhardening.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A zip whose programs stay programs: it is unpacked with the permission to execute what has it in the zip. */
public final class ZipFolder {

    private static final int MAX_FILES = 100_000;

    private static final Map<String, String> WITH_PERMISSIONS =
            Map.of("enablePosixFileAttributes", "true", "defaultPermissions", "rw-r--r--");

    private ZipFolder() {}

    /**
     * Unpacks a zip.
     *
     * @param target an empty folder
     * @param maxBytes how much it may come to
     * @throws IOException when it cannot be read or written, is too large, or leads out of the folder; part of it may be there then
     */
    public static void unpack(Path zip, Path target, long maxBytes) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(zip, WITH_PERMISSIONS)) {
            for (Path top : files.getRootDirectories()) {
                Files.walkFileTree(top, new Copy(top, target, maxBytes));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("it is not a zip that can be read: " + e.getMessage(), e);
        }
    }

    private static final class Copy extends SimpleFileVisitor<Path> {

        private final Path top;
        private final Path target;
        private final byte[] buffer = new byte[64 * 1024];
        private long left;
        private int files;

        Copy(Path top, Path target, long maxBytes) {
            this.top = top;
            this.target = target.toAbsolutePath().normalize();
            this.left = maxBytes;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(placeOf(folder));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path place = placeOf(file);
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = Files.newOutputStream(place)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        throw new IOException("it is larger than is allowed");
                    }
                    out.write(buffer, 0, read);
                }
            }
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE)) {
                makeProgram(place);
            }
            return FileVisitResult.CONTINUE;
        }

        private Path placeOf(Path inZip) throws IOException {
            Path place = target.resolve(top.relativize(inZip).toString()).normalize();
            files++;
            if (files > MAX_FILES) {
                throw new IOException("it has more than " + MAX_FILES + " files");
            }
            if (!place.startsWith(target)) {
                throw new IOException("a name in it leads out of it");
            }
            return place;
        }

        /** Whoever may read it, as the user's mask has it, may execute it. */
        private static void makeProgram(Path file) throws IOException {
            Optional<PosixFileAttributeView> view =
                    Optional.ofNullable(Files.getFileAttributeView(file, PosixFileAttributeView.class));
            if (view.isPresent()) {
                Set<PosixFilePermission> permissions =
                        view.get().readAttributes().permissions();
                if (permissions.contains(PosixFilePermission.OWNER_READ)) {
                    permissions.add(PosixFilePermission.OWNER_EXECUTE);
                }
                if (permissions.contains(PosixFilePermission.GROUP_READ)) {
                    permissions.add(PosixFilePermission.GROUP_EXECUTE);
                }
                if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
                    permissions.add(PosixFilePermission.OTHERS_EXECUTE);
                }
                view.get().setPermissions(permissions);
            }
        }
    }
}
