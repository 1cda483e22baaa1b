package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The {@code .git} of a checkout, read without running Git: a folder, or the file that a worktree or submodule has in its
 * place ({@code gitdir: …}).
 *
 * @see <a href="https://git-scm.com/docs/gitrepository-layout">gitrepository-layout</a>
 */
public final class GitFolder {

    private static final int POINTER_LIMIT = 4096;
    private static final int CONFIG_LIMIT = 1 << 20;

    /** The checkout's own part: HEAD and index. Null when there is no Git. */
    private final Path folder;

    /** The part that worktrees share: config, info/exclude. Null when there is no Git. */
    private final Path common;

    private GitFolder(Path folder, Path common) {
        this.folder = folder;
        this.common = common;
    }

    /** Of a folder that is not under Git. */
    public static GitFolder none() {
        return new GitFolder(null, null);
    }

    /** The Git folder of a checkout's root; absent when there is none or its pointer leads nowhere. */
    public static GitFolder of(Path root) {
        Path git = root.resolve(".git");
        Path folder = Files.isDirectory(git)
                ? git
                : resolve(root, pointer(git, "gitdir:")).orElse(null);
        if (folder == null || !Files.isDirectory(folder)) {
            return new GitFolder(null, null);
        }
        Path common = resolve(folder, pointer(folder.resolve("commondir"), "")).orElse(folder);
        return new GitFolder(folder, common);
    }

    /** Whether the checkout is under Git. */
    public boolean isPresent() {
        return folder != null;
    }

    /** The checkout's own Git folder, empty without Git. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /**
     * Whether the clone may know the default branch of {@code origin}: told without opening the history, which takes a while in
     * a JVM that has just started. Git writes that reference as a file of its own, but for the format {@code reftable}.
     */
    public boolean mayKnowDefaultBranch() {
        return folder != null
                && (Files.exists(common.resolve("refs/remotes/origin/HEAD"))
                        || Files.isDirectory(common.resolve("reftable")));
    }

    /**
     * Opens the commits and tags, to be closed; empty without Git.
     *
     * @throws IOException when they cannot be read
     */
    public Optional<GitHistory> history() throws IOException {
        return folder == null ? Optional.empty() : Optional.of(GitHistory.open(folder));
    }

    /**
     * The index; empty without Git.
     *
     * @throws IOException when it cannot be read
     */
    GitIndex index() throws IOException {
        Path index = folder == null ? null : folder.resolve("index");
        if (index == null || !Files.isRegularFile(index)) {
            return GitIndex.none();
        }
        Optional<String> format = setting("extensions", "", "objectformat");
        boolean sha256 = format.isPresent() && format.get().equalsIgnoreCase("sha256");
        return GitIndex.read(index, sha256 ? 32 : 20);
    }

    Path excludes() {
        return common.resolve("info/exclude");
    }

    /** The URL of the remote {@code origin}; empty when there is none. */
    public Optional<String> originUrl() {
        return setting("remote", "origin", "url");
    }

    private Optional<String> setting(String section, String subsection, String name) {
        Optional<GitConfig> config = config();
        return config.isPresent() ? config.get().value(section, subsection, name) : Optional.empty();
    }

    /** The repository's own configuration, without files that it includes; empty when there is none, or it is broken. */
    private Optional<GitConfig> config() {
        if (common == null) {
            return Optional.empty();
        }
        Path file = common.resolve("config");
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > CONFIG_LIMIT) {
                return Optional.empty();
            }
            return GitConfig.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> resolve(Path base, Optional<String> path) {
        try {
            return path.isPresent() ? Optional.of(base.resolve(path.get()).normalize()) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> pointer(Path file, String prefix) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > POINTER_LIMIT) {
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
            String path =
                    text.startsWith(prefix) ? text.substring(prefix.length()).strip() : "";
            return path.isEmpty() ? Optional.empty() : Optional.of(path);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
