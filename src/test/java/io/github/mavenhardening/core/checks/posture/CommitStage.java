package io.github.mavenhardening.core.checks.posture;

import io.github.mavenhardening.core.source.GitFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;

/** A Git repository whose branch {@code main} grows by the commits of a test; {@code origin/main} stays at the first. */
final class CommitStage implements AutoCloseable {

    private final Path root;
    private final Git git;
    private final ObjectId base;
    private ObjectId tip;
    private int number;
    private String signature;
    private String proposed;

    /** Begins with one commit. */
    CommitStage(Path root, String author) throws Exception {
        this.root = root;
        // Isolates JGit first, or it measures the file system for seconds.
        GitFolder.of(root);
        git = Git.init().setDirectory(root.toFile()).setInitialBranch("main").call();
        Files.writeString(root.resolve("README.md"), "# r\n");
        base = add(author, author, "Begin");
        update("refs/remotes/origin/main", base);
    }

    Path root() {
        return root;
    }

    /** The first commit. */
    ObjectId base() {
        return base;
    }

    /** How many commits there are. */
    int commits() {
        return number;
    }

    /** The commits from now on carry that signature. */
    void sign(String by) {
        signature = by;
    }

    /** The commits from now on, and the checkout, hold those settings of the app. */
    void propose(String yaml) throws Exception {
        proposed = yaml;
        Files.createDirectories(root.resolve(".github"));
        Files.writeString(root.resolve(".github/dco.yml"), yaml);
    }

    private static PersonIdent person(String text, int second) {
        int open = text.lastIndexOf(" <");
        return new PersonIdent(
                text.substring(0, open),
                text.substring(open + 2, text.length() - 1),
                Instant.ofEpochSecond(1_700_000_000L + second),
                ZoneOffset.UTC);
    }

    void update(String ref, ObjectId to) throws Exception {
        RefUpdate update = git.getRepository().updateRef(ref);
        update.setNewObjectId(to);
        update.forceUpdate();
    }

    ObjectId add(String author, String committer, String message, ObjectId... others) throws Exception {
        CommitBuilder commit = new CommitBuilder();
        try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
            commit.setTreeId(
                    proposed == null ? inserter.insert(Constants.OBJ_TREE, new byte[0]) : tree(inserter, proposed));
            if (tip != null) {
                commit.addParentId(tip);
            }
            for (ObjectId other : others) {
                commit.addParentId(other);
            }
            number++;
            commit.setAuthor(person(author, number));
            commit.setCommitter(person(committer, number));
            commit.setMessage(message);
            if (signature != null) {
                commit.setGpgSignature(new GpgSignature(signature.getBytes(StandardCharsets.US_ASCII)));
            }
            tip = inserter.insert(commit);
            inserter.flush();
        }
        update("refs/heads/main", tip);
        return tip;
    }

    /** Lets the branch that the change leads to go on, with the app's settings in it. */
    void settings(String author, String yaml) throws Exception {
        CommitBuilder commit = new CommitBuilder();
        try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
            commit.setTreeId(tree(inserter, yaml));
            commit.setParentId(base);
            commit.setAuthor(person(author, 0));
            commit.setCommitter(person(author, 0));
            commit.setMessage("Settings");
            update("refs/remotes/origin/main", inserter.insert(commit));
            inserter.flush();
        }
    }

    private static ObjectId tree(ObjectInserter inserter, String settings) throws Exception {
        TreeFormatter folder = new TreeFormatter();
        folder.append(
                "dco.yml",
                FileMode.REGULAR_FILE,
                inserter.insert(Constants.OBJ_BLOB, settings.getBytes(StandardCharsets.UTF_8)));
        TreeFormatter root = new TreeFormatter();
        root.append(".github", FileMode.TREE, inserter.insert(folder));
        return inserter.insert(root);
    }

    @Override
    public void close() {
        git.close();
    }
}
