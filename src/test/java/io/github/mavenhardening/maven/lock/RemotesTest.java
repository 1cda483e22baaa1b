package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemotesTest {

    private static RemoteRepository repository(String id, String address) {
        return new RemoteRepository.Builder(id, "default", address).build();
    }

    @Test
    void aMirrorStandsForWhatItMirrors() {
        RemoteRepository mirror = new RemoteRepository.Builder("corp", "default", "https://mirror.example.org")
                .setMirroredRepositories(
                        List.of(repository("b", "https://b.example.org"), repository("a", "https://a.example.org")))
                .build();

        assertThat(new Remotes(List.of(mirror)).addresses())
                .isEqualTo(Map.of(
                        "corp", new TreeMap<>(Map.of("a", "https://a.example.org", "b", "https://b.example.org"))));
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:secret@repo.example.org/m2, https://repo.example.org/m2",
        "https://user@repo.example.org, https://repo.example.org",
        "http://user:a@b@repo.example.org:8080/, http://repo.example.org:8080/",
        "https://repo.example.org/@scope/m2, https://repo.example.org/@scope/m2"
    })
    void notesNoCredentials(String address, String noted) {
        assertThat(new Remotes(List.of(repository("r", address))).addresses())
                .isEqualTo(Map.of("r", new TreeMap<>(Map.of("r", noted))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///home/somebody/m2", "FILE:relative", "file:/home/somebody/m2"})
    void notesNoFolderOfAMachine(String address) {
        assertThat(new Remotes(List.of(repository("r", address))).addresses()).isEmpty();
    }
}
