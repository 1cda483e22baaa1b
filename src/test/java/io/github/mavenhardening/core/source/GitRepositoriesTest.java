package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories of every kind, as Git itself makes them: each is read as Git sees it, or the reason why not is given. */
class GitRepositoriesTest {

    private static final Instant COMMITTED = Instant.parse("2026-01-02T00:00:00Z");

    @TempDir
    Path temp;

    private Path root() {
        return temp.resolve("root");
    }

    @Test
    void aPlainOneIsReadWhole() throws IOException {
        GitProgram.init(root());

        assertTracked(root(), "a.txt", "d/b.txt");
        assertHistory(root());
    }

    @Test
    void theFirstOfSeveralUrlsIsTheOneThatGitFetchesFrom() throws IOException {
        GitProgram git = GitProgram.init(root());
        git.run("remote", "add", "origin", "https://forge.example.org/owner/name.git");
        git.run("remote", "set-url", "--add", "origin", "https://mirror.example.org/owner/copy.git");
        git.run("config", "--add", "remote.origin.url", "https://forge.example.org/owner/name.git");
        git.run("config", "--add", "remote.origin.url", "https://other.example.org/a/b.git");

        assertThat(GitFolder.of(root()).originUrl())
                .contains(git.run("ls-remote", "--get-url", "origin"))
                .contains("https://forge.example.org/owner/name.git");
    }

    @Test
    void packedRefsAndObjectsAreRead() throws IOException {
        GitProgram git = GitProgram.init(root());
        git.run("gc", "-q");
        git.run("pack-refs", "--all");
        assertThat(root().resolve(".git/refs/tags/light")).doesNotExist();

        assertHistory(root());
    }

    @Test
    void aCommitGraphAndAMultiPackIndexChangeNothing() throws IOException {
        GitProgram git = GitProgram.init(root());
        git.run("repack", "-q", "-a", "-d");
        git.run("multi-pack-index", "write");
        git.run("commit-graph", "write", "--reachable", "--changed-paths");

        assertHistory(root());
    }

    @Test
    void aShallowCloneIsKnownForOne() throws IOException {
        GitProgram.init(root());
        Path clone = temp.resolve("clone");
        GitProgram.in(temp).run("clone", "-q", "--depth", "1", root().toUri().toString(), clone.toString());
        Path linked = temp.resolve("linked");
        GitProgram.in(clone).run("worktree", "add", "-q", linked.toString());

        for (Path shallow : List.of(clone, linked)) {
            assertTracked(shallow, "a.txt", "d/b.txt");
            try (GitHistory history = history(shallow)) {
                assertThat(history.isShallow()).isTrue();
                assertThat(history.tagsAtHead()).containsExactly("annotated", "light");
                assertThat(history.commitOf("HEAD~1")).isEmpty();
            }
        }
    }

    @Test
    void aWorktreeIsReadAsTheRepository() throws IOException {
        GitProgram git = GitProgram.init(root());
        git.run("remote", "add", "origin", "https://forge.example.org/owner/name.git");
        Path linked = temp.resolve("linked");
        git.run("worktree", "add", "-q", linked.toString());
        Files.writeString(linked.resolve("new.txt"), "1");
        GitProgram.in(linked).run("add", "new.txt");

        assertThat(linked.resolve(".git")).isRegularFile();
        assertTracked(linked, "a.txt", "d/b.txt", "new.txt");
        assertTracked(root(), "a.txt", "d/b.txt");
        assertHistory(linked);
        assertThat(GitFolder.of(linked).originUrl()).contains("https://forge.example.org/owner/name.git");
        assertThat(new Checkout(linked).files()).containsExactly("a.txt", "d/b.txt", "new.txt");
    }

    @Test
    void aWorktreeWhoseRepositoryIsGoneSaysSo() throws IOException {
        GitProgram git = GitProgram.init(root());
        Path linked = temp.resolve("linked");
        git.run("worktree", "add", "-q", linked.toString());
        Files.move(root(), temp.resolve("moved"));

        Checkout checkout = new Checkout(linked);
        assertThat(checkout.files()).containsExactly("a.txt", "d/b.txt");
        assertThat(checkout.notes())
                .containsExactly(
                        "the Git index cannot be read (.git does not lead to a directory): files that are tracked although"
                                + " .gitignore names them are not checked");
        assertThatThrownBy(checkout::tracked)
                .hasMessage("the Git index cannot be read (.git does not lead to a directory)");
    }

    @Test
    void aWorktreeOfABareRepositoryIsRead() throws IOException {
        GitProgram.init(root());
        Path bare = temp.resolve("bare.git");
        GitProgram.in(temp).run("clone", "-q", "--bare", root().toString(), bare.toString());
        Path linked = temp.resolve("linked");
        GitProgram.in(bare).run("worktree", "add", "-q", linked.toString());

        assertTracked(linked, "a.txt", "d/b.txt");
        assertHistory(linked);
        Checkout itself = new Checkout(bare);
        assertThat(itself.git().isPresent()).isFalse();
        assertThat(itself.tracked()).isEmpty();
    }

    @Test
    void aSubmoduleIsReadAsItsOwnRepositoryAndNotAsAPartOfTheOther() throws IOException {
        GitProgram.init(temp.resolve("library"));
        GitProgram git = GitProgram.init(root());
        git.run("submodule", "--quiet", "add", temp.resolve("library").toString(), "lib");
        Path module = root().resolve("lib");
        assertThat(module.resolve(".git")).isRegularFile();

        Checkout checkout = new Checkout(root());
        assertThat(checkout.files()).containsExactly(".gitmodules", "a.txt", "d/b.txt");
        assertThat(checkout.notes()).isEmpty();
        assertTracked(root(), ".gitmodules", "a.txt", "d/b.txt");
        assertTracked(module, "a.txt", "d/b.txt");
        assertHistory(module);
    }

    @Test
    void aSubmoduleWithAFolderOfItsOwnIsNoPartEither() throws IOException {
        GitProgram git = GitProgram.init(root());
        GitProgram.init(root().resolve("lib"));
        git.run("-c", "advice.addEmbeddedRepo=false", "add", "lib");

        Checkout checkout = new Checkout(root());
        assertThat(checkout.files()).containsExactly("a.txt", "d/b.txt");
        assertThat(checkout.notes()).isEmpty();
    }

    @Test
    void namesOfSha256AreReadInTheIndexAndNotInTheHistory() throws IOException {
        GitProgram git = GitProgram.init(root(), "--object-format=sha256");

        assertTracked(root(), "a.txt", "d/b.txt");
        assertThatThrownBy(() -> GitFolder.of(root()).history())
                .isInstanceOf(IOException.class)
                .hasMessage("its objects have SHA-256 names, which are not supported");

        // A configuration that says otherwise is found out by what stands in the index.
        git.run("config", "extensions.objectFormat", "sha1");
        assertThatThrownBy(() -> new Checkout(root()).tracked())
                .hasMessage("the Git index cannot be read (it is cut off or not an index)");
    }

    @Test
    void namesOfSha1AreNoneOfSha256() throws IOException {
        GitProgram git = GitProgram.init(root());
        git.run("config", "core.repositoryFormatVersion", "1");
        git.run("config", "extensions.objectFormat", "sha256");

        assertThatThrownBy(() -> new Checkout(root()).tracked())
                .hasMessage("the Git index cannot be read (it is cut off or not an index)");
    }

    @Test
    void aReftableIsRead() throws IOException {
        GitProgram.init(root());
        Path linked = temp.resolve("linked");
        try (FileRepository repository = (FileRepository) new FileRepositoryBuilder()
                .setGitDir(root().resolve(".git").toFile())
                .build()) {
            repository.convertRefStorage("reftable", false, false);
        }
        assertThat(root().resolve(".git/reftable")).isDirectory();
        assertThat(linked).doesNotExist();

        assertTracked(root(), "a.txt", "d/b.txt");
        assertHistory(root());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4"})
    void everyVersionOfTheIndexIsRead(String version) throws IOException {
        GitProgram git = GitProgram.init(root());
        git.run("update-index", "--index-version", version);

        assertTracked(root(), "a.txt", "d/b.txt");
    }

    @Test
    void whatTheIndexRemembersForSpeedChangesNothing() throws IOException {
        GitProgram git = GitProgram.init(root());
        git.run("update-index", "--force-untracked-cache");
        git.run("config", "index.threads", "2");
        git.run("config", "index.skipHash", "true");
        git.run("update-index", "--force-write-index");
        git.succeeds("update-index", "--fsmonitor");
        git.run("status");

        assertTracked(root(), "a.txt", "d/b.txt");
    }

    @Test
    void flagsOfAnEntryChangeNothing() throws IOException {
        GitProgram git = GitProgram.init(root());
        Files.writeString(root().resolve("intended"), "x");
        git.run("add", "-N", "intended");
        git.run("update-index", "--skip-worktree", "a.txt");
        git.run("update-index", "--assume-unchanged", "d/b.txt");

        assertTracked(root(), "a.txt", "d/b.txt", "intended");
        assertThat(new Checkout(root()).files()).containsExactly("a.txt", "d/b.txt", "intended");
    }

    @Test
    void theThreeSidesOfAConflictAreOneFile() throws IOException {
        GitProgram git = GitProgram.init(root());
        git.run("checkout", "-q", "-b", "other", "HEAD~1");
        Files.writeString(root().resolve("a.txt"), "4");
        git.run("commit", "-q", "-a", "-m", "three");
        assertThat(git.succeeds("merge", "light")).isFalse();

        assertTracked(root(), "a.txt", "d/b.txt");
    }

    @Test
    void aSplitIndexIsNotReadAndSaysSo() throws IOException {
        GitProgram git = GitProgram.init(root());
        git.run("update-index", "--split-index");

        assertThatThrownBy(() -> new Checkout(root()).tracked())
                .hasMessage("the Git index cannot be read (it is a split index)");
        Checkout checkout = new Checkout(root());
        assertThat(checkout.files()).containsExactly("a.txt", "d/b.txt");
        assertThat(checkout.notes()).singleElement().asString().contains("it is a split index");
    }

    @Test
    void whatASparseCheckoutLeavesOutIsSaid() throws IOException {
        GitProgram git = GitProgram.init(root());
        assumeTrue(git.succeeds("sparse-checkout", "set", "--cone", "--sparse-index"), "an old git");
        assertThat(root().resolve("d")).doesNotExist();

        Checkout checkout = new Checkout(root());
        assertThat(checkout.files()).containsExactly("a.txt");
        assertThat(checkout.notes()).containsExactly("not checked, as the checkout is sparse:  d/");
        assertTracked(root(), "a.txt");
        assertHistory(root());
        Repository repository = new Repository(checkout, Optional.empty());
        assertThat(repository.leftOut(List.of("", "d/e"), Pattern.compile("x"))).contains("d/");
        assertThat(repository.leftOut(List.of("", "da"), Pattern.compile("x"))).isEmpty();
    }

    @Test
    void withoutASparseIndexTheFilesThatAreLeftOutAreTracked() throws IOException {
        GitProgram git = GitProgram.init(root());
        Files.writeString(root().resolve("d/action.yml"), "runs: {}\n");
        git.run("add", "d/action.yml");
        assumeTrue(git.succeeds("commit", "-q", "-m", "action"), "a git that knows no author");
        assumeTrue(git.succeeds("sparse-checkout", "set", "--cone", "--no-sparse-index"), "an old git");
        assertThat(root().resolve("d")).doesNotExist();

        assertTracked(root(), "a.txt", "d/action.yml", "d/b.txt");
        Checkout checkout = new Checkout(root());
        assertThatThrownBy(() -> checkout.head("d/b.txt", 1)).isInstanceOf(java.nio.file.NoSuchFileException.class);
        assertThat(checkout.files()).containsExactly("a.txt");
        assertThat(checkout.notes()).containsExactly("not checked, as the checkout is sparse:  d/action.yml");
        Repository repository = new Repository(checkout, Optional.empty());
        assertThat(repository.leftOut(List.of("", "d"), Pattern.compile("b.*"))).contains("d/b.txt");
        assertThat(repository.leftOut(List.of("", "e"), Pattern.compile("b.*"))).isEmpty();

        // Git takes a file that is there as it is.
        Files.createDirectories(root().resolve("d"));
        Files.writeString(root().resolve("d/b.txt"), "b");
        Files.writeString(root().resolve("d/action.yml"), "b");
        Checkout again = new Checkout(root());
        assertThat(again.files()).containsExactly("a.txt", "d/action.yml", "d/b.txt");
        assertThat(again.notes()).isEmpty();
        assertThat(new Repository(again, Optional.empty()).leftOut(List.of("d"), Pattern.compile("b.*")))
                .isEmpty();
    }

    @Test
    void aCloneWithoutItsTreesAnswersWhatItCan() throws IOException {
        GitProgram git = GitProgram.init(root());
        git.run("config", "uploadpack.allowFilter", "true");
        Path clone = temp.resolve("clone");
        GitProgram.in(temp)
                .run(
                        "clone",
                        "-q",
                        "--filter=tree:0",
                        "--no-checkout",
                        root().toUri().toString(),
                        clone.toString());
        git.run("config", "uploadpack.allowFilter", "false");

        assertThat(new Checkout(clone).tracked()).isEmpty();
        try (GitHistory history = history(clone)) {
            assertThat(history.tagsAtHead()).containsExactly("annotated", "light");
            assertThat(commitsSinceTheFirst(history)).hasSize(1);
            assertThatThrownBy(() -> history.changeAfter("a.txt", Instant.EPOCH, 10))
                    .isInstanceOf(IOException.class)
                    .hasMessage("an object is missing in the Git repository");
        }
    }

    @Test
    void aCloneWithoutTheObjectsOfItsTagsDoesNotSayThatThereIsNone() throws IOException {
        GitProgram git = GitProgram.init(root());
        String tag = git.run("rev-parse", "annotated");
        Files.delete(root().resolve(".git/objects/" + tag.substring(0, 2) + "/" + tag.substring(2)));

        try (GitHistory history = history(root())) {
            assertThatThrownBy(history::tagsAtHead).hasMessage("an object is missing in the Git repository");
        }
    }

    @Test
    void objectsOfAnotherRepositoryAreFound() throws IOException {
        GitProgram.init(root());
        Path clone = temp.resolve("clone");
        GitProgram.in(temp).run("clone", "-q", "--shared", root().toString(), clone.toString());
        assertThat(clone.resolve(".git/objects/info/alternates")).exists();

        assertHistory(clone);

        Files.move(root(), temp.resolve("moved"));
        try (GitHistory history = history(clone)) {
            assertThatThrownBy(() -> history.changeAfter("a.txt", Instant.EPOCH, 10))
                    .hasMessage("an object is missing in the Git repository");
        }
    }

    @Test
    void replacementsAndGraftsDoNotCount() throws IOException {
        GitProgram git = GitProgram.init(root());
        String first = git.run("rev-parse", "HEAD~1");
        String head = git.run("rev-parse", "HEAD");
        git.run("replace", head, first);
        Files.writeString(root().resolve(".git/info/grafts"), head + "\n");

        try (GitHistory history = history(root())) {
            assertThat(history.commitsSince(first, 10))
                    .extracting(Commit::id, Commit::parents)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(head, 1));
        }
    }

    @Test
    void aDetachedHeadAndOneWithoutCommitsAreToldApart() throws IOException {
        GitProgram git = GitProgram.init(root());
        git.run("checkout", "-q", "--detach");
        assertHistory(root());

        git.run("checkout", "-q", "--orphan", "new");
        try (GitHistory history = history(root())) {
            assertThat(history.tagsAtHead()).isEmpty();
            assertThatThrownBy(() -> history.commitsSince(git.run("rev-parse", "light"), 10))
                    .hasMessage("HEAD leads to no commit");
        }
        assertTracked(root(), "a.txt", "d/b.txt");
    }

    @Test
    void anIndexWithoutAnyFileIsNoneThatWasLookedAt() throws IOException {
        GitProgram git = GitProgram.init(root());
        git.run("rm", "-r", "-q", "--cached", ".");
        assertThat(new Checkout(root()).tracked()).isEmpty();

        Files.delete(root().resolve(".git/index"));
        assertThat(new Checkout(root()).tracked()).isEmpty();
    }

    @Test
    void namesThatDifferByCaseOrSpellNothingAreFilesOfTheirOwn() throws IOException {
        GitProgram git = GitProgram.init(root());
        String blob = git.run("hash-object", "-w", "a.txt");
        for (String name : List.of("A.TXT", "D/b.txt", "line\nbreak", "é", "e\u0301")) {
            git.run("update-index", "--add", "--cacheinfo", "100644," + blob + "," + name);
        }

        assertTracked(root(), "A.TXT", "D/b.txt", "a.txt", "d/b.txt", "e\u0301", "line\nbreak", "é");
    }

    @Test
    void aNameThatIsNotUtf8IsNotTakenForAFileThatIsGone() throws IOException {
        GitProgram git = GitProgram.init(root());
        String blob = git.run("hash-object", "-w", "a.txt");
        Path list = temp.resolve("list");
        byte[] line = ("100644 " + blob + "\tb?.class\n").getBytes(StandardCharsets.ISO_8859_1);
        line[line.length - 8] = (byte) 0xFF;
        Files.write(list, line);
        // The shell hands over bytes that no argument of Java can have.
        Process shell = new ProcessBuilder("git", "update-index", "--index-info")
                .directory(root().toFile())
                .redirectInput(list.toFile())
                .start();
        assertThat(shell.onExit().join().exitValue()).isZero();

        Checkout checkout = new Checkout(root());
        assertThat(checkout.tracked().orElseThrow()).contains(new TrackedFile("b\uFFFD.class", false));
        assertThatThrownBy(() -> checkout.head("b\uFFFD.class", 1)).hasMessage("has a name that is not UTF-8");
    }

    private void assertTracked(Path root, String... paths) throws IOException {
        assertThat(new Checkout(root).tracked().orElseThrow())
                .extracting(TrackedFile::path)
                .containsExactly(paths);
    }

    /** What {@link GitProgram#init} made. */
    private void assertHistory(Path root) throws IOException {
        try (GitHistory history = history(root)) {
            assertThat(history.isShallow()).isFalse();
            assertThat(history.tagsAtHead()).containsExactly("annotated", "light");
            assertThat(history.changeAfter("a.txt", Instant.EPOCH, 10)).contains(COMMITTED);
            assertThat(history.changeAfter("a.txt", COMMITTED, 10)).isEmpty();
            assertThat(commitsSinceTheFirst(history))
                    .extracting(Commit::message)
                    .containsExactly("two\n");
            assertThat(history.fileAt(history.commitOf("HEAD~1").orElseThrow(), "a.txt", 10))
                    .contains("1".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<Commit> commitsSinceTheFirst(GitHistory history) throws IOException {
        return history.commitsSince(history.commitOf("HEAD~1").orElseThrow(), 10);
    }

    private static GitHistory history(Path root) throws IOException {
        Optional<GitHistory> history = GitFolder.of(root).history();
        return history.orElseThrow();
    }
}
