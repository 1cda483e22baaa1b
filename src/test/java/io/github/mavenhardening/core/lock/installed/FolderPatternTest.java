package io.github.mavenhardening.core.lock.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderPatternTest {

    @TempDir
    Path root;

    @BeforeEach
    void fill() throws IOException {
        for (String folder : new String[] {"a/target/node", "b/target/node", "b/target/nodes", "c/src"}) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(root.resolve("a/target/tool.exe"), "");
    }

    @ParameterizedTest
    @CsvSource({
        "a/target/node, a/target/node",
        "a/target/node/, a/target/node",
        "*/target/node, a/target/node b/target/node",
        "b/target/node?, b/target/nodes",
        "*/target/*, a/target/node a/target/tool.exe b/target/node b/target/nodes",
        "a/target/*.exe, a/target/tool.exe",
        "?, a b c"
    })
    void standsForWhatIsThere(String name, String expected) throws IOException {
        assertThat(FolderPattern.expand(root, name)).containsExactly(expected.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            d/target   | nothing is there
            a/*/none   | nothing is there
            ../x       | '.' or '..' segment
            a/./target | '.' or '..' segment
            /etc       | absolute
            C:/x       | absolute
            ~/.cache   | absolute
            ./a        | write it without
            ""         | the path is missing
            ..         | segment
            .          | segment
            a/[*       | cannot be looked up
            """)
    void refusesWhatStandsForNothingBelowTheRoot(String name, String problem) {
        assertThatIOException()
                .isThrownBy(() -> FolderPattern.expand(root, name))
                .withMessageContaining(problem);
    }

    @Test
    void refusesTooMuch() throws IOException {
        Path many = Files.createDirectories(root.resolve("many"));
        for (int i = 0; i <= FolderPattern.MAX_MATCHES; i++) {
            Files.createFile(many.resolve("f" + i));
        }

        assertThatIOException()
                .isThrownBy(() -> FolderPattern.expand(root, "many/f*"))
                .withMessage("it stands for more than 1000 paths");
    }

    @Test
    void followsNoLink() throws IOException {
        Files.createSymbolicLink(root.resolve("link"), root.resolve("a"));

        assertThatIOException().isThrownBy(() -> FolderPattern.expand(root, "link/*/node"));
    }
}
