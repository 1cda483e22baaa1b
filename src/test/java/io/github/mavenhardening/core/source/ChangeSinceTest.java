package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeSinceTest {

    private static final PersonIdent ADA = new PersonIdent("Ada", "ada@example.org");
    private static final String WORKFLOW = ".github/workflows/a.yml";
    private static final String TEXT = """
            on: push
            permissions: {}
            jobs:
              one:
                runs-on: ubuntu-latest
              two:
                runs-on: ubuntu-latest
            """;

    @TempDir
    Path folder;

    private Git git;

    @BeforeEach
    void init() throws Exception {
        // Isolates JGit first, or it measures the file system for seconds.
        GitFolder.of(folder);
        git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
        write(WORKFLOW, TEXT);
        write("notes.txt", "one\ntwo\nthree\n");
        write("moved.txt", "a\nb\n");
        write("pom.xml", "<project/>\n");
        Files.write(folder.resolve("image.bin"), new byte[] {(byte) 0xff, 1, 2});
        commit();
        git.checkout().setCreateBranch(true).setName("topic").call();
    }

    @AfterEach
    void close() {
        git.close();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private RevCommit commit() throws Exception {
        git.add().addFilepattern(".").call();
        git.add().setUpdate(true).addFilepattern(".").call();
        return git.commit()
                .setAuthor(ADA)
                .setCommitter(ADA)
                .setMessage("Change")
                .setSign(false)
                .call();
    }

    private ChangeSince change(String since, Map<String, String> variables) throws IOException {
        return ChangeSince.of(
                new Repository(new Checkout(folder), Optional.empty()),
                since,
                new Environment(Clock.systemUTC(), variables));
    }

    private ChangeSince change() throws IOException {
        ChangeSince change = change("main", Map.of());
        assertThat(change.problem()).isEmpty();
        return change;
    }

    private Location line(String path, int number) throws IOException, UnreadableFileException {
        SourceFile file = new Repository(new Checkout(folder), Optional.empty()).read(path);
        int start = file.lineStart(number);
        return file.at(file.span(start, start + file.line(number).length()));
    }

    @Test
    void touchesLinesThatWereCommittedOrNot() throws Exception {
        write("notes.txt", "one\ntwo\nthree\nfour\n");
        commit();
        write("notes.txt", "zero\none\ntwo\nthree\nfour\n");
        ChangeSince change = change();
        assertThat(change.touches(line("notes.txt", 1))).isTrue();
        assertThat(change.touches(line("notes.txt", 2))).isFalse();
        assertThat(change.touches(line("notes.txt", 4))).isFalse();
        assertThat(change.touches(line("notes.txt", 5))).isTrue();
        assertThat(change.touches(Location.ofFile("notes.txt"))).isTrue();
        assertThat(change.touches(Location.ofFile("moved.txt"))).isFalse();
        assertThat(change.touches(Location.ofFile("image.bin"))).isFalse();
        assertThat(change.touches(Location.ofRepository())).isFalse();
        assertThat(change.touchesBuild()).isFalse();
        assertThat(change.name()).isEqualTo("main");
    }

    @Test
    void knowsAFileThatIsAsItWas() throws Exception {
        write("notes.txt", "one\ntwo\n");
        commit();
        assertThat(change().isAsBefore("notes.txt")).isFalse();
        write("notes.txt", "one\ntwo\nthree\n");
        Files.delete(folder.resolve("moved.txt"));
        write("fresh.txt", "a\n");
        ChangeSince change = change();
        assertThat(change.isAsBefore("notes.txt")).isTrue();
        assertThat(change.isAsBefore("image.bin")).isTrue();
        assertThat(change.isAsBefore("absent.txt")).isTrue();
        assertThat(change.isAsBefore("moved.txt")).isFalse();
        assertThat(change.isAsBefore("fresh.txt")).isFalse();
    }

    @Test
    void followsAFileThatWasMovedAndTakesANewOneWhole() throws Exception {
        Files.move(folder.resolve("moved.txt"), folder.resolve("there.txt"));
        write("fresh.txt", "a\n");
        commit();
        write("there.txt", "a\nb\nc\n");
        Files.write(folder.resolve("image.bin"), new byte[] {(byte) 0xff, 1, 3});
        ChangeSince change = change();
        assertThat(change.touches(line("there.txt", 1))).isFalse();
        assertThat(change.touches(line("there.txt", 3))).isTrue();
        assertThat(change.touches(line("fresh.txt", 1))).isTrue();
        assertThat(change.touches(Location.ofFile("image.bin"))).isTrue();
    }

    @Test
    void comparesWithWhereTheBranchLeft() throws Exception {
        write("notes.txt", "one\ntwo\nthree\nfour\n");
        commit();
        git.checkout().setName("main").call();
        write("notes.txt", "ONE\ntwo\nthree\n");
        commit();
        git.checkout().setName("topic").call();
        ChangeSince change = change();
        assertThat(change.touches(line("notes.txt", 1))).isFalse();
        assertThat(change.touches(line("notes.txt", 4))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'on: push', 'on: pull_request_target', true",
        "'permissions: {}\n', '', true",
        "'two:', 'three:', false",
        "'jobs:', 'env: {A: b}\njobs:', true",
        "'  two:', '  two: # here', false",
    })
    void takesAWorkflowWholeWhenWhatHoldsForAllJobsIsTouched(String from, String to, boolean whole) throws Exception {
        write(WORKFLOW, TEXT.replace(from, to));
        ChangeSince change = change();
        String text = TEXT.replace(from, to);
        int line = text.substring(0, text.indexOf("  one:")).split("\n").length + 1;
        assertThat(change.touches(line(WORKFLOW, line))).isEqualTo(whole);
    }

    @Test
    void touchesTheRepositoryWhereAFileIsGone() throws Exception {
        Files.delete(folder.resolve("notes.txt"));
        commit();
        assertThat(change().touches(Location.ofRepository())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"pom.xml", "sub/pom.xml", ".mvn/checksums/checksums.sha256", "sub/.mvn/maven.config"})
    void touchesTheBuild(String path) throws Exception {
        assertThat(change().touchesBuild()).isFalse();
        write(path, "<project></project>\n");
        commit();
        assertThat(change().touchesBuild()).isTrue();
    }

    @Test
    void touchesTheBuildByAnEditThatIsNotCommitted() throws Exception {
        write("pom.xml", "<project></project>\n");
        assertThat(change().touchesBuild()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere, it is not known here",
        "0123456789012345678901234567890123456789, it is not known here",
        "'a..b', it is not known here",
        "'', it is not known here",
        "base, it is not known here",
    })
    void countsEverythingWhereTheBaseIsNotKnown(String since, String problem) throws Exception {
        ChangeSince change = change(since, Map.of());
        assertThat(change.problem().orElse("")).startsWith(problem);
        assertThat(change.touches(line("notes.txt", 1))).isTrue();
        assertThat(change.touches(Location.ofRepository())).isTrue();
        assertThat(change.touchesBuild()).isTrue();
    }

    /** Nobody named that: where there is no remote, fetching helps nobody. */
    @Test
    void saysThatABaseCanBeNamed() throws Exception {
        assertThat(change("base", Map.of()).problem())
                .contains(
                        "it is not known here; fetch the whole history (fetch-depth: 0), or name a base (hardening.base)");
    }

    @ParameterizedTest
    @CsvSource({"mian, main", "origin/mainn, origin/main", "v1.00, v1.0", "topci, topic"})
    void namesTheBranchOrTagThatAMisspeltBaseWasMeantToBe(String since, String meant) throws Exception {
        git.tag().setName("v1.0").setAnnotated(false).call();
        var update = git.getRepository().updateRef("refs/remotes/origin/main");
        update.setNewObjectId(git.getRepository().resolve("main"));
        update.forceUpdate();

        assertThat(change(since, Map.of()).problem())
                .contains("it is not known here; did you mean " + meant
                        + "? If not, fetch the whole history (fetch-depth: 0)");
    }

    @Test
    void countsEverythingWithoutCommonHistoryOrGit() throws Exception {
        git.checkout().setOrphan(true).setName("alone").call();
        write("alone.txt", "a\n");
        commit();
        assertThat(change("main", Map.of()).problem().orElse("")).contains("no commit in common");
        assertThat(change("base", Map.of("GITHUB_EVENT_NAME", "push")).problem())
                .contains("this build is not of a pull or merge request");
        Path bare = Files.createDirectories(folder.resolve("bare"));
        ChangeSince none = ChangeSince.of(
                new Repository(new Checkout(bare), Optional.empty()),
                "main",
                new Environment(Clock.systemUTC(), Map.of()));
        assertThat(none.problem().orElse("")).startsWith("there is no Git repository");
    }

    @Test
    void takesTheCiServicesBaseAndARemoteBranch() throws Exception {
        var update = git.getRepository().updateRef("refs/remotes/origin/dev");
        update.setNewObjectId(git.getRepository().resolve("main"));
        update.forceUpdate();
        write("notes.txt", "one\ntwo\nthree\nfour\n");
        commit();
        for (ChangeSince change :
                new ChangeSince[] {change("base", Map.of("GITHUB_BASE_REF", "dev")), change("dev", Map.of())}) {
            assertThat(change.problem()).isEmpty();
            assertThat(change.touches(line("notes.txt", 1))).isFalse();
            assertThat(change.touches(line("notes.txt", 4))).isTrue();
        }
    }
}
