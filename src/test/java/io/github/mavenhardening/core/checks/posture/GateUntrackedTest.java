package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.source.GitFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateUntrackedTest {

    @TempDir
    Path root;

    private PostureCase repository;

    @BeforeEach
    void layOut() throws Exception {
        GitFolder.of(root);
        Git.init().setDirectory(root.toFile()).call().close();
        put("README.md");
        add("README.md");
        repository = PostureCase.of(new GateUntracked()).in(root);
    }

    private void put(String... paths) throws IOException {
        for (String path : paths) {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), "a: b\n");
        }
    }

    private void add(String path) throws Exception {
        try (Git git = Git.open(root.toFile())) {
            git.add().addFilepattern(path).call();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".mvn/checksums/checksums.sha256",
                ".mvn/hardening-lock.json",
                ".mvn/hardening.yml",
                ".github/hardening.yml",
                ".mvn/hardening-keyring.asc",
                ".mvn/hardening-keys.list",
                ".mvn/hardening-identities.list",
                "security-insights.yml",
                ".github/SECURITY-INSIGHTS.yml"
            })
    void findsOneUntilItIsAdded(String path) throws Exception {
        put(path);
        assertThat(repository.found())
                .containsExactly("medium " + path + ":0 Git does not track " + path
                        + ": every other checkout, a CI service's too, is without it");
        add(path);
        repository.findsNothing();
    }

    @Test
    void findsWhatGitIgnoresInOneFinding() throws Exception {
        put(".mvn/checksums/checksums.sha256", ".mvn/hardening.yml");
        Files.writeString(root.resolve(".gitignore"), ".mvn/\n");
        Finding finding = repository.only();
        assertThat(finding.message())
                .startsWith("Git does not track .mvn/checksums/checksums.sha256, .mvn/hardening.yml: ")
                .endsWith("is without them");
        assertThat(finding.remedy()).contains("'git add .mvn/checksums/checksums.sha256 .mvn/hardening.yml'");
    }

    @Test
    void findsThePolicyThatThisRunReads() throws Exception {
        put("build/policy.yml");
        repository.findsNothing();
        repository.policyFile("build/policy.yml");
        assertThat(repository.only().message()).startsWith("Git does not track build/policy.yml: ");
    }

    @Test
    void leavesOtherFilesAlone() throws Exception {
        put(".mvn/jvm.config", ".mvn/wrapper/maven-wrapper.properties", "notes.txt", "target/hardening/hardening.json");
        repository.findsNothing();
    }

    @Test
    void saysThatThereIsNothingToCheckWithoutGit(@TempDir Path plain) throws Exception {
        Files.writeString(plain.resolve("security-insights.yml"), "a: b");
        PostureCase none = PostureCase.of(new GateUntracked()).in(plain);
        assertThat(none.audit().findings()).isEmpty();
        assertThat(none.audit().notes())
                .containsExactly("gate-untracked: nothing to check, as Git tracks no file here");
    }

    @Test
    void saysThatAnIndexCannotBeRead() throws Exception {
        put(".mvn/hardening.yml");
        Files.writeString(root.resolve(".git/index"), "no index");
        assertThat(repository.audit().findings()).isEmpty();
        assertThat(repository.audit().notes().toString() + repository.audit().gaps())
                .contains("the Git index cannot be read");
    }
}
