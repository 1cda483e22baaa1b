package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.checks.dependency.SignatureRules.Mapped;
import io.github.mavenhardening.core.checks.dependency.SignatureRules.Pinned;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.LockedVersions.LockedVersionFile;
import io.github.mavenhardening.core.finding.ArtifactRef;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.signature.IdentityMap;
import io.github.mavenhardening.core.signature.KeysMap;
import java.util.Optional;

/**
 * A locked file that the keys map demands a signature of, and of whose bytes none was verified.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "signature-missing",
        title = "An artifact lacks a required signature",
        severity = Severity.HIGH,
        silence = CheckInfo.Silence.NEVER,
        sources = "https://www.simplify4u.org/pgpverify-maven-plugin/keysmap-format.html")
public final class SignatureMissing implements DependencyCheck {

    private static final String OPENPGP =
            "Run 'mvn hardening:lock -Dhardening.signatures'; if the artifact is published without one, give it noSig in "
                    + KeysMap.LOCATION;

    private static final String SIGSTORE =
            "Run 'mvn hardening:lock -Dhardening.signatures'; if the artifact is published without a bundle, narrow the line of "
                    + IdentityMap.LOCATION;

    @Override
    public void check(LockedBuild build, CheckContext context) {
        for (Mapped mapped : SignatureRules.mapped(build)) {
            if (mapped.signer().isEmpty() && mapped.permission().demandsSignature()) {
                report(
                        mapped.file(),
                        KeysMap.LOCATION + ":" + mapped.permission().line(),
                        "",
                        OPENPGP,
                        context);
            }
        }
        for (Pinned pinned : SignatureRules.pinned(build)) {
            if (pinned.identity().isEmpty()) {
                String line = IdentityMap.LOCATION + ":" + pinned.permission().line();
                report(pinned.file(), line, " in a Sigstore bundle", SIGSTORE, context);
            }
        }
    }

    private void report(LockedVersionFile file, String line, String where, String remedy, CheckContext context) {
        String path = file.entry().path();
        String name = file.coordinates().toString();
        context.report(at(LockedBuild.locationOf(file.entry()))
                .message("No signature of " + name + where + " was verified, and " + line + " requires one ("
                        + LockMetadata.LOCATION + " has none of these bytes)")
                .remedy(remedy)
                .subject(path + where)
                .artifact(new ArtifactRef(path, Optional.of(name))));
    }
}
