package io.github.mavenhardening.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileProblemTest {

    private static final Path ROOT = Path.of("/repository");

    private static String text(IOException problem) {
        return FileProblem.text(problem, ROOT);
    }

    private static String in(String name) {
        return ROOT.resolve(name).toString();
    }

    @Test
    void saysWhyWhereThePlatformNamesTheFileAlone() {
        assertThat(text(new AccessDeniedException(in(".mvn/a.json")))).isEqualTo(".mvn/a.json: permission denied");
        assertThat(text(new FileAlreadyExistsException(in(".mvn")))).isEqualTo(".mvn: a file is there already");
        assertThat(text(new NoSuchFileException(in("a")))).isEqualTo("a: there is none");
        assertThat(text(new NotDirectoryException(in("a")))).isEqualTo("a: it is not a folder");
        assertThat(text(new DirectoryNotEmptyException(in("a")))).isEqualTo("a: DirectoryNotEmptyException");
    }

    @Test
    void keepsWhatIsSaidAlready() {
        assertThat(text(new FileSystemException(in("a"), null, "Read-only file system")))
                .isEqualTo("a: Read-only file system");
        assertThat(text(new IOException("the file is too large"))).isEqualTo("the file is too large");
        assertThat(text(new FileSystemException(null, null, "No space left"))).isEqualTo("No space left");
        assertThat(FileProblem.reason(new IOException("the file is too large"))).isEqualTo("the file is too large");
    }

    @Test
    void namesAFileElsewhereInFull() {
        String elsewhere = Path.of("/elsewhere/a").toString();

        assertThat(text(new AccessDeniedException(elsewhere))).isEqualTo(elsewhere + ": permission denied");
    }
}
