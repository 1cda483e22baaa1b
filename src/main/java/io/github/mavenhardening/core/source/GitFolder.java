package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * The {@code .git} of a checkout, read without running Git: a folder, or the file that a worktree or submodule has in its
 * place ({@code gitdir: …}). One that is there and cannot be used, as Git would refuse it too, says why when it is asked.
 *
 * @see <a href="https://git-scm.com/docs/gitrepository-layout">gitrepository-layout</a>
 */
public final class GitFolder {

    private static final int POINTER_LIMIT = 4096;
    private static final int CONFIG_LIMIT = 4 << 20;
    private static final int PACKED_LIMIT = 32 << 20;

    /**
     * What a repository of format 1 may have: Git refuses one with any other extension, as it may change what all else means.
     *
     * @see <a href="https://git-scm.com/docs/repository-version">gitrepository-version</a>
     */
    private static final Set<String> EXTENSIONS = Set.of(
            "compatobjectformat",
            "noop",
            "noop-v1",
            "objectformat",
            "partialclone",
            "preciousobjects",
            "refstorage",
            "relativeworktrees",
            "worktreeconfig");

    /** The files that every reader of the history opens first; a pipe in their place would let it wait for ever. */
    private static final Set<String> OPENED =
            Set.of("HEAD", "config", "commondir", "packed-refs", "shallow", "objects/info/alternates");

    /** The checkout's own part: HEAD and index. Null when there is no Git, or none that can be used. */
    private final Path folder;

    /** The part that worktrees share: config, info/exclude. Null together with the folder. */
    private final Path common;

    /** Null together with the folder. */
    private final GitConfig config;

    /** Why the {@code .git} that is there cannot be used; null when it can, or there is none. */
    private final String problem;

    private GitFolder(Path folder, Path common, GitConfig config, String problem) {
        this.folder = folder;
        this.common = common;
        this.config = config;
        this.problem = problem;
    }

    /** Of a folder that is not under Git. */
    public static GitFolder none() {
        return new GitFolder(null, null, null, null);
    }

    /** The Git folder of a checkout's root; absent when there is none. */
    public static GitFolder of(Path root) {
        if (!Files.exists(root.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
            return none();
        }
        try {
            Path folder = locate(root);
            Path shared = folder.resolve("commondir");
            boolean worktree = Files.exists(shared, LinkOption.NOFOLLOW_LINKS);
            Path common = worktree ? pointed(folder, shared, "") : folder;
            GitConfig config = config(common.resolve("config"));
            requireKnownFormat(config);
            if (!worktree) {
                requireWorktree(root, folder, config);
            }
            return new GitFolder(folder, common, config, null);
        } catch (Unusable e) {
            return new GitFolder(null, null, null, e.getMessage());
        }
    }

    /** Whether a folder is the root of a repository or worktree: has a {@code .git} that leads to one, as Git sees it. */
    static boolean isRepository(Path root) {
        try {
            return Files.exists(root.resolve(".git"), LinkOption.NOFOLLOW_LINKS)
                    && Files.exists(locate(root).resolve("HEAD"), LinkOption.NOFOLLOW_LINKS);
        } catch (Unusable e) {
            // Silent: what leads to no repository is none, for Git as well; its files belong to the one around it.
            return false;
        }
    }

    /** Whether the checkout is under a Git that can be used. */
    public boolean isPresent() {
        return folder != null;
    }

    /** The checkout's own Git folder, empty without Git. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /**
     * Whether the clone may know the default branch of {@code origin}: decided without opening the history, which takes a
     * while in a JVM that has just started. Git writes that reference as a file of its own, but for the format {@code
     * reftable}.
     */
    public boolean mayKnowDefaultBranch() {
        return folder != null
                && (Files.exists(common.resolve("refs/remotes/origin/HEAD"))
                        || Files.isDirectory(common.resolve("reftable")));
    }

    /**
     * Opens the commits and tags, to be closed; empty without Git.
     *
     * @throws IOException when they cannot be read; the message says why, without the machine's paths
     */
    public Optional<GitHistory> history() throws IOException {
        requireUsable();
        if (folder == null) {
            return Optional.empty();
        }
        if (isSha256()) {
            throw new IOException("its objects have SHA-256 names, which are not supported");
        }
        if (config.mayInclude()) {
            // JGit would read whatever file it names, a device or a pipe as well, and without a bound.
            throw new IOException("its configuration includes other files, which are not supported");
        }
        for (String name : OPENED) {
            requireFile(folder.resolve(name), name);
            requireFile(common.resolve(name), name);
        }
        return Optional.of(GitHistory.open(folder));
    }

    /**
     * The index; empty without Git, and before anything was added.
     *
     * @throws IOException when it cannot be read; the message says why, without the machine's paths
     */
    Optional<GitIndex> index() throws IOException {
        requireUsable();
        Path index = folder == null ? null : folder.resolve("index");
        if (index == null || !Files.exists(index, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        requireFile(index, "index");
        return Optional.of(GitIndex.read(index, isSha256() ? 32 : 20));
    }

    Path excludes() {
        return common.resolve("info/exclude");
    }

    /**
     * The URL of the remote {@code origin}; empty when there is none, or no configuration that Git would take. Git fetches from
     * the first of several, and pushes to all.
     */
    public Optional<String> originUrl() {
        return config == null ? Optional.empty() : config.first("remote", "origin", "url");
    }

    /** What is checked out; unknown without Git, and where its files cannot be read. */
    public GitHead head() {
        if (folder == null) {
            return GitHead.unknown();
        }
        // Silent: of a file that is too large nothing is known, which is what the answer says.
        return textOf(folder, "HEAD", POINTER_LIMIT)
                .map(head -> GitHead.of(
                        head, name -> textOf(common, name, name.equals("packed-refs") ? PACKED_LIMIT : POINTER_LIMIT)))
                .orElse(GitHead.unknown());
    }

    private static Optional<String> textOf(Path base, String name, int limit) {
        try {
            Path file = base.resolve(name);
            return Files.isRegularFile(file) ? Optional.of(read(file, limit)) : Optional.empty();
        } catch (Unusable | InvalidPathException e) {
            // Silent: what is checked out is then unknown, which is what the answer says; no verdict rests on it.
            return Optional.empty();
        }
    }

    private boolean isSha256() {
        return config.value("extensions", "", "objectformat")
                .filter("sha256"::equalsIgnoreCase)
                .isPresent();
    }

    private void requireUsable() throws Unusable {
        if (problem != null) {
            throw new Unusable(problem);
        }
    }

    /** The folder that a root's {@code .git} is or leads to. */
    private static Path locate(Path root) throws Unusable {
        Path git = root.resolve(".git");
        return Files.isDirectory(git) ? git : pointed(root, git, "gitdir:");
    }

    /** The folder that a file leads to; Git follows no second one from there. */
    private static Path pointed(Path base, Path file, String prefix) throws Unusable {
        String text = read(file, POINTER_LIMIT).strip();
        String path = text.startsWith(prefix) ? text.substring(prefix.length()).strip() : "";
        try {
            Path folder = base.resolve(path).normalize();
            if (!path.isEmpty() && Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException e) {
            throw new Unusable(file.getFileName() + " does not lead to a directory");
        }
        throw new Unusable(file.getFileName() + " does not lead to a directory");
    }

    /** The repository's own configuration, without files that it includes; without variables when there is none. */
    private static GitConfig config(Path file) throws Unusable {
        String text = Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? read(file, CONFIG_LIMIT) : "";
        Optional<GitConfig> config = GitConfig.parse(text);
        if (config.isEmpty()) {
            throw new Unusable("its configuration breaks Git's syntax");
        }
        return config.get();
    }

    private static void requireKnownFormat(GitConfig config) throws Unusable {
        String version = config.value("core", "", "repositoryformatversion").orElse("0");
        if (!version.equals("0") && !version.equals("1")) {
            throw new Unusable("its format is not supported");
        }
        SortedSet<String> unknown = config.names("extensions");
        unknown.removeAll(EXTENSIONS);
        String objects = config.value("extensions", "", "objectformat").orElse("sha1");
        if ((version.equals("1") && !unknown.isEmpty())
                || !Set.of("sha1", "sha256").contains(objects.toLowerCase(Locale.ROOT))) {
            throw new Unusable("it has an unsupported extension");
        }
    }

    /** With {@code core.worktree} Git looks at the files of another folder, as it does for submodules, whose it names. */
    private static void requireWorktree(Path root, Path folder, GitConfig config) throws Unusable {
        Optional<String> worktree = config.value("core", "", "worktree");
        try {
            if (worktree.isPresent() && !Files.isSameFile(folder.resolve(worktree.get()), root)) {
                throw new Unusable("its core.worktree is another folder");
            }
        } catch (IOException | InvalidPathException e) {
            throw new Unusable("its core.worktree is another folder");
        }
    }

    private static String read(Path file, int limit) throws Unusable {
        requireFile(file, file.getFileName().toString());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new Unusable(file.getFileName() + " is larger than " + limit + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (Unusable e) {
            throw e;
        } catch (IOException e) {
            throw new Unusable(file.getFileName() + " cannot be opened");
        }
    }

    private static void requireFile(Path file, String name) throws Unusable {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Unusable(name + " is not a file");
        }
    }

    /** Why Git's folder cannot be used, without the machine's paths. */
    private static final class Unusable extends IOException {
        private static final long serialVersionUID = 1;

        Unusable(String reason) {
            super(reason);
        }
    }
}
