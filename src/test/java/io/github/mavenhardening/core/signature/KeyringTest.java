package io.github.mavenhardening.core.signature;

import static io.github.mavenhardening.core.signature.TestCertificate.CERTIFY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeyringTest {

    private static PGPKeyPair primary;
    private static PGPKeyPair subkey;
    private static TestCertificate alice;
    private static TestCertificate bob;

    @BeforeAll
    static void keys() throws Exception {
        primary = TestCertificate.ed25519();
        subkey = TestCertificate.ed25519();
        alice = TestCertificate.of(primary, CERTIFY).with(subkey);
        bob = TestCertificate.of(TestCertificate.ed25519(), CERTIFY);
    }

    private static Keyring parse(String ring) throws LockSyntaxException {
        return Keyring.parse(ring.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(byte[] ring, int line, String problem) {
        assertThatExceptionOfType(LockSyntaxException.class)
                .isThrownBy(() -> Keyring.parse(ring))
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.line()).isEqualTo(line));
    }

    private static void refuses(String ring, int line, String problem) {
        refuses(ring.getBytes(StandardCharsets.UTF_8), line, problem);
    }

    @Test
    void readsBlocksWithTextBetweenThem() throws Exception {
        Keyring ring = parse("# Alice, zwölf\n" + alice.armoured() + "\n# Bob\n" + bob.armoured());

        assertThat(ring.size()).isEqualTo(2);
    }

    @Test
    void readsBlocksBehindAByteOrderMark() throws Exception {
        assertThat(parse("\uFEFF" + alice.armoured()).size()).isEqualTo(1);
        assertThat(parse("\uFEFF" + alice.armoured() + "\n\uFEFF" + bob.armoured())
                        .size())
                .isEqualTo(2);
        refuses("x\uFEFF" + alice.armoured(), 1, "");
    }

    @Test
    void saysWhatWritesAFileInUtf16() throws Exception {
        refuses(("\uFEFF" + alice.armoured()).getBytes(StandardCharsets.UTF_16LE), 1, "in UTF-16, as PowerShell");
        refuses(("\uFEFF" + alice.armoured()).getBytes(StandardCharsets.UTF_16BE), 1, "in UTF-16, as PowerShell");
    }

    @Test
    void readsSeveralKeysOfOneBlockAndOfABinaryRing() throws Exception {
        byte[] both = concat(alice.binary(), bob.binary());

        assertThat(Keyring.parse(both).size()).isEqualTo(2);
        assertThat(parse(TestCertificate.armoured(both)).size()).isEqualTo(2);
    }

    @Test
    void aKeyThatIsThereTwiceIsOne() throws Exception {
        assertThat(parse(alice.armoured() + alice.armoured()).size()).isEqualTo(1);
    }

    @Test
    void namesTheLineOfABlockThatItCannotRead() throws Exception {
        refuses("# ours\n\n" + alice.armoured().replace("\n\n", "\n\nAAAA"), 3, "cannot be read");
        refuses(
                alice.armoured() + "\n-----BEGIN PGP PUBLIC KEY BLOCK-----\n",
                linesOf(alice.armoured()) + 2,
                "not end");
        refuses(alice.armoured().replace("PUBLIC", "PRIVATE"), 1, "secret keys must not be here");
        refuses(alice.armoured().replace("PUBLIC KEY BLOCK", "MESSAGE"), 1, "expected a PGP PUBLIC KEY BLOCK");
        refuses("nothing", 1, "");
        refuses("", 1, "no public key");
        refuses(TestCertificate.sign(primary, "x"), 1, "expected public keys alone");
    }

    private static int linesOf(String text) {
        return (int) text.lines().count();
    }

    /** A block that is cut could have lost a revocation, and must not pass for a shorter one. */
    @Test
    void aBlockThatIsCutIsRefused() throws Exception {
        byte[] ring = alice.armoured().getBytes(StandardCharsets.US_ASCII);

        for (int length = 0; length < ring.length - 1; length += 16) {
            byte[] cut = Arrays.copyOf(ring, length);
            assertThatExceptionOfType(LockSyntaxException.class)
                    .as("%s characters", length)
                    .isThrownBy(() -> Keyring.parse(cut));
        }
    }

    @Test
    void aDamagedBinaryRingIsReadOrRefusedAndNothingElse() throws Exception {
        byte[] ring = alice.binary();

        for (int at = 0; at < ring.length; at++) {
            byte[] flipped = ring.clone();
            flipped[at] ^= 0x55;
            assertReadOrRefused(flipped);
            assertReadOrRefused(Arrays.copyOf(ring, at));
        }
    }

    private static void assertReadOrRefused(byte[] ring) {
        try {
            assertThat(Keyring.parse(ring).size()).isPositive();
        } catch (LockSyntaxException e) {
            assertThat(e).hasMessageMatching(".*(cannot be read|no public key|public keys alone|PGP PUBLIC KEY).*");
        }
    }

    @Test
    void isBounded() {
        refuses(new byte[Keyring.MAX_BYTES + 1], 1, "at most");
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
