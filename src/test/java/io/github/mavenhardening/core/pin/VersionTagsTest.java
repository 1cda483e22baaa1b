package io.github.mavenhardening.core.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTagsTest {

    /** Tags of a commit each; those joined by {@code =} are of one. */
    private static SortedMap<String, String> tags(String tags) {
        SortedMap<String, String> commits = new TreeMap<>();
        for (String same : tags.split(" ", -1)) {
            for (String tag : same.split("=", -1)) {
                commits.put(tag, "commit of " + same);
            }
        }
        return commits;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v1.2.0 v1.3.0 v1.10.0 v2.0.0 | v1.2.0 | false | v1.10.0 v1.3.0",
                "v1.2.0 v1.3.0 v1.10.0 v2.0.0=v2 | v1.2.0 | true | v2.0.0 v1.10.0 v1.3.0",
                "v1.0.0 v1.1.0-rc.1 v1.1.0+build | v1.0.0 | false | v1.1.0+build",
                "v1.0.0-rc.2 v1.0.0-rc.10 v1.0.0-alpha v1.0.0-beta.1 v1.0.0 | v1.0.0-rc.2 | false | v1.0.0 v1.0.0-rc.10",
                "v1.0.0-1 v1.0.0-2 v1.0.0-a v1.0.0-a.1 v1.0.0-a.b | v1.0.0-1 | false"
                        + " | v1.0.0-a.b v1.0.0-a.1 v1.0.0-a v1.0.0-2",
                "part/v1.0.0 part/v1.1.0 other/v1.9.0 v1.8.0 | part/v1.0.0 | false | part/v1.1.0",
                "name-v1.0.0 name-v1.0.1 name@v1.0.2 | name-v1.0.0 | false | name-v1.0.1",
                "1.0.0 v1.0.1 | 1.0.0 | false | v1.0.1",
                "v1.0.0 1.0.0 v1.0.0+1 v1.0 | v1.0.0 | true | ''",
                "v2.0.0 v1.9.9 nightly main release-candidate | v2.0.0 | true | ''",
                "v4 v4.0.1 v5=v5.0.0 | v4 | true | v5.0.0 v4.0.1",
                "nightly v1.0.0 | nightly | true | ''",
            })
    void areNewerByTheirNumbers(String tags, String present, boolean anyMajor, String newer) {
        assertThat(String.join(" ", VersionTags.newer(tags(tags), present, anyMajor)))
                .isEqualTo(newer);
    }

    @ParameterizedTest
    @CsvSource({
        "v4, v4.2.1, true",
        "v4.2, v4.2.1, true",
        "v4, v5.0.0, false",
        "v4.2, v4.3.0, false",
        "v4.2.1, v4.2.2, false",
        "v4.2.1, v4.2.1.1, false",
        "v4-rc.1, v4.0.1, false",
        "nightly, v1.0.0, false",
    })
    void ofFewNumbersMayHaveMoved(String tag, String other, boolean moved) {
        assertThat(VersionTags.mayHaveMoved(tag, other)).isEqualTo(moved);
    }

    @Test
    void ofSeveralPartsSayNothingOfOne() {
        assertThat(most("", "v1", "v1.2.3", "a/v2.0.0")).contains("v1.2.3");
        assertThat(most("", "a/v1", "a/v1.0.0", "latest")).contains("a/v1.0.0");
        assertThat(most("", "a/v1.0.0", "b/v1.0.0")).isEmpty();
        assertThat(most("b/v1", "a/v1.0.0", "b/v1.0.0")).contains("b/v1.0.0");
        assertThat(most("c/v1", "a/v1.0.0", "b/v1.0.0")).isEmpty();
        assertThat(most("v1", "latest")).isEmpty();
    }

    private static Optional<String> most(String named, String... tags) {
        return VersionTags.most(List.of(tags), Optional.of(named));
    }
}
