package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to a checkout, on real ones. */
class CheckoutTest {

    @TempDir
    Path temp;

    private Path root;

    @BeforeEach
    void root() throws IOException {
        root = Files.createDirectory(temp.resolve("root"));
    }

    @Test
    void trackedFilesBelongToItIgnoredOrNot() throws Exception {
        touch("pom.xml", ".github/workflows/ci.yml", "target/kept.yml", "target/sub/kept.yml", "gone.txt");
        track();
        touch("target/built.yml", "target/sub/built.yml", "target/other/built.yml", "new.yml", "a.log");
        write(".gitignore", "target/\n*.log\n");
        Files.delete(root.resolve("gone.txt"));

        assertFiles(
                ".github/workflows/ci.yml",
                ".gitignore",
                "new.yml",
                "pom.xml",
                "target/kept.yml",
                "target/sub/kept.yml");
    }

    @Test
    void nestedIgnoreFilesAndNegationsCount() throws Exception {
        Git.init().setDirectory(root.toFile()).call().close();
        write(".gitignore", "*.tmp\n/only-root\nout/*\n!out/keep.yml\nclosed/\n!closed/in.yml\n");
        write("a/.gitignore", "!kept.tmp\nlocal.yml\n");
        touch("a.tmp", "a/kept.tmp", "a/b/kept.tmp", "a/local.yml", "a/b/local.yml", "only-root", "a/only-root");
        touch("out/keep.yml", "out/gone.yml", "closed/in.yml", "local.yml");

        assertFiles(
                ".gitignore", "a/.gitignore", "a/b/kept.tmp", "a/kept.tmp", "a/only-root", "local.yml", "out/keep.yml");
    }

    @Test
    void theRepositorysOwnExcludesCount() throws Exception {
        Git.init().setDirectory(root.toFile()).call().close();
        write(".git/info/exclude", "private/\n*.bak\n");
        write(".gitignore", "!x.bak\n");
        touch("private/a", "x.bak", "y.bak", "z");

        assertFiles(".gitignore", "x.bak", "z");
    }

    @Test
    void anUnreadableIgnoreFileHidesNothing() throws Exception {
        Git.init().setDirectory(root.toFile()).call().close();
        Files.createDirectory(root.resolve(".gitignore"));
        touch("a");

        assertFiles("a");
    }

    @Test
    void aLinkToAnIgnoreFileIsNotFollowed() throws Exception {
        Git.init().setDirectory(root.toFile()).call().close();
        Path outside = Files.writeString(temp.resolve("rules"), "*");
        link(".gitignore", outside);
        touch("a");

        assertFiles("a");
    }

    @Test
    void otherRepositoriesWithinItDoNotBelongToIt() throws Exception {
        touch("own.yml");
        track();
        touch("nested/theirs.yml", "module/theirs.yml", "plain/own.yml");
        Git.init().setDirectory(root.resolve("nested").toFile()).call().close();
        write("module/.git", "gitdir: ../.git/modules/module\n");
        write(".git/modules/module/HEAD", "ref: refs/heads/main\n");

        Checkout checkout = new Checkout(root);
        assertThat(checkout.files()).containsExactly("own.yml", "plain/own.yml");
        assertThat(checkout.notes())
                .containsExactly("not checked, as it is a separate Git repository: module/ and 1 more");
    }

    @Test
    void whatOnlyLooksLikeAnotherRepositoryBelongsToIt() throws Exception {
        touch("own.yml");
        track();
        touch("dangling/a", "empty/a", "text/a", "folder/a", "loop/a", "bare/a");
        write("dangling/.git", "gitdir: ../.git/modules/nothing\n");
        write("empty/.git", "");
        write("text/.git", "no pointer");
        write("loop/.git", "gitdir: .git\n");
        Files.createDirectory(root.resolve("folder/.git"));
        write("bare/HEAD", "ref: refs/heads/main\n");

        Checkout checkout = new Checkout(root);
        assertThat(checkout.files())
                .containsExactly(
                        "bare/HEAD", "bare/a", "dangling/a", "empty/a", "folder/a", "loop/a", "own.yml", "text/a");
        assertThat(checkout.notes()).isEmpty();
    }

    @Test
    void whatIsTrackedHereBelongsHereEvenInAnotherRepository() throws Exception {
        touch("nested/own.yml");
        track();
        touch("nested/theirs.yml");
        write("nested/.git/HEAD", "ref: refs/heads/main\n");

        assertFiles("nested/own.yml");
    }

    @Test
    void vendoredFoldersAreLeftOut() throws Exception {
        touch(
                "a/node_modules/x/action.yml",
                "vendor/y",
                "third_party/z",
                "bower_components/b",
                "vendored/own",
                "a/vendor");
        track();
        touch("node_modules/new");

        assertFiles("a/vendor", "vendored/own");
        assertThat(new Checkout(root).isFile("vendor/y")).isTrue();
    }

    @Test
    void withoutGitAllFilesBelongToIt() throws IOException {
        touch("target/x", "a.log", ".github/workflows/ci.yml", "node_modules/x");
        write(".gitignore", "*\n");

        assertFiles(".github/workflows/ci.yml", ".gitignore", "a.log", "target/x");
        assertThat(new Checkout(root).notes()).isEmpty();
    }

    /** Or a second run would look at the reports of the first. */
    @Test
    void reportsAboutItDoNotBelongToIt() throws Exception {
        touch("a", "target/b", "target/hardening/hardening.json", "target/hardening/sub/c");
        Path output = root.resolve("target").resolve("hardening");

        assertThat(new Checkout(root, output).files()).containsExactly("a", "target/b");
        assertThat(new Checkout(root, root.resolve(".")).files()).hasSize(4);
        assertThat(new Checkout(root, root.resolveSibling("reports")).files()).hasSize(4);

        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern("target/hardening/sub").call();
        }
        assertThat(new Checkout(root, output).files()).containsExactly("a", "target/b", "target/hardening/sub/c");
    }

    @Test
    void aWorktreeHasItsOwnIndexAndTheSharedExcludes() throws Exception {
        touch("tracked.log");
        track();
        Path main = temp.resolve("main");
        Files.move(root, main);
        Files.createDirectories(main.resolve(".git/worktrees/root"));
        Files.createDirectories(main.resolve(".git/info"));
        Files.move(main.resolve(".git/index"), main.resolve(".git/worktrees/root/index"));
        Files.writeString(main.resolve(".git/worktrees/root/commondir"), "../..\n");
        Files.writeString(main.resolve(".git/info/exclude"), "*.log\n");
        Files.createDirectory(root);
        write(".git", "gitdir: ../main/.git/worktrees/root\n");
        touch("tracked.log", "untracked.log", "a");

        assertThat(new Checkout(root).files()).containsExactly("a", "tracked.log");
    }

    @Test
    void linksWithinTheRootAreFilesAndOthersAreNone() throws Exception {
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("secret.yml"), "secret");
        touch("folder/real.yml");
        link("inside.yml", Path.of("folder/real.yml"));
        link("folder/up.yml", Path.of("../inside.yml"));
        link("absolute.yml", root.resolve("folder/real.yml"));
        link("leaving.yml", outside.resolve("secret.yml"));
        link("above.yml", Path.of("../outside/secret.yml"));
        link("loop.yml", Path.of("loop.yml"));
        link("ping.yml", Path.of("pong.yml"));
        link("pong.yml", Path.of("ping.yml"));
        link("dangling.yml", Path.of("nothing.yml"));
        link("inner", Path.of("folder"));
        link("outer", outside);
        link("self", Path.of("."));
        String[] expected = {"absolute.yml", "folder/real.yml", "folder/up.yml", "inside.yml"};
        assertFiles(expected);
        track();
        assertFiles(expected);

        Checkout checkout = new Checkout(root);
        assertThat(checkout.isFile("inner/real.yml")).isTrue();
        assertThat(checkout.read("inside.yml", 10)).isEqualTo("x".getBytes(StandardCharsets.UTF_8));
        for (String path : new String[] {
            "leaving.yml",
            "above.yml",
            "outer/secret.yml",
            "loop.yml",
            "dangling.yml",
            "../outside/secret.yml",
            "folder/../../outside/secret.yml",
            outside.resolve("secret.yml").toString(),
            "inner",
            "",
            ".",
            "a\0b"
        }) {
            assertThat(checkout.isFile(path)).as(path).isFalse();
            assertThatThrownBy(() -> checkout.read(path, 10)).as(path).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void aTrackedFileThatBecameALinkOutIsNotRead() throws Exception {
        touch("a.yml", "b/c.yml");
        track();
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("c.yml"), "secret");
        Files.delete(root.resolve("a.yml"));
        link("a.yml", outside.resolve("c.yml"));
        Files.delete(root.resolve("b/c.yml"));
        Files.delete(root.resolve("b"));
        link("b", outside);

        Checkout checkout = new Checkout(root);
        assertThat(checkout.files()).containsExactly("a.yml");
        assertThatThrownBy(() -> checkout.read("a.yml", 10)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> checkout.read("b/c.yml", 10)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFolderIsListedWhateverGitMakesOfIt() throws Exception {
        Git.init().setDirectory(root.toFile()).call().close();
        write(".gitignore", "*\n");
        touch("a/b.yml", "a/c.yml", "a/d/e.yml", "f");
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("secret.yml"), "secret");
        link("a/inside.yml", Path.of("b.yml"));
        link("a/leaving.yml", outside.resolve("secret.yml"));
        link("outer", outside);
        Repository repository = new Repository(new Checkout(root), Optional.empty());

        assertThat(repository.filesIn("a")).containsExactly("a/b.yml", "a/c.yml", "a/inside.yml");
        assertThat(repository.filesIn("")).containsExactly(".gitignore", "f");
        for (String folder : new String[] {"outer", "none", "f", "../outside", outside.toString()}) {
            assertThat(repository.filesIn(folder)).as(folder).isEmpty();
        }
        assertThat(repository.files()).isEmpty();
        assertThat(repository.git().isPresent()).isTrue();
    }

    @Test
    void aRootThatIsALinkIsReadThroughIt() throws IOException {
        touch("a/b.yml");
        Path link = Files.createSymbolicLink(temp.resolve("link"), root);

        Checkout checkout = new Checkout(link);

        assertThat(checkout.files()).containsExactly("a/b.yml");
        assertThat(checkout.read("a/b.yml", 10)).hasSize(1);
    }

    @Test
    void readingStopsAtTheLimit() throws IOException {
        write("a", "12345");
        Checkout checkout = new Checkout(root);

        assertThat(checkout.read("a", 5)).hasSize(5);
        assertThatThrownBy(() -> checkout.read("a", 4)).hasMessage("larger than 4 bytes");
    }

    @Test
    void namesOfEveryKindAreListed() throws IOException {
        assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "Windows has no such names");
        touch("back\\slash.yml", "line\nbreak", "blank name ", "é\uD83D\uDE00", "-dash", "..dots", "a:b");

        Checkout checkout = new Checkout(root);
        assertThat(checkout.files())
                .containsExactlyInAnyOrder(
                        "back\\slash.yml", "line\nbreak", "blank name ", "é\uD83D\uDE00", "-dash", "..dots", "a:b");
        for (String path : checkout.files()) {
            assertThat(checkout.read(path, 10)).as(path).hasSize(1);
        }
    }

    @Test
    void theBeginningOfATrackedFileIsReadWhateverItsName() throws IOException {
        touch("..dots", "a/..dots/..b", "a/b..", "...", "a/b/c");
        Checkout checkout = new Checkout(root);
        for (String path : new String[] {"..dots", "a/..dots/..b", "a/b..", "...", "a/b/c"}) {
            assertThat(checkout.head(path, 10)).as(path).hasSize(1);
        }
    }

    @Test
    void thePathsOfAnIndexThatGitDidNotWriteLeadNowhere() throws IOException {
        touch("a/b");
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        link("out", outside);
        link("in", Path.of("a"));
        link("leaf", outside.resolve("secret"));
        Checkout checkout = new Checkout(root);
        for (String path : new String[] {
            "../outside/secret",
            "a/../../outside/secret",
            "a/../a/b",
            "./a/b",
            outside.resolve("secret").toString(),
            "out/secret",
            "in/b",
            "leaf",
            "a",
            "",
            ".",
            "..",
            "none",
            "none/none"
        }) {
            assertThatThrownBy(() -> checkout.head(path, 10)).as(path).isInstanceOf(NoSuchFileException.class);
        }
        assertThatThrownBy(() -> checkout.head("a\0b", 10)).hasMessage("has a name that this system cannot spell");
    }

    @Test
    void whatCannotBeReachedIsNotTakenForNothing() throws IOException {
        touch("closed/a.yml", "closed/sub/b.yml");
        Path closed = root.resolve("closed");
        assumeTrue(Files.getFileStore(closed).supportsFileAttributeView("posix"), "no POSIX permissions here");
        link("link.yml", Path.of("closed/a.yml"));
        for (String permissions : new String[] {"r--------", "---------"}) {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString(permissions));
            try {
                assumeTrue(!Files.isReadable(closed.resolve("a.yml")), "this user may read everything");
                Checkout checkout = new Checkout(root);
                assertThat(checkout.isFile("closed/a.yml")).isTrue();
                assertThat(checkout.exists("closed/a.yml")).isTrue();
                assertThatThrownBy(() -> checkout.read("closed/a.yml", 10)).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> checkout.filesIn("closed/sub")).isInstanceOf(AccessDeniedException.class);
                if (permissions.startsWith("r")) {
                    assertThat(checkout.filesIn("closed")).containsExactly("closed/a.yml", "closed/sub");
                } else {
                    assertThatThrownBy(() -> checkout.filesIn("closed")).isInstanceOf(AccessDeniedException.class);
                }
                checkout.files();
                assertThat(checkout.notes()).singleElement().asString().startsWith("could not be listed: closed/");
            } finally {
                Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    @Test
    void whatCertainlyLeadsNowhereIsNothing() throws IOException {
        touch("file");
        link("loop", Path.of("loop"));
        link("ping", Path.of("pong"));
        link("pong", Path.of("ping"));
        link("dangling", Path.of("nothing"));
        Checkout checkout = new Checkout(root);
        for (String path : new String[] {
            "file/below",
            "loop",
            "loop/below",
            "ping/below",
            "dangling",
            "dangling/below",
            "none",
            "x".repeat(300),
            "none/" + "x".repeat(300)
        }) {
            assertThat(checkout.isFile(path)).as(path).isFalse();
            assertThat(checkout.filesIn(path)).as(path).isEmpty();
        }
        assertThat(checkout.files()).containsExactly("file");
        assertThat(checkout.notes()).isEmpty();
    }

    @Test
    void anIndexThatCannotBeReadIsNoted() throws Exception {
        touch("a", "b.log");
        track();
        write(".gitignore", "*.log\n");
        Files.writeString(root.resolve(".git/index"), "no index at all");

        Checkout checkout = new Checkout(root);

        assertThat(checkout.files()).containsExactly(".gitignore", "a");
        assertThat(checkout.notes())
                .singleElement()
                .asString()
                .startsWith("the Git index cannot be read (it is not an index");
    }

    @Test
    void aFolderThatCannotBeListedIsNoted() throws IOException {
        touch("closed/a", "open/b");
        Path closed = root.resolve("closed");
        assumeTrue(Files.getFileStore(closed).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(closed), "this user may read everything");
            Checkout checkout = new Checkout(root);
            assertThat(checkout.files()).containsExactly("open/b");
            assertThat(checkout.notes()).containsExactly("could not be listed: closed/");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFolderThatIsNotThereIsAnError() throws IOException {
        assertThatThrownBy(() -> new Checkout(root.resolve("nothing"))).isInstanceOf(NoSuchFileException.class);
        Checkout checkout = new Checkout(root);
        Files.delete(root);
        assertThatThrownBy(checkout::files).isInstanceOf(IOException.class);
    }

    @Test
    void rulesThatAreTooManyIgnoreNothingAndThatIsSaid() throws Exception {
        Git.init().setDirectory(root.toFile()).call().close();
        write(".gitignore", "/a[12]/x\n*.log\n" + "*a*b*c*\n".repeat(2_000));
        write("a.log", "");
        write("sub/.gitignore", "*.txt\n");
        write("sub/b.txt", "");
        write("big/.gitignore", "*\n" + "# c\n".repeat(300_000));
        write("big/c", "");

        Checkout checkout = new Checkout(root);

        assertThat(checkout.files())
                .containsExactly(".gitignore", "a.log", "big/.gitignore", "big/c", "sub/.gitignore");
        assertThat(checkout.notes())
                .containsExactly("too large or with too many patterns, so files that it ignores are checked: "
                        + ".gitignore and 1 more");
    }

    private void assertFiles(String... expected) throws IOException {
        assertThat(new Checkout(root).files()).containsExactly(expected);
    }

    private void touch(String... paths) throws IOException {
        for (String path : paths) {
            write(path, "x");
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void link(String path, Path target) throws IOException {
        Files.createSymbolicLink(root.resolve(path), target);
    }

    /** Makes the root a repository that tracks what is in it. */
    private void track() throws GitAPIException {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
        }
    }
}
