package io.github.mavenhardening.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.inventory.Coordinates;
import io.github.mavenhardening.core.signature.SignatureResult.Cause;
import io.github.mavenhardening.core.signature.SignatureResult.Invalid;
import io.github.mavenhardening.core.signature.SignatureResult.UnknownKey;
import io.github.mavenhardening.core.signature.SignatureResult.Unreadable;
import io.github.mavenhardening.core.signature.SignatureResult.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureRequirementTest {

    private static final String KEY = "0123456789ABCDEF0123456789ABCDEF01234567";
    private static final String SUBKEY = "A".repeat(40);
    private static final Coordinates LIB = new Coordinates("org.example", "lib", "1.0", "1.0", "", "jar");

    private static final Map<String, Optional<SignatureResult>> RESULTS = Map.of(
            "none", Optional.empty(),
            "valid", Optional.of(new Valid(KEY, SUBKEY, Instant.EPOCH)),
            "tampered", Optional.of(new Invalid(Cause.OTHER_BYTES, KEY, SUBKEY)),
            "revoked", Optional.of(new Invalid(Cause.KEY_REVOKED, KEY, SUBKEY)),
            "expired", Optional.of(new Invalid(Cause.KEY_EXPIRED, KEY, SUBKEY)),
            "weak", Optional.of(new Invalid(Cause.WEAK_ALGORITHM, KEY, SUBKEY)),
            "unknown", Optional.of(new UnknownKey(SUBKEY)),
            "id", Optional.of(new UnknownKey("AAAAAAAAAAAAAAAA")),
            "junk", Optional.of(new Unreadable("it is no OpenPGP signature")));

    private static Optional<SignatureProblem> problem(String keys, String result) throws Exception {
        KeysMap map = KeysMap.parse(keys, (range, version) -> true);
        return SignatureRequirement.problemOf(LIB, RESULTS.get(result), map);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            0x0123456789ABCDEF0123456789ABCDEF01234567 | valid    | -
            0x89ABCDEF01234567                         | valid    | -
            0xAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | valid    | -
            0xBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB | valid    | UNTRUSTED_KEY
            noSig                                      | valid    | UNTRUSTED_KEY
            noKey                                      | valid    | UNTRUSTED_KEY
            badSig                                     | valid    | UNTRUSTED_KEY
            any                                        | valid    | -
            any                                        | none     | MISSING
            noKey                                      | none     | MISSING
            badSig                                     | none     | MISSING
            0x89ABCDEF01234567                         | none     | MISSING
            noSig                                      | none     | -
            any                                        | tampered | INVALID
            noSig                                      | tampered | INVALID
            noKey                                      | tampered | INVALID
            badSig                                     | tampered | -
            any                                        | junk     | INVALID
            badSig                                     | junk     | -
            any                                        | expired  | INVALID
            any                                        | weak     | WEAK
            badSig                                     | weak     | -
            any                                        | revoked  | INVALID
            0x89ABCDEF01234567                         | revoked  | INVALID
            !0x89ABCDEF01234567                        | revoked  | -
            !0xAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | revoked | -
            !0xBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB | revoked | INVALID
            !0x89ABCDEF01234567                        | tampered | INVALID
            any                                        | unknown  | UNKNOWN_KEY
            noSig                                      | unknown  | UNKNOWN_KEY
            0xAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | unknown  | UNKNOWN_KEY
            noKey                                      | unknown  | -
            !0xAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | unknown | -
            !0xBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB | unknown | UNKNOWN_KEY
            !0xAAAAAAAAAAAAAAAA                        | id       | -
            """)
    void eachExemptionForgivesWhatItIsNamedFor(String keys, String result, SignatureProblem.Kind expected)
            throws Exception {
        assertThat(problem("org.example = " + keys, result).map(SignatureProblem::kind))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "valid, UNMAPPED",
        "none, UNMAPPED",
        "unknown, UNMAPPED",
        "tampered, INVALID",
        "junk, INVALID",
        "weak, WEAK"
    })
    void whatTheMapDoesNotSpeakOfIsSaidApartButABrokenSignatureIsOneEverywhere(
            String result, SignatureProblem.Kind expected) throws Exception {
        assertThat(problem("org.other = any", result).orElseThrow().kind()).isEqualTo(expected);
        assertThat(problem("", result).orElseThrow().lines()).isEmpty();
    }

    @Test
    void saysWhatIsWrongAndWhichLinesDemandIt() throws Exception {
        String keys = "org.example:lib = noKey\norg.other = any\n* = 0x" + "B".repeat(40);

        assertThat(problem(keys, "valid"))
                .contains(new SignatureProblem(
                        SignatureProblem.Kind.UNTRUSTED_KEY,
                        "is signed by 0x" + KEY + ", which may not sign it",
                        List.of(1, 3)));
        assertThat(problem(keys, "tampered").orElseThrow().reason())
                .isEqualTo("has a signature of 0x" + KEY + " that does not hold: it is for other bytes");
        assertThat(SignatureProblem.Kind.UNKNOWN_KEY.id()).isEqualTo("signature-unknown-key");
    }
}
