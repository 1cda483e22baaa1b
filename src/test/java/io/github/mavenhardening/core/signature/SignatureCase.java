package io.github.mavenhardening.core.signature;

import static io.github.mavenhardening.core.signature.TestCertificate.CERTIFY;
import static io.github.mavenhardening.core.signature.TestCertificate.MADE;
import static io.github.mavenhardening.core.signature.TestCertificate.SIGN;
import static io.github.mavenhardening.core.signature.TestCertificate.SIGNED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * A signature of a certificate, for comparisons with other programs.
 *
 * @param signer which key signs
 * @param state what the owner says of the certificate's primary key
 * @param what how it is made
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record SignatureCase(Signer signer, State state, String what, byte[] ring, byte[] signature) {

    static final String CONTENT = "content";
    private static final Duration DAY = Duration.ofDays(1);
    private static final int[] HASHES = {
        HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA1, HashAlgorithmTags.MD5
    };

    /** Which key signs, and how it belongs to the certificate. */
    enum Signer {
        PRIMARY,
        RSA,
        SHORT_RSA,
        SUBKEY,
        UNBOUND_SUBKEY,
        STOLEN_SUBKEY
    }

    /** What the owner says of the certificate's primary key. */
    enum State {
        GOOD,
        EXPIRED_BEFORE,
        EXPIRED_SINCE,
        SUPERSEDED_BEFORE,
        SUPERSEDED_SINCE,
        COMPROMISED_SINCE
    }

    /**
     * More than 200: weak hashes and keys, expired and revoked keys, subkeys that are not bound, other times and other bytes, several
     * signatures and cut armour.
     */
    static List<SignatureCase> all() throws Exception {
        PGPKeyPair primary = TestCertificate.ed25519();
        PGPKeyPair subkey = TestCertificate.ed25519();
        PGPKeyPair stranger = TestCertificate.ed25519();
        PGPKeyPair rsa = TestCertificate.rsa();
        PGPKeyPair small = TestCertificate.rsa(1024);
        List<SignatureCase> cases = new ArrayList<>();
        for (Signer signer : Signer.values()) {
            PGPKeyPair owner = signer == Signer.RSA ? rsa : signer == Signer.SHORT_RSA ? small : primary;
            PGPKeyPair key = signer.name().endsWith("SUBKEY") ? subkey : owner;
            for (State state : State.values()) {
                byte[] ring =
                        certificate(signer, state, owner, subkey, stranger).binary();
                for (int hash : HASHES) {
                    cases.add(new SignatureCase(
                            signer, state, "hash " + hash, ring, signature(key, CONTENT, SIGNED, hash)));
                }
                byte[] right = TestCertificate.sign(key, CONTENT);
                cases.add(new SignatureCase(signer, state, "other bytes", ring, TestCertificate.sign(key, "other")));
                cases.add(new SignatureCase(
                        signer, state, "second of two", ring, both(TestCertificate.sign(stranger, CONTENT), right)));
                byte[] armour = armoured(right);
                cases.add(new SignatureCase(signer, state, "armoured", ring, armour));
                cases.add(new SignatureCase(signer, state, "cut", ring, Arrays.copyOf(armour, armour.length / 2)));
            }
            byte[] ring =
                    certificate(signer, State.GOOD, owner, subkey, stranger).binary();
            for (Instant when : List.of(MADE.minus(DAY), Instant.now().plus(DAY.multipliedBy(9)))) {
                cases.add(new SignatureCase(
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
}
