package io.github.mavenhardening.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenhardening.core.inventory.Coordinates;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.signature.KeysMap.Exemption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysMapTest {

    private static final String KEY = "0123456789ABCDEF0123456789ABCDEF01234567";
    private static final String OTHER = "F".repeat(40);

    /** Enough of a range for these tests: its lower bound, compared as text. */
    private static final VersionRanges RANGES = (range, version) -> {
        if (!range.endsWith(")") && !range.endsWith("]")) {
            throw new IllegalArgumentException(range);
        }
        return version.compareTo(range.substring(1, range.indexOf(','))) >= 0;
    };

    private static Optional<KeysMap.Permission> of(String map, String coordinates) throws Exception {
        String[] parts = coordinates.split(":", -1);
        return KeysMap.parse(map, RANGES).of(new Coordinates(parts[0], parts[1], parts[3], parts[3], "", parts[2]));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            org.example                       | org.example:lib:jar:1.0        | true
            org.example                       | org.example.sub:lib:jar:1.0    | false
            org.example.*                     | org.example.sub:lib:jar:1.0    | true
            org.example.*                     | org.example:lib:jar:1.0        | true
            org.example.*                     | org.examples:lib:jar:1.0       | false
            *                                 | anything:lib:jar:1.0           | true
            org.example:lib                   | org.example:lib:pom:1.0        | true
            org.example:lib                   | org.example:other:pom:1.0      | false
            org.example:li*                   | org.example:lib:pom:1.0        | true
            org.example:lib:jar               | org.example:lib:pom:1.0        | false
            org.example:lib:1.0               | org.example:lib:pom:1.0        | true
            org.example:lib:1.0               | org.example:lib:pom:1.1        | false
            org.example:lib:jar:1.0           | org.example:lib:jar:1.0        | true
            org.example:lib:jar:[1.1,2.0)     | org.example:lib:jar:1.0        | false
            org.example:lib:[1.0,2.0)         | org.example:lib:pom:1.5        | true
            org.example:*:pom                 | org.example:lib:pom:1.5        | true
            """)
    void saysWhichArtifactsALineIsAbout(String pattern, String artifact, boolean about) throws Exception {
        Optional<KeysMap.Permission> permission = of(pattern + " = 0x" + KEY, artifact);

        assertThat(permission.isPresent()).isEqualTo(about);
        permission.ifPresent(known -> {
            assertThat(known.allows(KEY)).isTrue();
            assertThat(known.allows(OTHER)).isFalse();
        });
    }

    @Test
    void readsCommentsJoinedLinesBlanksAndKeyIds() throws Exception {
        KeysMap.Permission permission = of("""
                # ours
                org.example:lib = \\              # two keys
                    0x0123 4567 89AB CDEF 0123 4567 89ab cdef 0123 4567, \\  # the first
                    0xFFFFFFFFFFFFFFFF            # the second, by its id
                """, "org.example:lib:jar:1.0").orElseThrow();

        assertThat(permission.allows(KEY)).isTrue();
        assertThat(permission.allows(OTHER)).isTrue();
        assertThat(permission.allows("A".repeat(40))).isFalse();
        assertThat(permission.line()).isEqualTo(2);
    }

    @Test
    void addsUpWhatSeveralLinesAllow() throws Exception {
        KeysMap.Permission permission =
                of("""
                org.example = 0x%s
                org.example:lib:pom:1.0 = noSig, badsig, NOKEY
                """.formatted(KEY), "org.example:lib:pom:1.0").orElseThrow();

        assertThat(permission.allows(KEY)).isTrue();
        assertThat(permission.allows(Exemption.NO_SIGNATURE)).isTrue();
        assertThat(permission.allows(Exemption.BAD_SIGNATURE)).isTrue();
        assertThat(permission.allows(Exemption.NO_KEY)).isTrue();
        assertThat(permission.allows(Exemption.ANY_KEY)).isFalse();
        assertThat(permission.allows(OTHER)).isFalse();
    }

    @Test
    void allowsAnyKeyWhereALineSaysSo() throws Exception {
        assertThat(of("org.example = any", "org.example:lib:jar:1")
                        .orElseThrow()
                        .allows(OTHER))
                .isTrue();
        assertThat(of("org.example = *", "org.example:lib:jar:1").orElseThrow().allows(OTHER))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            org.example                       | expected 'artifacts = keys'
            = 0x0123456789ABCDEF              | expected groupId
            a:b:c:d:e = any                   | expected groupId
            org.example =                     | expected a fingerprint
            org.example = nosignature         | expected a fingerprint
            org.example = 0x01234567          | a fingerprint has 40 or 64
            org.example = 0x0123456789ABCDEG  | a fingerprint has 40 or 64
            org.example:lib:[1.0 = any        | is no range
            """)
    void saysWhatItDoesNotUnderstand(String line, String problem) {
        assertThatExceptionOfType(LockSyntaxException.class)
                .isThrownBy(() -> KeysMap.parse("# head\n\n" + line + "\n", RANGES))
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.line()).isEqualTo(3));
    }
}
