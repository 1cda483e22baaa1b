package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.FileTree;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** A repository's files in memory. */
public record MemoryTree(TreeMap<String, byte[]> contents) implements FileTree {

    public static MemoryTree of(Map<String, String> texts) {
        TreeMap<String, byte[]> contents = new TreeMap<>();
        texts.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new MemoryTree(contents);
    }

    /** What surrounds a run on these files, at a fixed time, by a policy without options. */
    public CheckContext context(Optional<RepositorySlug> slug) {
        return context(slug, Options.none());
    }

    /** What surrounds a run on these files, at a fixed time. */
    public CheckContext context(Optional<RepositorySlug> slug, Options options) {
        return context(slug, options, Map.of(), Optional.empty());
    }

    /** The same with those environment variables and that network. */
    public CheckContext context(
            Optional<RepositorySlug> slug, Options options, Map<String, String> variables, Optional<Network> network) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
        Environment environment = new Environment(clock, variables, Optional.empty(), network);
        return new CheckContext(new Repository(this, slug), environment, options, List.of());
    }

    @Override
    public boolean exists(String path) {
        String inside = contents.ceilingKey(path + '/');
        return isFile(path) || (inside != null && inside.startsWith(path + '/'));
    }

    @Override
    public SortedSet<String> files() {
        return contents.navigableKeySet();
    }

    @Override
    public boolean isFile(String path) {
        return contents.containsKey(path);
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
        if (!isFile(path)) {
            throw new NoSuchFileException(path);
        }
        byte[] bytes = contents.get(path);
        if (bytes.length > limit) {
            throw new IOException("larger than " + limit + " bytes");
        }
        return bytes.clone();
    }
}
