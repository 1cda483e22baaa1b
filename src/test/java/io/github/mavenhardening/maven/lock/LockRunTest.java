package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Lock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockRunTest {

    private static final MavenProject MODULE = module("org.example:lib:1", "org.example:native:2");

    private static MavenProject module(String... dependencies) {
        Model model = new Model();
        for (String gav : dependencies) {
            String[] parts = gav.split(":", -1);
            Dependency dependency = new Dependency();
            dependency.setGroupId(parts[0]);
            dependency.setArtifactId(parts[1]);
            dependency.setVersion(parts[2]);
            model.addDependency(dependency);
        }
        return new MavenProject(model);
    }

    private static List<String> lacking(Unresolved... unresolved) {
        return LockRun.lackingDependencies(Inventory.of(new ArrayList<>(), List.of(unresolved)), List.of(MODULE));
    }

    private static Unresolved unresolved(String subject, String reason, Certainty certainty) {
        return new Unresolved(subject, reason, List.of("app"), certainty);
    }

    @Test
    void namesDeclaredDependenciesThatCouldNotBeHad() {
        assertThat(lacking(
                        unresolved("org.example:lib:jar:1", Unresolved.MISSING, Certainty.USED),
                        unresolved("org.example:native:so:linux-x86_64:2", Unresolved.NOT_DOWNLOADED, Certainty.USED)))
                .containsExactly(
                        "org.example:lib:jar:1: no repository has it",
                        "org.example:native:so:linux-x86_64:2: it could not be downloaded");
    }

    @Test
    void saysOfNoRepositoryWhatItHasWhereNoneWasAsked() {
        List<String> lacking = lacking(unresolved("org.example:lib:jar:1", Unresolved.MISSING, Certainty.USED));

        assertThat(LockRun.unresolvable(lacking, true))
                .isEqualTo(
                        "Dependencies of this build cannot be resolved, nothing was written; -Dhardening.partial locks"
                                + " the rest; no repository was asked, since Maven is offline:\n"
                                + "  org.example:lib:jar:1: the local repository lacks it");
        assertThat(LockRun.unresolvable(lacking, false))
                .endsWith("locks the rest:\n  org.example:lib:jar:1: no repository has it");
    }

    @Test
    void leavesTheRestToAWarning() {
        assertThat(lacking(
                        unresolved("org.example:other:jar:1", Unresolved.MISSING, Certainty.USED),
                        unresolved("org.example:lib:jar:2", Unresolved.MISSING, Certainty.USED),
                        unresolved("org.example:lib:jar:1", Unresolved.MISSING, Certainty.POSSIBLE),
                        unresolved("org.example:lib:jar:1", "it is a module of this repository", Certainty.USED),
                        unresolved("annotation processor lib", Unresolved.MISSING, Certainty.USED)))
                .isEmpty();
    }

    @Test
    void saysWhereAFileThatAnotherMavenAloneUsesIsLocked() {
        Inventory inventory = Inventory.of(
                new ArrayList<>(),
                List.of(
                        unresolved("org.example:here:jar:1", Unresolved.MISSING, Certainty.USED),
                        unresolved("org.example:there:jar:1", Unresolved.NOT_DOWNLOADED, Certainty.ELSEWHERE),
                        unresolved("org.example:both:jar:1", Unresolved.MISSING, Certainty.POSSIBLE),
                        unresolved("org.example:both:jar:1", Unresolved.MISSING, Certainty.ELSEWHERE)));

        assertThat(LockRun.notLocked(inventory, "Maven 4"))
                .containsExactlyInAnyOrder(
                        "org.example:here:jar:1: no repository has it",
                        "org.example:there:jar:1: it could not be downloaded; only builds on Maven 4 use it: run"
                                + " 'mvn hardening:lock' there, too",
                        "org.example:both:jar:1: no repository has it");
    }

    @Test
    void writesTheFirstLockBesideAGuessThatFailed() {
        Inventory inventory = Inventory.of(
                new ArrayList<>(),
                List.of(
                        unresolved("org.example:lib:jar:1", "it is a module of this repository", Certainty.USED),
                        unresolved("org.example:bundle:jar:1", Unresolved.UNDESCRIBED, Certainty.POSSIBLE),
                        unresolved("org.example:there:jar:1", Unresolved.MISSING, Certainty.ELSEWHERE)));

        assertThat(LockRun.used(inventory)).containsExactly("org.example:lib:jar:1: it is a module of this repository");
        assertThat(LockRun.notLocked(inventory, "Maven 4"))
                .as("whose own file may be locked")
                .contains(
                        "what org.example:bundle:jar:1 brings: its POM, or one that it builds on, cannot be resolved");
    }

    /** Without a session nothing can be resolved: the refusal comes before. */
    @Test
    void refusesALockThatCannotBeReadBeforeItResolvesAnything(@TempDir Path root) throws Exception {
        Path lock = root.resolve(Lock.LOCATION);
        Files.createDirectories(lock.getParent());
        Files.writeString(lock, "Zz  org/example/a/1/a-1.jar\n");

        LockRun run = new LockRun(null, null, null, root, Clock.systemUTC(), new SystemStreamLog());

        assertThatThrownBy(() -> run.make(new Plugin(), LockOptions.plain()))
                .isInstanceOf(LockException.class)
                .hasMessage(Lock.LOCATION + ":1:1: expected a SHA-256 of 64 hexadecimal digits. Correct the line or"
                        + " restore the file from version control");
    }
}
