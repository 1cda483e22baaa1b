package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckContext;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.FindingSink;
import io.github.mavenhardening.core.checks.dependency.SignatureRules.Mapped;
import io.github.mavenhardening.core.finding.ArtifactRef;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.signature.KeysMap;
import java.util.Optional;

/**
 * A locked file that the keys map demands a signature of, and of whose bytes none was verified.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "signature-missing",
        title = "An artifact without the signature that it must have",
        family = Family.DEPENDENCIES,
        severity = Severity.HIGH,
        needs = CheckInfo.Need.BUILD,
        sources = "https://www.simplify4u.org/pgpverify-maven-plugin/keysmap-format.html")
public final class SignatureMissing implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context, FindingSink sink) {
        for (Mapped mapped : SignatureRules.mapped(build)) {
            if (mapped.signer().isEmpty() && mapped.permission().demandsSignature()) {
                report(mapped, sink);
            }
        }
    }

    private void report(Mapped mapped, FindingSink sink) {
        String path = mapped.file().entry().path();
        String name = mapped.file().coordinates().toString();
        sink.add(at(LockedBuild.locationOf(mapped.file().entry()))
                .message("no signature of " + name + " was verified, and " + KeysMap.LOCATION + ":"
                        + mapped.permission().line() + " demands one (" + LockMetadata.LOCATION
                        + " has none of these bytes)")
                .remedy(
                        "Run 'mvn hardening:lock -Dhardening.signatures'; if the artifact is published without one, give it noSig in "
                                + KeysMap.LOCATION)
                .subject(path)
                .artifact(new ArtifactRef(path, Optional.of(name))));
    }
}
