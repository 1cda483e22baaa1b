package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileAddressTest {

    private static final RepositorySlug OWN = new RepositorySlug("ada", "app");

    @ParameterizedTest
    @CsvSource({
        "https://github.com/ada/app/blob/main/a/b.sh, a/b.sh",
        "https://GitHub.com/Ada/App/raw/v1.0/b.sh?raw=true, b.sh",
        "https://raw.githubusercontent.com/ada/app/main/b.sh, b.sh",
        "https://raw.githubusercontent.com/ada/app/refs/heads/main/b.sh, b.sh",
        "https://raw.githubusercontent.com/ada/app/$REF/b.sh, b.sh"
    })
    void readsAddressesOfFiles(String address, String path) {
        FileAddress file = FileAddress.of(address).orElseThrow();
        assertThat(file.path()).isEqualTo(path);
        assertThat(file.isOf(OWN)).isTrue();
        assertThat(file.isOf(new RepositorySlug("ada", "other"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/ada/app",
                "https://github.com/ada/app/security/policy",
                "https://github.com/ada/app/releases/download/v1/b.sh",
                "https://example.org/ada/app/blob/main/b.sh",
                ""
            })
    void leavesOthersAlone(String address) {
        assertThat(FileAddress.of(address)).isEmpty();
    }
}
