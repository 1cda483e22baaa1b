package io.github.mavenhardening.core.signature;

import static io.github.mavenhardening.core.signature.TestCertificate.CERTIFY;
import static io.github.mavenhardening.core.signature.TestCertificate.MADE;
import static io.github.mavenhardening.core.signature.TestCertificate.SIGN;
import static io.github.mavenhardening.core.signature.TestCertificate.SIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mavenhardening.core.signature.SignatureResult.Cause;
import io.github.mavenhardening.core.signature.SignatureResult.Invalid;
import io.github.mavenhardening.core.signature.SignatureResult.Valid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the verdict on more than 200 signatures with that of GnuPG, where it is installed: weak hashes and keys, expired and
 * revoked keys, subkeys that are not bound, other times and other bytes, several signatures and cut armour. Each difference has its
 * reason in {@link #isMeant}.
 */
class GnuPgComparisonTest {

    private static final String CONTENT = "content";
    private static final Duration DAY = Duration.ofDays(1);
    private static final int[] HASHES = {
        HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA1, HashAlgorithmTags.MD5
    };

    @TempDir
    Path folder;

    /** Which key signs, and how it belongs to the certificate. */
    private enum Signer {
        PRIMARY,
        RSA,
        SHORT_RSA,
        SUBKEY,
        UNBOUND_SUBKEY,
        STOLEN_SUBKEY
    }

    /** What the owner says of the certificate's primary key. */
    private enum State {
        GOOD,
        EXPIRED_BEFORE,
        EXPIRED_SINCE,
        SUPERSEDED_BEFORE,
        SUPERSEDED_SINCE,
        COMPROMISED_SINCE
    }

    /** One signature of one certificate. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Case(Signer signer, State state, String what, byte[] ring, byte[] signature) {}

    @Test
    void agreesWithGnuPgButForWhatIsMeant() throws Exception {
        assumeThat(isInstalled()).as("gpgv is installed").isTrue();
        Path file = Files.writeString(folder.resolve("lib.jar"), CONTENT);
        List<Case> cases = cases();
        List<String> unexplained = new ArrayList<>();
        int valid = 0;
        for (Case one : cases) {
            SignatureResult ours = new SignatureVerifier(Keyring.parse(one.ring())).verify(file, one.signature());
            Set<String> theirs = gnuPg(one, file);
            boolean isValid = ours instanceof Valid;
            valid += isValid ? 1 : 0;
            if (isValid != theirs.contains("GOODSIG") && !isMeant(one, ours, theirs)) {
                unexplained.add(
                        one.signer() + " " + one.state() + " " + one.what() + ": " + ours + ", GnuPG " + theirs);
            }
        }
        assertThat(unexplained).isEmpty();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(200);
        assertThat(valid).isBetween(20, cases.size() - 100);
    }

    /**
     * GnuPG judges a key by what holds today, we by what held when it signed; and it takes SHA-1, short keys and times to come,
     * which we do not.
     */
    private static boolean isMeant(Case one, SignatureResult ours, Set<String> theirs) {
        if (ours instanceof Valid) {
            return (one.state() == State.EXPIRED_SINCE && theirs.contains("EXPKEYSIG"))
                    || (one.state() == State.SUPERSEDED_SINCE && theirs.contains("REVKEYSIG"));
        }
        return ours instanceof Invalid invalid
                && (invalid.cause() == Cause.WEAK_ALGORITHM || invalid.cause() == Cause.OTHER_TIME);
    }

    private static List<Case> cases() throws Exception {
        PGPKeyPair primary = TestCertificate.ed25519();
        PGPKeyPair subkey = TestCertificate.ed25519();
        PGPKeyPair stranger = TestCertificate.ed25519();
        PGPKeyPair rsa = TestCertificate.rsa(2048);
        PGPKeyPair small = TestCertificate.rsa(1024);
        List<Case> cases = new ArrayList<>();
        for (Signer signer : Signer.values()) {
            PGPKeyPair owner = signer == Signer.RSA ? rsa : signer == Signer.SHORT_RSA ? small : primary;
            PGPKeyPair key = signer.name().endsWith("SUBKEY") ? subkey : owner;
            for (State state : State.values()) {
                byte[] ring =
                        certificate(signer, state, owner, subkey, stranger).binary();
                for (int hash : HASHES) {
                    cases.add(new Case(signer, state, "hash " + hash, ring, signature(key, CONTENT, SIGNED, hash)));
                }
                byte[] right = TestCertificate.sign(key, CONTENT);
                cases.add(new Case(signer, state, "other bytes", ring, TestCertificate.sign(key, "other")));
                cases.add(new Case(
                        signer, state, "second of two", ring, both(TestCertificate.sign(stranger, CONTENT), right)));
                byte[] armour = armoured(right);
                cases.add(new Case(signer, state, "armoured", ring, armour));
                cases.add(new Case(signer, state, "cut", ring, Arrays.copyOf(armour, armour.length / 2)));
            }
            byte[] ring =
                    certificate(signer, State.GOOD, owner, subkey, stranger).binary();
            for (Instant when : List.of(MADE.minus(DAY), Instant.now().plus(DAY.multipliedBy(9)))) {
                cases.add(new Case(
                        signer,
                        State.GOOD,
                        "at " + when,
                        ring,
                        signature(key, CONTENT, when, HashAlgorithmTags.SHA512)));
            }
        }
        return cases;
    }

    private static TestCertificate certificate(
            Signer signer, State state, PGPKeyPair owner, PGPKeyPair subkey, PGPKeyPair stranger) throws Exception {
        Duration untilSigned = Duration.between(MADE, SIGNED);
        Optional<Duration> life = state == State.EXPIRED_BEFORE
                ? Optional.of(untilSigned.minus(DAY))
                : state == State.EXPIRED_SINCE ? Optional.of(untilSigned.plus(DAY)) : Optional.empty();
        TestCertificate certificate = TestCertificate.of(owner, CERTIFY | SIGN, life, HashAlgorithmTags.SHA256);
        if (signer.name().endsWith("SUBKEY")) {
            Optional<PGPKeyPair> back = signer == Signer.SUBKEY
                    ? Optional.of(subkey)
                    : signer == Signer.STOLEN_SUBKEY ? Optional.of(stranger) : Optional.empty();
            certificate.with(subkey, SIGN, back, Optional.empty());
        }
        return switch (state) {
            case SUPERSEDED_BEFORE -> certificate.revoked(RevocationReasonTags.KEY_SUPERSEDED, SIGNED.minus(DAY));
            case SUPERSEDED_SINCE -> certificate.revoked(RevocationReasonTags.KEY_SUPERSEDED, SIGNED.plus(DAY));
            case COMPROMISED_SINCE -> certificate.revoked(RevocationReasonTags.KEY_COMPROMISED, SIGNED.plus(DAY));
            default -> certificate;
        };
    }

    private static byte[] signature(PGPKeyPair key, String content, Instant when, int hash) throws Exception {
        return TestCertificate.sign(key, content, when, hash, PGPSignature.BINARY_DOCUMENT);
    }

    private static byte[] both(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private static byte[] armoured(byte[] signature) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream out = new ArmoredOutputStream(bytes)) {
            out.write(signature);
        }
        return bytes.toByteArray();
    }

    /** The words of GnuPG's status lines. */
    private Set<String> gnuPg(Case one, Path file) throws Exception {
        Path ring = Files.write(folder.resolve("ring.gpg"), one.ring());
        Path signature = Files.write(folder.resolve("lib.jar.sig"), one.signature());
        Process process = gpgv(
                "--homedir",
                folder.toString(),
                "--keyring",
                ring.toString(),
                "--status-fd",
                "1",
                signature.toString(),
                file.toString());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Set.copyOf(Arrays.stream(said.split("\\s+", -1)).distinct().toList());
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return gpgv("--version").waitFor() == 0;
        } catch (IOException e) {
            return false; // Silent: the test is skipped, and says so.
        }
    }

    private static Process gpgv(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("gpgv"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
