package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.nio.charset.StandardCharsets;

/** The readers of keys and signatures, for inputs that anybody may have written. */
public final class SignatureInputs {

    private static final VersionRanges RANGES = (range, version) -> range.contains(version);
    private static final Coordinates ARTIFACT = Coordinates.pom("org.example", "lib", "1.0");

    private SignatureInputs() {}

    /** A keys map, asked about an artifact. */
    public static void keysMap(byte[] input) {
        try {
            KeysMap.parse(new String(input, StandardCharsets.UTF_8), RANGES)
                    .of(ARTIFACT)
                    .ifPresent(permission -> permission.allows("0".repeat(40)));
        } catch (LockSyntaxException e) {
            // As documented.
        }
    }

    /** A map of identities, asked about an artifact. */
    public static void identities(byte[] input) {
        try {
            IdentityMap.parse(new String(input, StandardCharsets.UTF_8), RANGES)
                    .of(ARTIFACT)
                    .ifPresent(permission ->
                            permission.allows(new CertificateIdentity("https://issuer.example.org", "a@example.org")));
        } catch (LockSyntaxException e) {
            // As documented.
        }
    }

    /** ASCII armour: keys and signatures. */
    public static void armour(byte[] input) {
        for (String kind : new String[] {"PUBLIC KEY BLOCK", "SIGNATURE"}) {
            try {
                Armour.blocks(input, kind);
            } catch (LockSyntaxException e) {
                // As documented.
            }
        }
        keyring(input);
        try {
            DetachedSignature.parse(input).forEach(DetachedSignature::keyOf);
        } catch (DetachedSignature.UnreadableException e) {
            // As documented.
        }
    }

    private static void keyring(byte[] input) {
        try {
            Keyring.parse(input);
        } catch (LockSyntaxException e) {
            // As documented.
        }
    }
}
