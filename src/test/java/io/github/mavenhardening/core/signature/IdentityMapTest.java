package io.github.mavenhardening.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityMapTest {

    private static final String ISSUER = "https://issuer.example.org";
    private static final String WORKFLOW = "https://github.com/example/lib/.github/workflows/release.yml@refs/tags/";

    private static Optional<IdentityMap.Permission> of(String map) throws LockSyntaxException {
        return IdentityMap.parse(map, (range, version) -> false)
                .of(new Coordinates("org.example", "lib", "1.0", "1.0", "", "jar"));
    }

    private static CertificateIdentity identity(String name) {
        return new CertificateIdentity(ISSUER, name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WORKFLOWv1.0                       | WORKFLOWv1.0              | true
            WORKFLOWv1.0                       | WORKFLOWv1.0.1            | false
            WORKFLOWv1.0                       | WORKFLOWv1x0              | false
            WORKFLOW*                          | WORKFLOWv2                | true
            WORKFLOW*                          | WORKFLOW                  | true
            WORKFLOW*                          | xWORKFLOWv2               | false
            https://github.com/example/*@*/main | https://github.com/example/lib@refs/heads/main | true
            https://github.com/example/*@*/main | https://github.com/example/lib@refs/heads/main2 | false
            https://github.com/example/*@*@x    | https://github.com/example/lib@x    | false
            https://github.com/example/*@x      | https://github.com/example/@x       | true
            release@example.org                | release@example.org       | true
            release@example.org                | RELEASE@example.org       | false
            """)
    void comparesANameWithItsPattern(String pattern, String name, boolean allowed) throws Exception {
        IdentityMap.Permission permission = of("org.example = " + ISSUER + " " + pattern.replace("WORKFLOW", WORKFLOW))
                .orElseThrow();

        assertThat(permission.allows(identity(name.replace("WORKFLOW", WORKFLOW))))
                .isEqualTo(allowed);
    }

    @Test
    void comparesTheIssuerAsItIs() throws Exception {
        IdentityMap.Permission permission =
                of("org.example = " + ISSUER + " a@example.org").orElseThrow();

        assertThat(permission.allows(new CertificateIdentity(ISSUER, "a@example.org")))
                .isTrue();
        assertThat(permission.allows(new CertificateIdentity(ISSUER + "/", "a@example.org")))
                .isFalse();
    }

    @Test
    void eachLineAddsItsIdentities() throws Exception {
        IdentityMap.Permission permission = of("""
                        # the releases
                        org.example = %1$s a@example.org, \\
                                      %1$s b@example.org
                        org.other   = %1$s x@example.org
                        org.example:lib:jar = %1$s c@example.org
                        """.formatted(ISSUER)).orElseThrow();

        assertThat(permission.line()).isEqualTo(2);
        assertThat(permission.allows(identity("a@example.org"))).isTrue();
        assertThat(permission.allows(identity("b@example.org"))).isTrue();
        assertThat(permission.allows(identity("c@example.org"))).isTrue();
        assertThat(permission.allows(identity("x@example.org"))).isFalse();
    }

    @Test
    void doesNotSpeakOfOthers() throws Exception {
        assertThat(of("org.example:lib:pom = " + ISSUER + " a@example.org")).isEmpty();
        assertThat(of("")).isEmpty();
    }

    @Test
    void anExpressionThatTakesForeverAllowsNothing() throws Exception {
        String version = "1".repeat(60);

        IdentityMap.Permission permission = IdentityMap.parse(
                        "org.example:lib:jar:~(.*1){12}x = " + ISSUER + " a@example.org", (range, any) -> false)
                .of(new Coordinates("org.example", "lib", version, version, "", "jar"))
                .orElseThrow();

        assertThat(permission.allows(identity("a@example.org"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            org.example                                            | 1  | expected 'artifacts = issuer identity'
            org.example = a@example.org                            | 15 | expected an issuer and an identity, with a blank between them
            org.example =                                          | 14 | expected an issuer and an identity, with a blank between them
            org.example = ISSUER a@example.org,                    | 56 | expected an issuer and an identity, with a blank between them
            org.example = issuer a@example.org                     | 15 | expected the issuer's address, which begins with https:// and is written out
            org.example = https://*.example.org a@example.org      | 15 | expected the issuer's address, which begins with https:// and is written out
            org.example = ISSUER *                                 | 15 | an asterisk is allowed only after https://host/owner/, or else anyone could sign
            org.example = ISSUER *@example.org                     | 15 | an asterisk is allowed only after https://host/owner/, or else anyone could sign
            org.example = ISSUER https://github.com/*              | 15 | an asterisk is allowed only after https://host/owner/, or else anyone could sign
            org.example = ISSUER https://github.com/exam*          | 15 | an asterisk is allowed only after https://host/owner/, or else anyone could sign
            org.example!: = ISSUER a@example.org                   | 1  | a name has letters, digits, dots, hyphens, underscores, and asterisks for any
            """)
    void refusesWhatItDoesNotUnderstand(String line, int column, String problem) {
        assertThatExceptionOfType(LockSyntaxException.class)
                .isThrownBy(() -> of("# head\n" + line.replace("ISSUER", ISSUER)))
                .withMessage(problem)
                .satisfies(e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isEqualTo(column);
                });
    }
}
