package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A repository's files as they would be with other texts in some of them.
 *
 * @param tree the files as they are
 * @param texts the other texts, by the paths of files that are there
 */
public record EditedTree(FileTree tree, Map<String, String> texts) implements FileTree {

    public EditedTree {
        texts = Map.copyOf(texts);
    }

    @Override
    public SortedSet<String> files() throws IOException {
        return tree.files();
    }

    @Override
    public SortedSet<String> filesIn(String folder) throws IOException {
        return tree.filesIn(folder);
    }

    @Override
    public GitFolder git() {
        return tree.git();
    }

    @Override
    public boolean isFile(String path) {
        return tree.isFile(path);
    }

    @Override
    public boolean exists(String path) {
        return tree.exists(path);
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
        if (!texts.containsKey(path)) {
            return tree.read(path, limit);
        }
        byte[] edited = texts.get(path).getBytes(StandardCharsets.UTF_8);
        if (edited.length > limit) {
            throw new IOException("larger than " + limit + " bytes");
        }
        return edited;
    }

    @Override
    public byte[] head(String path, int length) throws IOException {
        return texts.containsKey(path) ? FileTree.super.head(path, length) : tree.head(path, length);
    }

    @Override
    public Optional<List<TrackedFile>> tracked() throws IOException {
        return tree.tracked();
    }

    @Override
    public List<String> leftOut() {
        return tree.leftOut();
    }

    @Override
    public List<String> notes() {
        return tree.notes();
    }
}
