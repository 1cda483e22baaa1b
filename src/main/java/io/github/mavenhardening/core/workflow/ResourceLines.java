package io.github.mavenhardening.core.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the lists of facts that lie beside this package: one entry a line, {@code #} begins a comment. */
final class ResourceLines {

    private ResourceLines() {}

    /**
     * The entries of a list, without comments and blank lines.
     *
     * @throws IllegalStateException when there is no such list: the build is broken
     */
    static List<String> of(String name) {
        try (InputStream in = ResourceLines.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no such list: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
