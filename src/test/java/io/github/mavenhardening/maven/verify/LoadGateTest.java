package io.github.mavenhardening.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.report.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadGateTest {

    private static final String PATH = "org/example/lib/1.0/lib-1.0.jar";
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private final RepositorySystemSession session = new DefaultRepositorySystemSession();
    private final Hashing hashing = new Hashing();
    private Path file;

    @BeforeEach
    void downloaded() throws IOException {
        file = write("repository/" + PATH, "abc");
        write("repository/org/example/lib/1.0/_remote.repositories", "lib-1.0.jar>central=\n");
    }

    private Path write(String path, String content) throws IOException {
        Path target = folder.resolve(path);
        Files.createDirectories(target.getParent());
        return Files.writeString(target, content);
    }

    private LoadGate gate(Lock lock, boolean strict) {
        return new LoadGate(
                lock,
                new LocalRepositories(List.of(folder.resolve("repository")), List.of()),
                hashing,
                strict,
                Commands.byPrefix());
    }

    private static Lock locked() {
        return Lock.empty().with(Map.of(PATH, OF_ABC));
    }

    private static Artifact artifact(Path file) {
        return new DefaultArtifact("org.example:lib:1.0").setFile(file.toFile());
    }

    @Test
    void refusesOtherBytesAlsoAfterTheRightOnesPassed() throws IOException {
        LoadGate gate = gate(locked(), false);

        assertThat(gate.objection(artifact(file), session)).isEmpty();
        Files.writeString(file, "abcd");
        assertThat(gate.objection(artifact(file), session))
                .hasValueSatisfying(text -> assertThat(text).contains("expected SHA-256 " + OF_ABC, "central", PATH));
        Files.writeString(file, "abc");
        assertThat(gate.objection(artifact(file), session)).isEmpty();
    }

    @Test
    void looksAgainAtWhatWasHashedAndHasChanged() throws IOException {
        LoadGate gate = gate(locked(), false);
        hashing.hash(file);
        FileTime modified = Files.getLastModifiedTime(file);

        Files.writeString(file, "abd");
        Files.setLastModifiedTime(file, modified);

        assertThat(gate.objection(artifact(file), session)).isPresent();
    }

    @Test
    void letsFilesOutsideTheLocalRepositoryPass() throws IOException {
        LoadGate gate = gate(locked(), true);

        assertThat(gate.objection(artifact(write("module/target/lib-1.0.jar", "x")), session))
                .isEmpty();
        assertThat(gate.objection(artifact(Files.createDirectories(folder.resolve("module/target/classes"))), session))
                .isEmpty();
    }

    @Test
    void refusesUnlockedDownloadsWhenStrict() throws IOException {
        assertThat(gate(Lock.empty(), false).objection(artifact(file), session)).isEmpty();
        assertThat(gate(Lock.empty(), true).objection(artifact(file), session))
                .hasValueSatisfying(
                        text -> assertThat(text).contains(PATH + ", from repository central, is not locked"));
        write("repository/org/example/lib/1.0/_remote.repositories", "other-1.0.jar>central=\n");
        assertThat(gate(Lock.empty(), true).objection(artifact(file), session))
                .as("of unknown origin")
                .hasValueSatisfying(text -> assertThat(text).contains("from unknown repository, is not locked"));
        write("repository/org/example/lib/1.0/_remote.repositories", "lib-1.0.jar>=\n" + "#".repeat(9_000_000));
        assertThat(gate(Lock.empty(), true).objection(artifact(file), session))
                .as("with notes of its origin that are too large to be read")
                .isPresent();
        write("repository/org/example/lib/1.0/_remote.repositories", "lib-1.0.jar>=\n");
        assertThat(gate(Lock.empty(), true).objection(artifact(file), session))
                .as("installed by a build on this machine")
                .isEmpty();
    }

    /** A split local repository has the layout below folders of its own, which the lock does not know. */
    @Test
    void findsTheEntryOfAFileInASplitRepository() throws IOException {
        Path split = write("repository/releases/" + PATH, "abc");

        assertThat(gate(locked(), true).objection(artifact(split), session)).isEmpty();
        Files.writeString(split, "abd");
        assertThat(gate(locked(), false).objection(artifact(split), session)).isPresent();
    }

    @Test
    void namesGoalsAsTheyAreRunThere() throws IOException {
        LoadGate gate = new LoadGate(
                locked(),
                new LocalRepositories(List.of(folder.resolve("repository")), List.of()),
                hashing,
                true,
                Commands.ofVersion("1.2.3"));
        String lock = "'mvn io.github.mavenhardening:hardening-maven-plugin:1.2.3:lock";
        Files.writeString(file, "abcd");
        Path other = write("repository/org/example/other/1.0/other-1.0.jar", "x");
        write("repository/org/example/other/1.0/_remote.repositories", "other-1.0.jar>central=\n");

        assertThat(gate.objection(artifact(file), session))
                .hasValueSatisfying(text -> assertThat(text).endsWith(lock + " -Dhardening.accept=" + PATH + "'"));
        assertThat(gate.objection(new DefaultArtifact("org.example:other:1.0").setFile(other.toFile()), session))
                .hasValueSatisfying(text -> assertThat(text).contains("run " + lock + "' and review"));
    }

    /** A file of Linux that is there, and that nobody can read from its start. */
    @Test
    void refusesALockedFileThatCannotBeRead() {
        Path unreadable = Path.of("/proc/self/mem");
        assumeThat(unreadable).isRegularFile();
        LoadGate gate = new LoadGate(
                Lock.empty().with(Map.of("mem", OF_ABC)),
                new LocalRepositories(List.of(unreadable.getParent()), List.of()),
                hashing,
                false,
                Commands.byPrefix());

        assertThat(gate.objection(artifact(unreadable), session))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("cannot be compared with the lock: reading it failed"));
    }

    @Test
    void saysHowFarTheSessionCame() {
        LoadGate gate = gate(locked(), false);

        assertThat(ComparisonStage.of(session)).isEqualTo(ComparisonStage.GOAL);
        gate.arm(session);
        assertThat(LoadGate.of(session)).containsSame(gate);
        assertThat(ComparisonStage.of(session)).isEqualTo(ComparisonStage.FIRST_GOAL);
        assertThat(gate.objection(artifact(file), session)).isEmpty();
        assertThat(ComparisonStage.of(session)).isEqualTo(ComparisonStage.LOADING);
    }
}
