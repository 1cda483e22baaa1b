package io.github.mavenhardening.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.signature.SignatureResult.Cause;
import io.github.mavenhardening.core.signature.SignatureResult.Invalid;
import io.github.mavenhardening.core.signature.SignatureResult.UnknownKey;
import io.github.mavenhardening.core.signature.SignatureResult.Unreadable;
import io.github.mavenhardening.core.signature.SignatureResult.Valid;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureVerifierTest {

    private static final Instant MADE = Instant.parse("2024-01-01T00:00:00Z");

    private static TestKey alice;
    private static TestKey bob;

    @TempDir
    Path folder;

    private Path file;

    @BeforeAll
    static void keys() throws Exception {
        alice = TestKey.made("Alice <alice@example.org>", MADE);
        bob = TestKey.made("Bob <bob@example.org>", MADE);
    }

    @BeforeEach
    void content() throws Exception {
        file = Files.writeString(folder.resolve("lib.jar"), "content");
    }

    private SignatureResult verify(String signature, String... ring) throws Exception {
        Keyring keyring = Keyring.parse(String.join("\n", ring).getBytes(StandardCharsets.UTF_8));
        return new SignatureVerifier(keyring).verify(file, signature.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void namesThePrimaryKeyOfWhoSigned() throws Exception {
        SignatureResult result = verify(alice.sign("content"), bob.armoured(), alice.armoured());
        String subkey = alice.signingFingerprint();

        assertThat(result).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.key()).isEqualTo(alice.fingerprint()).matches("[0-9A-F]{40}");
            assertThat(valid.signingKey()).isEqualTo(subkey);
        });
    }

    @Test
    void readsABinaryRingAndABinarySignature() throws Exception {
        Keyring ring = Keyring.parse(alice.binary());

        assertThat(ring.size()).isEqualTo(1);
        assertThat(new SignatureVerifier(ring).verify(file, alice.signBinary("content")))
                .isInstanceOf(Valid.class);
    }

    @Test
    void seesOtherBytes() throws Exception {
        assertThat(verify(alice.sign("other content"), alice.armoured()))
                .isEqualTo(new Invalid(Cause.OTHER_BYTES, alice.fingerprint(), alice.signingFingerprint()))
                .extracting(result -> ((Invalid) result).reason())
                .isEqualTo("it is for other bytes");
    }

    @Test
    void saysWhichKeyIsMissing() throws Exception {
        assertThat(verify(alice.sign("content"), bob.armoured())).isEqualTo(new UnknownKey(alice.signingFingerprint()));
    }

    @Test
    void refusesARevokedKey() throws Exception {
        assertThat(verify(alice.sign("content"), alice.revoked())).isInstanceOf(Invalid.class);
    }

    @Test
    void refusesAKeyThatHadExpiredWhenItSigned() throws Exception {
        TestKey expired = TestKey.expiring("Old <old@example.org>", MADE, Duration.ofDays(30));

        TestKey living = TestKey.expiring("Young <young@example.org>", MADE, Duration.ofDays(300));

        assertThat(verify(expired.sign("content"), expired.armoured())).isInstanceOf(Invalid.class);
        assertThat(verify(living.sign("content"), living.armoured()))
                .as("it has expired since, which does not take back what it signed before")
                .isInstanceOf(Valid.class);
    }

    @Test
    void refusesASubkeyThatItsPrimaryKeyDoesNotClaim() throws Exception {
        String stolen = bob.withSubkeyOf(alice);

        assertThat(verify(alice.sign("content"), stolen))
                .as("Bob's primary key with Alice's subkey and her binding is neither's")
                .isNotInstanceOf(Valid.class);
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() throws Exception {
        byte[] both = concat(bob.signBinary("content"), alice.signBinary("content"));

        assertThat(new SignatureVerifier(Keyring.parse(alice.binary())).verify(file, both))
                .isInstanceOfSatisfying(
                        Valid.class, valid -> assertThat(valid.key()).isEqualTo(alice.fingerprint()));
    }

    @Test
    void readsSeveralArmouredSignaturesInOneFile() throws Exception {
        String both = bob.sign("content") + "\nsigned twice\n" + alice.sign("content");

        assertThat(verify(both, alice.armoured()))
                .isInstanceOfSatisfying(
                        Valid.class, valid -> assertThat(valid.key()).isEqualTo(alice.fingerprint()));
        assertThat(verify(both, alice.revoked(), bob.armoured()))
                .isInstanceOfSatisfying(
                        Valid.class, valid -> assertThat(valid.key()).isEqualTo(bob.fingerprint()));
    }

    @Test
    void aFileOfMoreSignaturesThanAnybodyMakesIsNotHashedForEach() throws Exception {
        byte[] one = alice.signBinary("other");
        byte[] many = one;
        for (int i = 0; i < DetachedSignature.MAX_SIGNATURES; i++) {
            many = concat(many, one);
        }

        assertThat(new SignatureVerifier(Keyring.parse(alice.binary())).verify(file, many))
                .isEqualTo(new Unreadable("it holds more than 16 signatures"));
    }

    @Test
    void nothingButASignatureIsOne() throws Exception {
        assertThat(verify("<html>404</html>", alice.armoured())).isInstanceOf(Unreadable.class);
        assertThat(verify("", alice.armoured())).isInstanceOf(Unreadable.class);
        assertThat(verify(alice.armoured(), alice.armoured())).isInstanceOf(Unreadable.class);
        assertThat(verify("x".repeat(SignatureVerifier.MAX_BYTES + 1), alice.armoured()))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void aDamagedSignatureIsAResultAndNeverAnException() throws Exception {
        SignatureVerifier verifier = new SignatureVerifier(Keyring.parse(alice.binary()));
        byte[] armoured = alice.sign("content").getBytes(StandardCharsets.US_ASCII);
        byte[] binary = alice.signBinary("content");

        for (int length = 0; length < armoured.length - 1; length += 16) {
            assertThat(verifier.verify(file, Arrays.copyOf(armoured, length)))
                    .as("%s characters", length)
                    .isInstanceOf(Unreadable.class);
        }
        for (int length = 0; length < binary.length; length += 16) {
            assertThat(verifier.verify(file, Arrays.copyOf(binary, length)))
                    .as("%s bytes", length)
                    .isInstanceOf(Unreadable.class);
        }
        for (int at = 0; at < binary.length; at++) {
            byte[] flipped = binary.clone();
            flipped[at] ^= 0x55;
            assertThat(verifier.verify(file, flipped)).as("byte %s", at).isNotNull();
        }
    }

    /** The bytes that are signed: all but the packet's head and what stands behind the hashed subpackets. */
    @Test
    void noBitOfWhatIsSignedCanBeChanged() throws Exception {
        SignatureVerifier verifier = new SignatureVerifier(Keyring.parse(alice.binary()));
        byte[] binary = alice.signBinary("content");
        int headAndVersion = 3;
        int hashedLength = ((binary[headAndVersion + 3] & 0xff) << 8) | (binary[headAndVersion + 4] & 0xff);

        for (int at = headAndVersion; at < headAndVersion + 5 + hashedLength; at++) {
            byte[] flipped = binary.clone();
            flipped[at] ^= 0x01;
            assertThat(verifier.verify(file, flipped)).as("byte %s", at).isNotInstanceOf(Valid.class);
        }
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
