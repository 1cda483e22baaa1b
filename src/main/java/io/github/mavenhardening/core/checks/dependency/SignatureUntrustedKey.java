package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.checks.dependency.SignatureRules.Mapped;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.finding.ArtifactRef;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.metadata.FileMetadata.Signer;
import io.github.mavenhardening.core.signature.KeysMap;
import java.util.Optional;

/**
 * A locked file whose signature holds, but was made by a key that the keys map does not accept for it.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "signature-untrusted-key",
        title = "An artifact is signed by a key that is not accepted for it",
        severity = Severity.HIGH,
        silence = CheckInfo.Silence.NEVER,
        sources = "https://www.simplify4u.org/pgpverify-maven-plugin/keysmap-format.html")
public final class SignatureUntrustedKey implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context) {
        for (Mapped mapped : SignatureRules.mapped(build)) {
            Optional<Signer> signer = mapped.signer();
            if (signer.isPresent()
                    && !mapped.permission()
                            .allows(signer.get().key(), signer.get().signingKey())) {
                report(mapped, signer.get().key(), context);
            }
        }
    }

    private void report(Mapped mapped, String signer, CheckContext context) {
        String path = mapped.file().entry().path();
        String name = mapped.file().coordinates().toString();
        context.report(at(LockedBuild.locationOf(mapped.file().entry()))
                .message(name + " is signed by 0x" + signer + ", which " + KeysMap.LOCATION + ":"
                        + mapped.permission().line() + " does not accept for it")
                .remedy(
                        "Find out whose key that is. Go back to a version that an accepted key signed, or add this one to "
                                + KeysMap.LOCATION)
                .subject(path)
                .artifact(new ArtifactRef(path, Optional.of(name))));
    }
}
