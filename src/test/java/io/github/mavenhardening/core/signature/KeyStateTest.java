package io.github.mavenhardening.core.signature;

import static io.github.mavenhardening.core.signature.TestCertificate.CERTIFY;
import static io.github.mavenhardening.core.signature.TestCertificate.MADE;
import static io.github.mavenhardening.core.signature.TestCertificate.SIGN;
import static io.github.mavenhardening.core.signature.TestCertificate.SIGNED;
import static io.github.mavenhardening.core.signature.TestCertificate.fingerprint;
import static io.github.mavenhardening.core.signature.TestCertificate.sign;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.signature.SignatureResult.Cause;
import io.github.mavenhardening.core.signature.SignatureResult.Invalid;
import io.github.mavenhardening.core.signature.SignatureResult.Valid;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key is and was, and what that makes of a signature that fits the bytes. */
class KeyStateTest {

    private static final String CONTENT = "content\n";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static PGPKeyPair primary;
    private static PGPKeyPair subkey;
    private static PGPKeyPair stranger;

    @TempDir
    Path folder;

    private Path file;

    @BeforeAll
    static void keys() throws Exception {
        primary = TestCertificate.ed25519();
        subkey = TestCertificate.ed25519();
        stranger = TestCertificate.ed25519();
    }

    @BeforeEach
    void content() throws Exception {
        file = Files.writeString(folder.resolve("lib.jar"), CONTENT);
    }

    private SignatureResult verify(byte[] signature, byte[]... ring) throws Exception {
        ByteArrayOutputStream keys = new ByteArrayOutputStream();
        for (byte[] key : ring) {
            keys.write(key);
        }
        return new SignatureVerifier(Keyring.parse(keys.toByteArray()), NOW).verify(file, signature);
    }

    private void refuses(Cause cause, byte[] signature, TestCertificate ring) throws Exception {
        assertThat(verify(signature, ring.binary()))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.cause()).isEqualTo(cause));
    }

    private void accepts(byte[] signature, TestCertificate ring) throws Exception {
        assertThat(verify(signature, ring.binary())).isInstanceOf(Valid.class);
    }

    @Test
    void namesBothThePrimaryKeyAndTheOneThatSigned() throws Exception {
        TestCertificate ring = TestCertificate.of(primary, CERTIFY).with(subkey);

        assertThat(verify(sign(subkey, CONTENT), ring.binary()))
                .isEqualTo(new Valid(fingerprint(primary), fingerprint(subkey)));
    }

    @Test
    void aSubkeyHasToSayItselfThatItBelongs() throws Exception {
        byte[] signature = sign(subkey, CONTENT);

        refuses(
                Cause.KEY_NOT_BOUND,
                signature,
                TestCertificate.of(primary, CERTIFY).with(subkey, SIGN, Optional.empty(), Optional.empty()));
        refuses(
                Cause.KEY_NOT_BOUND,
                signature,
                TestCertificate.of(primary, CERTIFY).with(subkey, SIGN, Optional.of(stranger), Optional.empty()));
    }

    @Test
    void aPrimaryKeyHasToSayWhatItIsFor() throws Exception {
        refuses(Cause.KEY_NOT_BOUND, sign(primary, CONTENT), TestCertificate.bare(primary));
        refuses(Cause.KEY_NOT_FOR_SIGNING, sign(primary, CONTENT), TestCertificate.of(primary, CERTIFY));
    }

    @Test
    void aSubkeyThatEncryptsDoesNotSign() throws Exception {
        refuses(
                Cause.KEY_NOT_FOR_SIGNING,
                sign(subkey, CONTENT),
                TestCertificate.of(primary, CERTIFY | SIGN)
                        .with(subkey, KeyFlags.ENCRYPT_COMMS, Optional.of(subkey), Optional.empty()));
    }

    @Test
    void whatCountsIsWhetherAKeyHadExpiredWhenItSigned() throws Exception {
        byte[] signature = sign(subkey, CONTENT);
        Optional<Duration> shorter = Optional.of(Duration.between(MADE, SIGNED).minus(DAY));
        Optional<Duration> longer = Optional.of(Duration.between(MADE, SIGNED).plus(DAY));
        int hash = HashAlgorithmTags.SHA256;

        refuses(
                Cause.KEY_EXPIRED,
                signature,
                TestCertificate.of(primary, CERTIFY).with(subkey, SIGN, Optional.of(subkey), shorter));
        refuses(
                Cause.KEY_EXPIRED,
                signature,
                TestCertificate.of(primary, CERTIFY, shorter, hash).with(subkey));
        refuses(Cause.KEY_EXPIRED, sign(primary, CONTENT), TestCertificate.of(primary, CERTIFY | SIGN, shorter, hash));
        accepts(
                signature,
                TestCertificate.of(primary, CERTIFY, longer, hash).with(subkey, SIGN, Optional.of(subkey), longer));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, KEY_REVOKED, KEY_REVOKED",
        RevocationReasonTags.NO_REASON + ", KEY_REVOKED, KEY_REVOKED",
        RevocationReasonTags.KEY_COMPROMISED + ", KEY_REVOKED, KEY_REVOKED",
        RevocationReasonTags.KEY_SUPERSEDED + ", KEY_REVOKED,",
        RevocationReasonTags.KEY_RETIRED + ", KEY_REVOKED,"
    })
    void aRevocationCountsFromItsTimeAndBackwardsWhenTheKeyMayBeStolen(byte reason, Cause before, Cause after)
            throws Exception {
        for (boolean early : new boolean[] {true, false}) {
            Instant when = early ? SIGNED.minus(DAY) : SIGNED.plus(DAY);
            Optional<Cause> expected = Optional.ofNullable(early ? before : after);
            TestCertificate ofPrimary =
                    TestCertificate.of(primary, CERTIFY | SIGN).revoked(reason, when);
            TestCertificate ofSubkey = TestCertificate.of(primary, CERTIFY)
                    .with(subkey)
                    .revoked(1, primary, reason, when, HashAlgorithmTags.SHA256);

            assertThat(causeOf(sign(primary, CONTENT), ofPrimary)).isEqualTo(expected);
            assertThat(causeOf(sign(subkey, CONTENT), ofSubkey)).isEqualTo(expected);
        }
    }

    private Optional<Cause> causeOf(byte[] signature, TestCertificate ring) throws Exception {
        return verify(signature, ring.binary()) instanceof Invalid invalid
                ? Optional.of(invalid.cause())
                : Optional.empty();
    }

    @Test
    void onlyTheOwnerRevokesAKey() throws Exception {
        accepts(
                sign(primary, CONTENT),
                TestCertificate.of(primary, CERTIFY | SIGN)
                        .revoked(0, stranger, RevocationReasonTags.KEY_COMPROMISED, MADE, HashAlgorithmTags.SHA256));
    }

    @ParameterizedTest
    @ValueSource(ints = {HashAlgorithmTags.SHA1, HashAlgorithmTags.MD5})
    void aRevocationCountsHoweverItIsSigned(int hash) throws Exception {
        refuses(
                Cause.KEY_REVOKED,
                sign(primary, CONTENT),
                TestCertificate.of(primary, CERTIFY | SIGN)
                        .revoked(0, primary, RevocationReasonTags.KEY_COMPROMISED, SIGNED.plus(DAY), hash));
    }

    @Test
    void anOlderCopyOfAKeyDoesNotHideItsRevocation() throws Exception {
        byte[] signature = sign(primary, CONTENT);
        byte[] old = TestCertificate.of(primary, CERTIFY | SIGN).binary();
        byte[] revoked = TestCertificate.of(primary, CERTIFY | SIGN)
                .revoked(RevocationReasonTags.KEY_COMPROMISED, SIGNED.plus(DAY))
                .binary();

        assertThat(verify(signature, old, revoked)).isInstanceOf(Invalid.class);
        assertThat(verify(signature, revoked, old)).isInstanceOf(Invalid.class);
    }

    @Test
    void anothersClaimToASubkeyDoesNotHideItsOwner() throws Exception {
        byte[] signature = sign(subkey, CONTENT);
        byte[] owner = TestCertificate.of(primary, CERTIFY).with(subkey).binary();
        byte[] thief = TestCertificate.of(stranger, CERTIFY)
                .with(subkey, SIGN, Optional.empty(), Optional.empty())
                .binary();
        Valid expected = new Valid(fingerprint(primary), fingerprint(subkey));

        assertThat(verify(signature, thief, owner)).isEqualTo(expected);
        assertThat(verify(signature, owner, thief)).isEqualTo(expected);
        assertThat(verify(signature, thief)).isInstanceOf(Invalid.class);
    }

    @Test
    void weakAlgorithmsAreToldFromWrongSignatures() throws Exception {
        TestCertificate good = TestCertificate.of(primary, CERTIFY | SIGN);
        int binary = PGPSignature.BINARY_DOCUMENT;

        refuses(Cause.WEAK_ALGORITHM, sign(primary, CONTENT, SIGNED, HashAlgorithmTags.MD5, binary), good);
        refuses(Cause.WEAK_ALGORITHM, sign(primary, CONTENT, SIGNED, HashAlgorithmTags.SHA1, binary), good);
        refuses(
                Cause.WEAK_ALGORITHM,
                sign(primary, CONTENT),
                TestCertificate.of(primary, CERTIFY | SIGN, Optional.empty(), HashAlgorithmTags.SHA1));
        refuses(Cause.OTHER_BYTES, sign(primary, "other", SIGNED, HashAlgorithmTags.MD5, binary), good);
    }

    @Test
    void aKeyThatIsTooShortProvesNothingWhereverItStands() throws Exception {
        PGPKeyPair small = TestCertificate.rsa(1024);
        PGPKeyPair dsa = TestCertificate.dsa(1024);

        refuses(Cause.WEAK_ALGORITHM, sign(small, CONTENT), TestCertificate.of(small, CERTIFY | SIGN));
        refuses(
                Cause.WEAK_ALGORITHM,
                sign(dsa, CONTENT, SIGNED, HashAlgorithmTags.SHA256, PGPSignature.BINARY_DOCUMENT),
                TestCertificate.of(dsa, CERTIFY | SIGN));
        refuses(
                Cause.WEAK_ALGORITHM,
                sign(subkey, CONTENT),
                TestCertificate.of(small, CERTIFY).with(subkey));
    }

    @Test
    void takesWhatMostOfMavenCentralIsSignedWith() throws Exception {
        PGPKeyPair rsa = TestCertificate.rsa();

        PGPKeyPair dsa = TestCertificate.dsa(2048);

        accepts(sign(rsa, CONTENT), TestCertificate.of(rsa, CERTIFY | SIGN));
        accepts(
                sign(dsa, CONTENT, SIGNED, HashAlgorithmTags.SHA256, PGPSignature.BINARY_DOCUMENT),
                TestCertificate.of(dsa, CERTIFY | SIGN));
    }

    @Test
    void aSignatureIsOfATimeAtWhichItsKeyExisted() throws Exception {
        TestCertificate ring = TestCertificate.of(primary, CERTIFY | SIGN);
        int hash = HashAlgorithmTags.SHA512;
        int binary = PGPSignature.BINARY_DOCUMENT;

        refuses(Cause.OTHER_TIME, sign(primary, CONTENT, MADE.minus(DAY), hash, binary), ring);
        refuses(Cause.OTHER_TIME, sign(primary, CONTENT, NOW.instant().plus(DAY).plusSeconds(1), hash, binary), ring);
        accepts(sign(primary, CONTENT, NOW.instant().plusSeconds(60), hash, binary), ring);
    }

    @Test
    void aSignatureOfATextIsNoneOfTheBytes() throws Exception {
        TestCertificate ring = TestCertificate.of(primary, CERTIFY | SIGN);
        int text = PGPSignature.CANONICAL_TEXT_DOCUMENT;
        byte[] signature = sign(primary, "content\r\n", SIGNED, HashAlgorithmTags.SHA512, text);

        refuses(Cause.OTHER_KIND, signature, ring);
        refuses(
                Cause.OTHER_KIND,
                sign(primary, CONTENT, SIGNED, HashAlgorithmTags.SHA512, PGPSignature.STAND_ALONE),
                ring);
    }
}
