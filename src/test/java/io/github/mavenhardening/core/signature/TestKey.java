package io.github.mavenhardening.core.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.SignatureParameters;
import org.bouncycastle.openpgp.api.SignatureSubpacketsFunction;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;

/** A key made for a test: Ed25519, version 4, with a subkey that signs. */
public final class TestKey {

    private static final int VERSION = 4;

    private final OpenPGPKey key;
    private final Instant signed;

    private TestKey(OpenPGPKey key, Instant signed) {
        this.key = key;
        this.signed = signed;
    }

    /** A key that stays good. */
    public static TestKey made(String userId, Instant when) throws PGPException {
        OpenPGPKey key = new BcOpenPGPApi()
                .generateKey(VERSION, Date.from(when))
                .ed25519x25519Key(userId)
                .build();
        return new TestKey(key, when.plus(Duration.ofDays(90)));
    }

    /** One whose primary key says that it ended a while after it was made, and that signs all the same. */
    static TestKey expiring(String userId, Instant when, Duration life) throws PGPException {
        SignatureSubpacketsFunction ends = subpackets -> {
            subpackets.removePacketsOfType(SignatureSubpacketTags.KEY_FLAGS);
            subpackets.setKeyFlags(KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
            subpackets.setKeyExpirationTime(life.toSeconds());
            return subpackets;
        };
        OpenPGPKey made = new BcOpenPGPApi()
                .generateKey(VERSION, Date.from(when))
                .withPrimaryKey(
                        generator -> generator.generateLegacyEd25519KeyPair(),
                        SignatureParameters.Callback.Util.modifyHashedSubpackets(ends))
                .addUserId(userId)
                .build();
        return new TestKey(made, when.plus(Duration.ofDays(90)));
    }

    /** As its owner publishes it. */
    public String armoured() throws IOException {
        return key.toCertificate().toAsciiArmoredString();
    }

    byte[] binary() throws IOException {
        return key.toCertificate().getEncoded();
    }

    /** The fingerprint of the primary key. */
    public String fingerprint() {
        return HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
    }

    String signingFingerprint() throws Exception {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(signature("x")
                        .getHashedSubPackets()
                        .getIssuerFingerprint()
                        .getFingerprint());
    }

    /** An armoured detached signature. */
    public String sign(String content) throws Exception {
        ByteArrayOutputStream armoured = new ByteArrayOutputStream();
        try (ArmoredOutputStream out = new ArmoredOutputStream(armoured)) {
            signature(content).encode(out);
        }
        return armoured.toString(StandardCharsets.US_ASCII);
    }

    byte[] signBinary(String content) throws Exception {
        return signature(content).getEncoded();
    }

    /** By hand: the library's own signer refuses what a test needs, such as a key that has expired. */
    private PGPSignature signature(String content) throws Exception {
        OpenPGPComponentKey signer =
                key.getSigningKeys(key.getPrimaryKey().getCreationTime()).get(0);
        PGPKeyPair pair = key.getSecretKey(signer).unlock((char[]) null).getKeyPair();
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
                pair.getPublicKey());
        generator.init(PGPSignature.BINARY_DOCUMENT, pair.getPrivateKey());
        PGPSignatureSubpacketGenerator subpackets = new PGPSignatureSubpacketGenerator();
        subpackets.setSignatureCreationTime(true, Date.from(signed));
        subpackets.setIssuerFingerprint(true, pair.getPublicKey());
        generator.setHashedSubpackets(subpackets.generate());
        generator.update(content.getBytes(StandardCharsets.UTF_8));
        return generator.generate();
    }

    /** With its owner's word that it was given up. */
    String revoked() throws Exception {
        OpenPGPKey revoked = new BcOpenPGPApi().editKey(key).revokeKey().done();
        return revoked.toCertificate().toAsciiArmoredString();
    }

    /** This one's primary key before another one's subkeys. */
    String withSubkeyOf(TestKey other) throws Exception {
        List<PGPPublicKey> keys = new ArrayList<>();
        keys.add(key.getPrimaryKey().getPGPPublicKey());
        for (OpenPGPCertificate.OpenPGPSubkey subkey : other.key.getSubkeys().values()) {
            keys.add(subkey.getPGPPublicKey());
        }
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        new PGPPublicKeyRing(keys).encode(encoded);
        return new OpenPGPCertificate(new PGPPublicKeyRing(
                        encoded.toByteArray(), Algorithms.IMPLEMENTATION.keyFingerPrintCalculator()))
                .toAsciiArmoredString();
    }
}
