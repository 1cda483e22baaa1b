package io.github.mavenhardening.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.Lock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockedFilesTest {

    private static final String PATH = "org/example/lib/1.0/lib-1.0.jar";
    private static final String LOCAL = "./lib/local.jar";
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private Path put(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private LockedFiles files() {
        LocalRepositories repositories =
                new LocalRepositories(List.of(folder.resolve("first"), folder.resolve("second")), List.of());
        return new LockedFiles(folder.resolve("checkout"), repositories, new Hashing());
    }

    private static Lock lock() {
        return Lock.empty().with(Map.of(PATH, OF_ABC, LOCAL, OF_ABC, "org/example/absent/1/absent-1.jar", OF_ABC));
    }

    @Test
    void areThoseOfTheRepositoryAndOfTheCheckout() throws Exception {
        Path jar = put("first/" + PATH, "abc");
        Path local = put("checkout/lib/local.jar", "abc");

        var present = files().of(lock());

        assertThat(present).containsOnlyKeys(PATH, LOCAL);
        assertThat(present.get(PATH).file()).isEqualTo(jar);
        assertThat(present.get(LOCAL).file()).isEqualTo(local);
        assertThat(present.values()).allMatch(it -> it.hash().equals(new HashResult.Hashed(OF_ABC)));
    }

    /** Whichever of them Maven takes. */
    @ParameterizedTest
    @CsvSource({"abc, abc, first", "abd, abc, first", "abc, abd, second", "abd, abe, first"})
    void ofTwoCopiesItIsTheWrongOne(String first, String second, String shown) throws Exception {
        put("first/" + PATH, first);
        put("second/" + PATH, second);

        assertThat(files().of(lock()).get(PATH).file())
                .isEqualTo(folder.resolve(shown).resolve(PATH));
    }

    @Test
    void aFolderInPlaceOfAFileIsNoMatch() throws Exception {
        Files.createDirectories(folder.resolve("checkout/lib/local.jar"));

        assertThat(files().of(lock()).get(LOCAL).hash()).isInstanceOf(HashResult.Unreadable.class);
    }
}
