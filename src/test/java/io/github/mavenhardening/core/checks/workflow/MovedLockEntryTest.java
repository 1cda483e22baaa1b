package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.LoopbackGit;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedLockEntryTest {

    private static final MovedLockEntry CHECK = new MovedLockEntry();
    private static final String LOCK = ".github/workflows/actions.lock";

    @TempDir
    Path forge;

    private static MarkedYaml locked(String entries, String address) {
        return MarkedYaml.steps("- uses: o/r@v1")
                .and(LOCK, "version: v0.0.3\nworkflows: {}\ndependencies:\n" + entries.indent(2))
                .online(address);
    }

    @Test
    void comparesTheLockWithWhatTagsAndBranchesStandFor() throws Exception {
        String first = RemoteFixtures.action(forge, "o/r", "v1.0.0", "runs: {using: node24, main: x.js}\n");
        try (Git git = Git.open(forge.resolve("o/r").toFile())) {
            LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v1", true);
        }
        String impostor = RemoteFixtures.impostor(forge, "o/r");
        try (LoopbackGit server = new LoopbackGit(forge)) {
            MarkedYaml repository = locked("""
                    o/r@v1: {ref: v1, commit: sha1-FIRST}          # finds: moved-lock-entry medium
                    o/r@v1.0.0: {ref: v1.0.0, commit: sha1-FIRST}
                    o/r@main: {ref: main, commit: sha1-FIRST}
                    o/r@v9: {ref: v9, commit: sha1-FIRST}          # finds: moved-lock-entry low
                    o/r@next: {ref: main, commit: sha1-IMPOSTOR}   # finds: moved-lock-entry high
                    o/r@short: {ref: main, commit: sha1-1234}
                    """.replace("FIRST", first).replace("IMPOSTOR", impostor), server.address());

            repository.isFoundBy(CHECK);
            assertThat(repository.findings(CHECK)).anySatisfy(finding -> {
                assertThat(finding.message())
                        .startsWith("'o/r@v1' is locked to " + first + ", and the tag 'v1' stands for ");
                assertThat(finding.remedy()).contains("-Dhardening.actions -Dhardening.accept=o/r@v1'");
                assertThat(finding.primary().path()).isEqualTo(LOCK);
            });
        }
    }

    @Test
    void saysWhatCouldNotBeChecked() throws Exception {
        try (LoopbackGit server = new LoopbackGit(forge)) {
            var audit = locked("o/gone@v1: {ref: v1, commit: sha1-" + "1".repeat(40) + "}\n", server.address())
                    .audit(CHECK);
            assertThat(audit.findings()).isEmpty();
            assertThat(audit.gaps())
                    .containsExactly("moved-lock-entry: " + server.address() + "/o/gone does not exist, or is private");
        }
    }
}
