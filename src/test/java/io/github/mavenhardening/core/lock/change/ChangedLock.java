package io.github.mavenhardening.core.lock.change;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.lock.Sha256;
import io.github.mavenhardening.core.pom.BuildFilesReader;
import io.github.mavenhardening.core.source.ChangeSince;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.GitFolder;
import io.github.mavenhardening.core.source.Repository;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;

/** A checkout whose branch left {@code main}, with a local repository beside it. */
public final class ChangedLock {

    private static final PersonIdent ADA = new PersonIdent("Ada", "ada@example.org");

    private final Path root;
    private final Path local;

    public ChangedLock(Path folder) throws Exception {
        this.root = folder.resolve("checkout");
        this.local = folder.resolve("local");
        Files.createDirectories(root);
        // Isolates JGit first, or it measures the file system for seconds.
        GitFolder.of(root);
        Git.init().setDirectory(root.toFile()).setInitialBranch("main").call().close();
        write("README.md", "hello\n");
    }

    /** Commits what is there as the base, and leaves it for a branch. */
    public ChangedLock branch() throws Exception {
        try (Git git = Git.open(root.toFile())) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setAuthor(ADA)
                    .setCommitter(ADA)
                    .setMessage("Base")
                    .setSign(false)
                    .call();
            git.checkout().setCreateBranch(true).setName("topic").call();
        }
        return this;
    }

    public void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    public void delete(String path) throws IOException {
        Files.delete(root.resolve(path));
    }

    /** Writes the lock, a line each: of a file in the local repository its hash, else a made-up one. */
    public ChangedLock lock(String... paths) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String path : paths) {
            String[] parts = path.split(" ", 2);
            lines.add(parts.length == 2 ? parts[0] + "  " + parts[1] : hash(path) + "  " + path);
        }
        write(".mvn/checksums/checksums.sha256", String.join("\n", lines) + "\n");
        return this;
    }

    private String hash(String path) throws IOException {
        Path file = local.resolve(path);
        return Files.exists(file)
                ? Sha256.of(file)
                : Integer.toHexString(path.hashCode() | 0x10000000).repeat(8);
    }

    /** Writes the record beside the lock: the members of the object after its version, with apostrophes for quotes. */
    public ChangedLock record(String members) throws IOException {
        write(".mvn/hardening-lock.json", ("{'version': 1, " + members + "}").replace('\'', '"'));
        return this;
    }

    /** Puts a jar with empty entries into the local repository. */
    public void jar(String path, String... names) throws IOException {
        Path file = local.resolve(path);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.closeEntry();
            }
        }
    }

    /** Puts a POM into the local repository. */
    public void pom(String path, String content) throws IOException {
        Path file = local.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<project>" + content + "</project>");
    }

    public LockChange compare() throws IOException {
        return compare("main", Map.of(), Set.of());
    }

    public LockChange compare(String base, Map<String, String> variables, Set<String> plugins) throws IOException {
        Repository repository = new Repository(new Checkout(root), Optional.empty());
        Environment environment = new Environment(
                Clock.systemUTC(), variables, base.isEmpty() ? Optional.empty() : Optional.of(base), Optional.empty());
        return new LockComparison(
                        root,
                        ChangeSince.of(repository, ChangeSince.BASE, environment),
                        new LocalRepositories(List.of(local), List.of()),
                        new Roles(BuildFilesReader.read(repository), plugins))
                .compare();
    }

    public Path root() {
        return root;
    }

    public Path local() {
        return local;
    }
}
