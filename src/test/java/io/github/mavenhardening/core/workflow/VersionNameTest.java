package io.github.mavenhardening.core.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionNameTest {

    @ParameterizedTest
    @CsvSource({
        "v4.2.1, 4.2.1, true, true",
        "v4.2.1, v4.2, false, true",
        "v4.2.1, v4, false, true",
        "v4.2.1, 4.20, false, false",
        "v42.0, v4, false, false",
        "setup/v1.0, v1.0, true, true",
        "tool@2.0.1, v2, false, true",
        "v4, v4.2.1, false, false",
    })
    void comparesTagsWithWhatTextsName(String tag, String text, boolean isSame, boolean isOf) {
        assertThat(VersionName.isSame(tag, text)).isEqualTo(isSame);
        assertThat(VersionName.isOf(tag, text)).isEqualTo(isOf);
    }
}
