package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.checks.dependency.SignatureRules.Pinned;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.finding.ArtifactRef;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.signature.CertificateIdentity;
import io.github.mavenhardening.core.signature.IdentityMap;
import java.util.Optional;

/**
 * A locked file whose Sigstore bundle holds, but was made by an identity that the repository does not accept for it.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "signature-untrusted-identity",
        title = "An artifact is signed with Sigstore by an identity that is not accepted for it",
        severity = Severity.HIGH,
        silence = CheckInfo.Silence.NEVER,
        sources = "https://docs.sigstore.dev/cosign/verifying/verify/#keyless-verification-using-openid-connect")
public final class SignatureUntrustedIdentity implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context) {
        for (Pinned pinned : SignatureRules.pinned(build)) {
            Optional<CertificateIdentity> identity = pinned.identity();
            if (identity.isPresent() && !pinned.permission().allows(identity.get())) {
                report(pinned, identity.get(), context);
            }
        }
    }

    private void report(Pinned pinned, CertificateIdentity identity, CheckContext context) {
        String path = pinned.file().entry().path();
        String name = pinned.file().coordinates().toString();
        context.report(at(LockedBuild.locationOf(pinned.file().entry()))
                .message(name + " is signed by " + identity + ", which " + IdentityMap.LOCATION + ":"
                        + pinned.permission().line() + " does not accept for it")
                .remedy(
                        "Find out whose workflow or address that is. Go back to a version that an accepted identity signed, or add this one to "
                                + IdentityMap.LOCATION)
                .subject(path)
                .artifact(new ArtifactRef(path, Optional.of(name))));
    }
}
