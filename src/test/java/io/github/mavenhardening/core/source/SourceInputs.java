package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The readers of Git's files, for inputs that anybody may have written. */
public final class SourceInputs {

    private SourceInputs() {}

    /** A {@code .gitignore}, asked about as many paths as it has lines, up to a limit, those that it names among them. */
    public static void ignore(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        IgnoreList list = IgnoreList.of(text);
        if (list.weight() > IgnoreRules.WEIGHT_LIMIT) {
            return;
        }
        for (String line : text.split("\n", -1)) {
            String path = line.length() > 200 ? line.substring(0, 200) : line;
            list.decides(path, true);
            list.decides("folder/" + path, false);
        }
    }

    /** A configuration. */
    public static void config(byte[] input) {
        GitConfig.parse(new String(input, StandardCharsets.UTF_8))
                .ifPresent(config -> config.value("remote", "origin", "url"));
    }

    /** An index, with names of either length. */
    public static void index(byte[] input) throws IOException {
        Path file = Files.createTempFile("index", null);
        try {
            Files.write(file, input);
            for (int length : new int[] {20, 32}) {
                index(file, length);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void index(Path file, int length) {
        try {
            GitIndex index = GitIndex.read(file, length);
            index.tracksBelow("a");
            index.files();
        } catch (IOException e) {
            // As documented.
        }
    }
}
