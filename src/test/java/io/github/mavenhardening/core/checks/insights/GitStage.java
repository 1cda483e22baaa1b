package io.github.mavenhardening.core.checks.insights;

import io.github.mavenhardening.core.source.GitFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A Git repository to be checked. */
final class GitStage {

    private final Path root;

    private GitStage(Path root) {
        this.root = root;
    }

    static GitStage in(Path root) throws GitAPIException {
        // Isolates JGit first, or it measures the file system for seconds.
        if (GitFolder.of(root).isPresent()) {
            throw new IllegalStateException("there is a repository already");
        }
        Git.init().setDirectory(root.toFile()).call().close();
        return new GitStage(root);
    }

    void commit(String path, String content, String day) throws IOException, GitAPIException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Instant noon = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        PersonIdent ada = new PersonIdent("Ada", "ada@example.org", noon, ZoneOffset.UTC);
        try (Git git = Git.open(root.toFile())) {
            git.add().addFilepattern(path).call();
            git.commit()
                    .setMessage("change")
                    .setAuthor(ada)
                    .setCommitter(ada)
                    .setSign(false)
                    .call();
        }
    }

    void tag(String name) throws IOException, GitAPIException {
        try (Git git = Git.open(root.toFile())) {
            git.tag()
                    .setName(name)
                    .setAnnotated(true)
                    .setMessage(name)
                    .setSigned(false)
                    .call();
        }
    }

    void packRefs() throws IOException, GitAPIException {
        try (Git git = Git.open(root.toFile())) {
            git.packRefs().setAll(true).call();
        }
    }

    void cloneShallow(Path target) throws GitAPIException {
        Git.cloneRepository()
                .setURI(root.toUri().toString())
                .setDirectory(target.toFile())
                .setDepth(1)
                .call()
                .close();
    }
}
