package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.init.NewFile;
import io.github.mavenhardening.core.init.StarterFile;
import io.github.mavenhardening.core.lock.CheckoutFile;
import io.github.mavenhardening.core.lock.recorded.RecordedFiles;
import io.github.mavenhardening.core.report.ReportWriter;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backslashes, drives, and line breaks of two characters: what Windows makes of paths, on every machine that tests. */
class WindowsPathsTest {

    private FileSystem windows;
    private Path root;

    @BeforeEach
    void stage() throws IOException {
        windows = Jimfs.newFileSystem(Configuration.windows().toBuilder()
                .setRoots("C:\\", "D:\\")
                .setWorkingDirectory("C:\\code")
                .setAttributeViews("basic")
                .build());
        root = Files.createDirectories(windows.getPath("C:\\code\\root"));
    }

    @AfterEach
    void strike() throws IOException {
        windows.close();
    }

    @Test
    void pathsOfTheRepositoryHaveSlashes() throws IOException {
        write("pom.xml", "");
        write(".github/workflows/ci.yml", "on: push");
        write("a/b/c.txt", "");

        Checkout checkout = new Checkout(root);
        assertThat(checkout.files()).containsExactly(".github/workflows/ci.yml", "a/b/c.txt", "pom.xml");
        assertThat(checkout.filesIn(".github/workflows")).containsExactly(".github/workflows/ci.yml");
        assertThat(checkout.filesIn("")).containsExactly("pom.xml");
        assertThat(checkout.read(".github/workflows/ci.yml", 100)).hasSize(8);
        assertThat(checkout.head(".github/workflows/ci.yml", 2)).hasSize(2);
        assertThat(checkout.isFile("a/b")).isFalse();
        assertThat(checkout.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..\\outside.txt",
                "../outside.txt",
                "a\\..\\..\\outside.txt",
                "a/../../outside.txt",
                "C:\\code\\outside.txt",
                "C:/code/outside.txt",
                "D:\\outside.txt",
                "D:/outside.txt",
                "\\\\server\\share\\outside.txt",
                "//server/share/outside.txt",
            })
    void noPathLeadsOut(String path) throws IOException {
        write("a/b", "");
        Files.writeString(windows.getPath("C:\\code\\outside.txt"), "secret");
        Files.writeString(windows.getPath("D:\\outside.txt"), "secret");
        Checkout checkout = new Checkout(root);

        assertThat(checkout.isFile(path)).isFalse();
        assertThat(checkout.filesIn(path)).isEmpty();
        assertThatThrownBy(() -> checkout.read(path, 10)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> checkout.head(path, 10)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a?b", "a*b", "a<b", "a|b", "a\"b", "a\0b", "C:", "C:a"})
    void namesThatWindowsDoesNotKnowAreNone(String path) throws IOException {
        Checkout checkout = new Checkout(root);

        assertThat(checkout.isFile(path)).isFalse();
        assertThatThrownBy(() -> checkout.read(path, 10)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> checkout.head(path, 10)).isInstanceOf(IOException.class);
    }

    @Test
    void whatGitTracksIsFoundByItsSlashes() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\r\n");
        write(".gitignore", "build/\r\n*.log\r\n!keep.log\r\n");
        write("build/kept.yml", "");
        write("build/other.yml", "");
        write("a/x.log", "");
        write("a/keep.log", "");
        Files.write(root.resolve(".git/index"), index("build/kept.yml"));

        Checkout checkout = new Checkout(root);
        assertThat(checkout.files()).containsExactly(".gitignore", "a/keep.log", "build/kept.yml");
        assertThat(checkout.tracked().orElseThrow()).containsExactly(new TrackedFile("build/kept.yml", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gitdir: ../project/.git/worktrees/root\r\n",
                "gitdir: ..\\project\\.git\\worktrees\\root\r\n",
                "gitdir: C:/code/project/.git/worktrees/root\r\n",
                "gitdir: C:\\code\\project\\.git\\worktrees\\root",
            })
    void aWorktreeIsFoundHoweverItsPathIsWritten(String pointer) throws IOException {
        Path main = windows.getPath("C:\\code\\project");
        Path own = Files.createDirectories(main.resolve(".git\\worktrees\\root"));
        Files.writeString(own.resolve("commondir"), "../..\r\n");
        Files.writeString(
                main.resolve(".git\\config"), "[core]\r\n\tbare = false\r\n[remote \"origin\"]\r\n\turl = x\r\n");
        write(".git", pointer);

        GitFolder git = GitFolder.of(root);
        assertThat(git.folder()).contains(own);
        assertThat(git.originUrl()).contains("x");
    }

    @Test
    void aWorktreeMayLieOnAnotherDrive() throws IOException {
        Files.createDirectories(windows.getPath("D:\\git\\root"));
        write(".git", "gitdir: D:/git/root\r\n");
        assertThat(GitFolder.of(root).folder()).contains(windows.getPath("D:\\git\\root"));

        write(".git", "gitdir: E:/git/root\r\n");
        assertThatThrownBy(() -> GitFolder.of(root).index()).hasMessage(".git does not lead to a directory");
        write(".git", "gitdir: a?b\r\n");
        assertThatThrownBy(() -> GitFolder.of(root).index()).hasMessage(".git does not lead to a directory");
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\code\\root\\target\\hardening, target\\hardening",
        "C:\\elsewhere, ..\\..\\elsewhere",
        "D:\\reports, D:\\reports",
    })
    void reportsMayLieOnAnotherDrive(String folder, String shown) {
        assertThat(new ReportWriter(windows.getPath(folder)).folderFrom(root)).isEqualTo(shown);
    }

    @Test
    void aRootMayLieOnAnotherDrive() throws IOException {
        Path other = Files.createDirectories(windows.getPath("D:\\other"));

        assertThat(RepositoryRoot.find(Optional.of(other), root)).isEqualTo(other);
        assertThat(RepositoryRoot.find(Optional.of(windows.getPath("sub")), root))
                .isEqualTo(root.resolve("sub"));
        assertThat(RepositoryRoot.find(Optional.empty(), windows.getPath("D:\\")))
                .isEqualTo(windows.getPath("D:\\"));
    }

    @Test
    void aDriveMayBeTheRoot() throws IOException {
        Path drive = windows.getPath("D:\\");
        Files.createDirectories(drive.resolve("a"));
        Files.writeString(drive.resolve("a\\b.txt"), "x");

        Checkout checkout = new Checkout(drive);
        assertThat(checkout.files()).containsExactly("a/b.txt");
        assertThat(checkout.head("a/b.txt", 10)).hasSize(1);
        assertThat(checkout.isFile("../a/b.txt")).isTrue();
        assertThat(checkout.isFile("C:/code")).isFalse();
    }

    @Test
    void aLocalRepositoryOnAnotherDriveKnowsItsOwnFiles() throws IOException {
        Path local = Files.createDirectories(windows.getPath("D:\\m2"));
        Path jar = Files.createDirectories(local.resolve("org\\example\\a\\1")).resolve("a-1.jar");
        Files.writeString(jar, "x");
        LocalRepositories repositories = new LocalRepositories(List.of(windows.getPath("C:\\m2"), local), List.of());

        assertThat(repositories.pathOf(jar)).contains("org/example/a/1/a-1.jar");
        assertThat(repositories.pathOf(root.resolve("a.jar"))).isEmpty();
        assertThat(repositories.find("org/example/a/1/a-1.jar")).contains(jar);
    }

    @Test
    void theLockAndItsCompanionsAreFilesOfTheCheckout() throws Exception {
        CheckoutFile lock = new CheckoutFile(root, ".mvn/checksums/checksums.sha256", 100);
        assertThat(lock.read()).isEmpty();

        Files.createDirectories(lock.path().getParent());
        Files.writeString(lock.path(), "x");
        assertThat(lock.read()).contains("x".getBytes(StandardCharsets.UTF_8));
        assertThat(new RecordedFiles(root).besideTheLock()).isNotNull();
        assertThat(NewFile.write(root, new StarterFile(".github/dependabot.yml", "version: 2\n")))
                .isTrue();
        assertThat(root.resolve(".github\\dependabot.yml")).hasContent("version: 2");
        assertThatThrownBy(() -> NewFile.write(root, new StarterFile("..\\x", "")))
                .hasMessage("..\\x is not in the repository");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** An index of one file. */
    private static byte[] index(String path) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("DIRC");
        out.writeInt(2);
        out.writeInt(1);
        out.write(new byte[24]);
        out.writeInt(0100644);
        out.write(new byte[32]);
        out.writeShort(path.length());
        out.writeBytes(path);
        do {
            out.write(0);
        } while ((out.size() - 12) % 8 != 0);
        out.write(new byte[20]);
        return bytes.toByteArray();
    }
}
