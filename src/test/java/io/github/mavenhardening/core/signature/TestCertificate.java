package io.github.mavenhardening.core.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.DSAParams;
import java.security.interfaces.DSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.generators.DSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.DSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** Certificates put together packet by packet, so that each can lack or say what no library would let it. */
final class TestCertificate {

    static final Instant MADE = Instant.parse("2024-01-01T00:00:00Z");
    static final Instant SIGNED = Instant.parse("2024-04-01T00:00:00Z");
    static final int SIGN = KeyFlags.SIGN_DATA;
    static final int CERTIFY = KeyFlags.CERTIFY_OTHER;

    private static final String USER_ID = "Alice <alice@example.org>";
    private static final int VERSION = 4;
    private static final int SHA256 = HashAlgorithmTags.SHA256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PGPKeyPair primary;
    private final List<PGPPublicKey> keys = new ArrayList<>();

    private TestCertificate(PGPKeyPair primary) {
        this.primary = primary;
        keys.add(primary.getPublicKey());
    }

    static PGPKeyPair ed25519() throws PGPException {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(RANDOM));
        return pair(PublicKeyAlgorithmTags.EDDSA_LEGACY, generator.generateKeyPair());
    }

    /** 3584 bits long, of two primes that everybody knows: to find others takes seconds. */
    static PGPKeyPair rsa() throws PGPException {
        BigInteger e = BigInteger.valueOf(65537);
        BigInteger p = DHStandardGroups.rfc3526_1536.getP();
        BigInteger q = DHStandardGroups.rfc3526_2048.getP();
        BigInteger n = p.multiply(q);
        BigInteger ofP = p.subtract(BigInteger.ONE);
        BigInteger ofQ = q.subtract(BigInteger.ONE);
        BigInteger d = e.modInverse(ofP.multiply(ofQ));
        return pair(
                PublicKeyAlgorithmTags.RSA_GENERAL,
                new AsymmetricCipherKeyPair(
                        new RSAKeyParameters(false, n, e),
                        new RSAPrivateCrtKeyParameters(n, e, d, p, q, d.mod(ofP), d.mod(ofQ), q.modInverse(p))));
    }

    static PGPKeyPair rsa(int bits) throws PGPException {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65537), RANDOM, bits, 40));
        return pair(PublicKeyAlgorithmTags.RSA_GENERAL, generator.generateKeyPair());
    }

    /** With parameters that the platform has ready: new ones take seconds. */
    static PGPKeyPair dsa(int bits) throws Exception {
        KeyPairGenerator platform = KeyPairGenerator.getInstance("DSA");
        platform.initialize(bits);
        DSAParams known = ((DSAPublicKey) platform.generateKeyPair().getPublic()).getParams();
        DSAKeyPairGenerator generator = new DSAKeyPairGenerator();
        generator.init(
                new DSAKeyGenerationParameters(RANDOM, new DSAParameters(known.getP(), known.getQ(), known.getG())));
        return pair(PublicKeyAlgorithmTags.DSA, generator.generateKeyPair());
    }

    private static PGPKeyPair pair(int algorithm, AsymmetricCipherKeyPair keys) throws PGPException {
        return new BcPGPKeyPair(VERSION, algorithm, keys, Date.from(MADE));
    }

    /** A primary key that nothing says anything of. */
    static TestCertificate bare(PGPKeyPair primary) {
        return new TestCertificate(primary);
    }

    /** A primary key with a user id. */
    static TestCertificate of(PGPKeyPair primary, int flags) throws PGPException {
        return of(primary, flags, Optional.empty(), SHA256);
    }

    static TestCertificate of(PGPKeyPair primary, int flags, Optional<Duration> life, int hash) throws PGPException {
        TestCertificate certificate = new TestCertificate(primary);
        PGPSignatureGenerator generator = generator(primary, PGPSignature.POSITIVE_CERTIFICATION, hash);
        PGPSignatureSubpacketGenerator said = said(primary, MADE);
        said.setKeyFlags(true, flags);
        life.ifPresent(time -> said.setKeyExpirationTime(true, time.toSeconds()));
        generator.setHashedSubpackets(said.generate());
        PGPPublicKey key = primary.getPublicKey();
        certificate.keys.set(
                0, PGPPublicKey.addCertification(key, USER_ID, generator.generateCertification(USER_ID, key)));
        return certificate;
    }

    /**
     * With a subkey.
     *
     * @param backBy who signs that the subkey belongs to the primary key: itself, when all is right
     */
    TestCertificate with(PGPKeyPair subkey, int flags, Optional<PGPKeyPair> backBy, Optional<Duration> life)
            throws Exception {
        PGPPublicKey key = subkey.asSubkey(new BcKeyFingerprintCalculator()).getPublicKey();
        PGPSignatureSubpacketGenerator said = said(primary, MADE);
        said.setKeyFlags(true, flags);
        life.ifPresent(time -> said.setKeyExpirationTime(true, time.toSeconds()));
        if (backBy.isPresent()) {
            PGPSignatureGenerator back = generator(backBy.get(), PGPSignature.PRIMARYKEY_BINDING, SHA256);
            back.setHashedSubpackets(said(backBy.get(), MADE).generate());
            said.addEmbeddedSignature(false, back.generateCertification(primary.getPublicKey(), key));
        }
        PGPSignatureGenerator generator = generator(primary, PGPSignature.SUBKEY_BINDING, SHA256);
        generator.setHashedSubpackets(said.generate());
        keys.add(PGPPublicKey.addCertification(key, generator.generateCertification(primary.getPublicKey(), key)));
        return this;
    }

    TestCertificate with(PGPKeyPair subkey) throws Exception {
        return with(subkey, SIGN, Optional.of(subkey), Optional.empty());
    }

    /** With a revocation of the key at an index: 0 for the primary key. */
    TestCertificate revoked(int index, PGPKeyPair by, byte reason, Instant when, int hash) throws PGPException {
        PGPPublicKey key = keys.get(index);
        int type = index == 0 ? PGPSignature.KEY_REVOCATION : PGPSignature.SUBKEY_REVOCATION;
        PGPSignatureGenerator generator = generator(by, type, hash);
        PGPSignatureSubpacketGenerator said = said(by, when);
        said.setRevocationReason(false, reason, "");
        generator.setHashedSubpackets(said.generate());
        PGPSignature revocation = index == 0
                ? generator.generateCertification(key)
                : generator.generateCertification(primary.getPublicKey(), key);
        keys.set(index, PGPPublicKey.addCertification(key, revocation));
        return this;
    }

    TestCertificate revoked(byte reason, Instant when) throws PGPException {
        return revoked(0, primary, reason, when, SHA256);
    }

    byte[] binary() throws IOException {
        return new PGPPublicKeyRing(keys).getEncoded();
    }

    String armoured() throws IOException {
        return armoured(binary());
    }

    static String armoured(byte[] packets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream out = new ArmoredOutputStream(bytes)) {
            out.write(packets);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    static String fingerprint(PGPKeyPair key) {
        return Hex.of(key.getPublicKey().getFingerprint());
    }

    static byte[] sign(PGPKeyPair key, String content) throws Exception {
        return sign(key, content, SIGNED, HashAlgorithmTags.SHA512, PGPSignature.BINARY_DOCUMENT);
    }

    static byte[] sign(PGPKeyPair key, String content, Instant when, int hash, int type) throws Exception {
        PGPSignatureGenerator generator = generator(key, type, hash);
        generator.setHashedSubpackets(said(key, when).generate());
        generator.update(content.getBytes(StandardCharsets.UTF_8));
        return generator.generate().getEncoded();
    }

    private static PGPSignatureGenerator generator(PGPKeyPair key, int type, int hash) throws PGPException {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(key.getPublicKey().getAlgorithm(), hash), key.getPublicKey());
        generator.init(type, key.getPrivateKey());
        return generator;
    }

    private static PGPSignatureSubpacketGenerator said(PGPKeyPair by, Instant when) {
        PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
        said.setSignatureCreationTime(true, Date.from(when));
        said.setIssuerFingerprint(false, by.getPublicKey());
        return said;
    }
}
