package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.inventory.Coordinates;
import io.github.mavenhardening.core.signature.KeysMap.Exemption;
import io.github.mavenhardening.core.signature.KeysMap.Permission;
import io.github.mavenhardening.core.signature.SignatureProblem.Kind;
import io.github.mavenhardening.core.signature.SignatureResult.Cause;
import io.github.mavenhardening.core.signature.SignatureResult.Invalid;
import io.github.mavenhardening.core.signature.SignatureResult.UnknownKey;
import io.github.mavenhardening.core.signature.SignatureResult.Unreadable;
import io.github.mavenhardening.core.signature.SignatureResult.Valid;
import java.util.List;
import java.util.Optional;

/**
 * Holds what verifying a signature came to against the keys map. Each exemption forgives what it is named for and nothing else:
 * {@code noKey} does not make it right that a signature is gone, nor does {@code any}.
 *
 * @see <a href="https://www.simplify4u.org/pgpverify-maven-plugin/keysmap-format.html">pgpverify-maven-plugin: keys map</a>
 */
public final class SignatureRequirement {

    private SignatureRequirement() {}

    /**
     * What is wrong with who signed an artifact.
     *
     * @param result what verifying its signature came to; empty when it has none
     * @return empty when all is as the map wants it
     */
    public static Optional<SignatureProblem> problemOf(
            Coordinates coordinates, Optional<SignatureResult> result, KeysMap keys) {
        Optional<Permission> permission = keys.of(coordinates);
        if (result.isEmpty()) {
            return missing(permission);
        }
        SignatureResult known = result.get();
        if (known instanceof Valid valid) {
            return valid(valid, permission);
        } else if (known instanceof Invalid invalid) {
            return invalid(invalid, permission);
        } else if (known instanceof UnknownKey unknown) {
            return unknown(unknown, permission);
        }
        Unreadable unreadable = (Unreadable) known;
        return forgives(permission, Exemption.BAD_SIGNATURE)
                ? Optional.empty()
                : problem(Kind.INVALID, "has a signature that cannot be read: " + unreadable.reason(), permission);
    }

    private static Optional<SignatureProblem> missing(Optional<Permission> permission) {
        if (permission.isEmpty()) {
            return unmapped();
        }
        return forgives(permission, Exemption.NO_SIGNATURE)
                ? Optional.empty()
                : problem(Kind.MISSING, "has no signature", permission);
    }

    private static Optional<SignatureProblem> valid(Valid valid, Optional<Permission> permission) {
        if (permission.isEmpty()) {
            return unmapped();
        }
        return permission.get().allows(valid.key(), valid.signingKey())
                ? Optional.empty()
                : problem(Kind.UNTRUSTED_KEY, "is signed by 0x" + valid.key() + ", which may not sign it", permission);
    }

    private static Optional<SignatureProblem> invalid(Invalid invalid, Optional<Permission> permission) {
        boolean revoked = invalid.cause() == Cause.KEY_REVOKED
                && permission.isPresent()
                && (permission.get().allowsUnavailable(invalid.key())
                        || permission.get().allowsUnavailable(invalid.signingKey()));
        if (revoked || forgives(permission, Exemption.BAD_SIGNATURE)) {
            return Optional.empty();
        }
        Kind kind = invalid.cause() == Cause.WEAK_ALGORITHM ? Kind.WEAK : Kind.INVALID;
        return problem(
                kind, "has a signature of 0x" + invalid.key() + " that does not hold: " + invalid.reason(), permission);
    }

    private static Optional<SignatureProblem> unknown(UnknownKey unknown, Optional<Permission> permission) {
        if (permission.isEmpty()) {
            return unmapped();
        }
        boolean forgiven = permission.get().allows(Exemption.NO_KEY);
        for (String key : unknown.keys().split(" ", -1)) {
            forgiven |= permission.get().allowsUnavailable(key);
        }
        return forgiven
                ? Optional.empty()
                : problem(
                        Kind.UNKNOWN_KEY,
                        "has a signature of 0x" + unknown.keys().replace(" ", " or 0x") + ", which is not in the ring",
                        permission);
    }

    private static boolean forgives(Optional<Permission> permission, Exemption exemption) {
        return permission.isPresent() && permission.get().allows(exemption);
    }

    private static Optional<SignatureProblem> unmapped() {
        return problem(Kind.UNMAPPED, "is not in the keys map", Optional.empty());
    }

    private static Optional<SignatureProblem> problem(Kind kind, String reason, Optional<Permission> permission) {
        List<Integer> lines = permission.isPresent() ? permission.get().lines() : List.of();
        return Optional.of(new SignatureProblem(kind, reason, lines));
    }
}
