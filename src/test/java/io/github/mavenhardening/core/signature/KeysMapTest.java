package io.github.mavenhardening.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
            org.example:lib:*:1.0             | org.example:lib:pom:1.0        | true
            org.example::pom                  | org.example:lib:pom:1.5        | true
            org.example:li.*                  | org.example:li:pom:1.5         | true
            org.example:li.*                  | org.example:lib:pom:1.5        | false
            ORG.Example:Lib:JAR:1.0-rc        | org.example:lib:jar:1.0-RC     | true
            org.example : lib : 1.0           | org.example:lib:jar:1.0        | true
            org.example:lib:tar.gz:1.0        | org.example:lib:tar.gz:1.0     | true
            org.example:*:~.*-SNAPSHOT$       | org.example:lib:jar:1.0-SNAPSHOT | true
            org.example:*:~.*-snapshot        | org.example:lib:jar:1.0-SNAPSHOT | true
            org.example:*:~SNAPSHOT           | org.example:lib:jar:1.0-SNAPSHOT | false
            org.example:*:!~.*-SNAPSHOT$      | org.example:lib:jar:1.0-SNAPSHOT | false
            org.example:*:!~.*-SNAPSHOT$      | org.example:lib:jar:1.0        | true
            'org.example:lib:jar:~1[.](?:0|1)' | org.example:lib:jar:1.1 | true
            'org.example:lib:jar:~1[.](?:0|1)' | org.example:lib:jar:1.2 | false
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
    void commentsAndEmptyLinesDoNotEndALineThatIsToBeContinued() throws Exception {
        KeysMap.Permission permission =
                of("""
                \uFEFForg.example:lib = \\
                    # the first

                    0x%s, \\
                    # the second
                    noSig
                org.example:other = any
                """.formatted(KEY), "org.example:lib:jar:1.0").orElseThrow();

        assertThat(permission.allows(KEY)).isTrue();
        assertThat(permission.allows(Exemption.NO_SIGNATURE)).isTrue();
        assertThat(permission.allows(Exemption.ANY_KEY)).isFalse();
    }

    @Test
    void takesAKeysIdFromTheEndOfItsFingerprintAndSinceVersionSixFromTheBeginning() throws Exception {
        String six = "ABCDEF0123456789" + "0".repeat(48);
        KeysMap.Permission permission =
                of("org.example = 0xABCDEF0123456789", "org.example:lib:jar:1").orElseThrow();

        assertThat(permission.allows("0".repeat(24) + "ABCDEF0123456789")).isTrue();
        assertThat(permission.allows(six)).isTrue();
        assertThat(permission.allows("0".repeat(48) + "ABCDEF0123456789")).isFalse();
        assertThat(permission.allows("ABCDEF0123456789" + "0".repeat(24))).isFalse();
    }

    @Test
    void aKeyMayBeNamedByItsPrimaryKeyOrByItself() throws Exception {
        KeysMap.Permission permission =
                of("org.example = 0x" + KEY, "org.example:lib:jar:1").orElseThrow();

        assertThat(permission.allows(OTHER, KEY)).isTrue();
        assertThat(permission.allows(KEY, OTHER)).isTrue();
        assertThat(permission.allows(OTHER, OTHER)).isFalse();
    }

    @Test
    void marksKeysThatWereRevokedAndAreGone() throws Exception {
        KeysMap.Permission permission = of("org.example = !0x" + KEY + ", 0x" + OTHER, "org.example:lib:jar:1")
                .orElseThrow();

        assertThat(permission.allowsUnavailable(KEY)).isTrue();
        assertThat(permission.allowsUnavailable(OTHER)).isFalse();
        assertThat(permission.allows(KEY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            badSig         | true  | true  | false | true
            noKey          | false | false | true  | false
            noSig          | false | false | false | false
            any            | false | false | false | false
            !0xREVOKED     | true  | false | true  | false
            0xREVOKED      | false | false | false | false
            """)
    void eachExemptionForgivesWhatItIsNamedFor(
            String item, boolean revoked, boolean damaged, boolean unknown, boolean unreadable) throws Exception {
        KeysMap.Permission permission = of("org.example = " + item.replace("REVOKED", KEY), "org.example:lib:jar:1")
                .orElseThrow();

        assertThat(permission.forgives(new SignatureResult.Invalid(SignatureResult.Cause.KEY_REVOKED, KEY, OTHER)))
                .isEqualTo(revoked);
        assertThat(permission.forgives(new SignatureResult.Invalid(SignatureResult.Cause.OTHER_BYTES, KEY, KEY)))
                .isEqualTo(damaged);
        assertThat(permission.forgives(new SignatureResult.UnknownKey(OTHER + " " + KEY)))
                .isEqualTo(unknown);
        assertThat(permission.forgives(new SignatureResult.Unreadable("it is no signature")))
                .isEqualTo(unreadable);
    }

    @Test
    void tellsTheFirstLineAboutAnArtifact() throws Exception {
        KeysMap.Permission permission =
                of("""
                * = 0x%s
                org.other = any
                org.example:lib = 0x%s
                org.* = noKey
                """.formatted(KEY, OTHER), "org.example:lib:jar:1").orElseThrow();

        assertThat(permission.line()).isEqualTo(1);
    }

    /** Nobody waits for it, and it allows nothing: an artifact that it may be about must not go unseen. */
    @Test
    @Timeout(5)
    void anExpressionThatTakesForeverIsAboutTheArtifactAndAllowsNothing() throws Exception {
        KeysMap.Permission permission = of(
                        "org.example:lib:~(.*1){12}x = any, noSig", "org.example:lib:jar:" + "1".repeat(60))
                .orElseThrow();

        assertThat(permission.allows(KEY)).isFalse();
        assertThat(permission.allows(Exemption.NO_SIGNATURE)).isFalse();
    }

    /** As the public map has it; it must not be about the file without the classifier. */
    @Test
    void aLineMayBeAboutFilesWithAClassifier() throws Exception {
        KeysMap map = KeysMap.parse("org.example:lib:jar:sources:1.0 = noSig", RANGES);

        assertThat(map.of(new Coordinates("org.example", "lib", "1.0", "1.0", "sources", "jar")))
                .isPresent();
        assertThat(map.of(new Coordinates("org.example", "lib", "1.1", "1.1", "sources", "jar")))
                .isEmpty();
        assertThat(map.of(new Coordinates("org.example", "lib", "1.0", "1.0", "", "jar")))
                .isEmpty();
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
            org.example                       |  1 | expected 'artifacts = keys'
            = 0x0123456789ABCDEF              |  1 | expected groupId
            a:b:c:d:e:f = any                 |  1 | expected groupId
            org.example =                     | 14 | expected a fingerprint; an unsigned artifact is given noSig
            org.example = any,, noSig         | 19 | expected a fingerprint
            org.example = nosignature         | 15 | expected a fingerprint
            org.example = any, 0x01234567     | 20 | a fingerprint has 40 or 64
            org.example = !0x01234567         | 15 | a fingerprint has 40 or 64
            org.example = !any                | 15 | expected a fingerprint
            org.example = 0x0123456789ABCDEG  | 15 | a fingerprint has 40 or 64
            org.example:lib:[1.0 = any        | 17 | is not a version range
            org.example:lib:jar:1.* = any     | 21 | cannot contain an asterisk
            org.example:lib:~( = any          | 17 | is not a regular expression
            org.example:l[i]b = any           | 13 | a name has letters
            'org.(example|other) = any'       |  1 | a name has letters
            """)
    void saysWhatItDoesNotUnderstandAndWhere(String line, int column, String problem) {
        assertThatExceptionOfType(LockSyntaxException.class)
                .isThrownBy(() -> KeysMap.parse("# head\n\n" + line + "\n", RANGES))
                .withMessageContaining(problem)
                .satisfies(e -> {
                    assertThat(e.line()).isEqualTo(3);
                    assertThat(e.column()).isEqualTo(column);
                });
    }

    @Test
    void findsTheLineOfAMistakeThatIsFurtherDown() {
        assertThatExceptionOfType(LockSyntaxException.class)
                .isThrownBy(() -> KeysMap.parse("""
                        org.example = \\
                            0x0123456789ABCDEF, \\
                            # a comment
                            any, nosignature
                        """, RANGES))
                .satisfies(e -> {
                    assertThat(e.line()).isEqualTo(4);
                    assertThat(e.column()).isEqualTo(10);
                });
    }
}
