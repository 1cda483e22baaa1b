package io.github.mavenhardening.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("unpinned-uses", "unpinned-images", "persona", "fail-on");

    @ParameterizedTest
    @CsvSource({
        "unpined-uses, unpinned-uses",
        "unpinned-image, unpinned-images",
        "personna, persona",
        "failon, fail-on",
        "fail_on, fail-on",
        "something-else, ''",
        "x, ''",
        "a-name-much-longer-than-any-that-is-known-here, ''",
    })
    void namesTheNearest(String given, String nearest) {
        assertThat(NearestName.of(given, KNOWN).orElse("")).isEqualTo(nearest);
        assertThat(NearestName.hint(given, KNOWN))
                .isEqualTo(nearest.isEmpty() ? "" : "; did you mean " + nearest + "?");
    }
}
