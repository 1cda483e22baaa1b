package io.github.mavenhardening.core.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "https://bob:secret@repo.example.org/m2, https://…@repo.example.org/m2, https://repo.example.org/m2",
        "https://bob:s@cret@repo.example.org/m2, https://…@repo.example.org/m2, https://repo.example.org/m2",
        "https://bob@repo.example.org, https://…@repo.example.org, https://repo.example.org",
        "dav:https://bob:secret@repo.example.org/, dav:https://…@repo.example.org/, dav:https://repo.example.org/",
        "https://repo.example.org/@scope/m2, https://repo.example.org/@scope/m2, https://repo.example.org/@scope/m2",
        "file:bob@home, file:bob@home, file:bob@home"
    })
    void namesNoPassword(String address, String shown, String noted) {
        assertThat(Addresses.shown(address)).isEqualTo(shown);
        assertThat(Addresses.withoutUser(address)).isEqualTo(noted);
    }
}
