package io.github.mavenhardening.core.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Why a file cannot be read or written, for the user: the platform's own message is often its path alone. */
public final class FileProblem {

    private FileProblem() {}

    /**
     * The file and the reason.
     *
     * @param root the folder that files are named from
     */
    public static String text(IOException problem, Path root) {
        if (!(problem instanceof FileSystemException one) || one.getFile() == null) {
            return problem.getMessage();
        }
        Path file = Path.of(one.getFile());
        String name = file.startsWith(root)
                ? root.relativize(file).toString().replace(File.separatorChar, '/')
                : one.getFile();
        return name + ": " + reason(problem);
    }

    /** The reason, without the file. */
    public static String reason(IOException problem) {
        if (!(problem instanceof FileSystemException one)) {
            return problem.getMessage();
        }
        if (one.getReason() != null) {
            return one.getReason();
        }
        if (one instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (one instanceof FileAlreadyExistsException) {
            return "a file is there already";
        }
        if (one instanceof NoSuchFileException) {
            return "there is none";
        }
        return one instanceof NotDirectoryException
                ? "it is not a folder"
                : one.getClass().getSimpleName();
    }
}
