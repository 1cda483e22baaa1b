package io.github.mavenhardening.core.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The real files with what is known of each; absent where the folder beside the project is. */
public final class Corpus {

    private static final Path FOLDER = Path.of("..", "shared", "conformance", "security-insights");

    private Corpus() {}

    /**
     * A file and what the index says of it.
     *
     * @param path where it lay in its repository
     * @param content its text
     * @param index its entry
     */
    public record Entry(String name, String path, String content, JsonNode index) {

        /** A text of the index; empty when it is null or not there. */
        public Optional<String> text(String field) {
            return Optional.ofNullable(index.path(field).textValue());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All entries; skips the test, visibly, where there are none. */
    public static List<Entry> entries() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), () -> "the conformance files are not there: " + FOLDER);
        List<Entry> entries = new ArrayList<>();
        for (JsonNode index :
                new ObjectMapper().readTree(FOLDER.resolve("index.json").toFile())) {
            String file = index.get("file").textValue();
            String content = Files.readString(FOLDER.resolve(file));
            entries.add(new Entry(file, index.get("path").textValue(), content, index));
        }
        assertThat(entries).as("files of the corpus").hasSize(53);
        return entries;
    }
}
