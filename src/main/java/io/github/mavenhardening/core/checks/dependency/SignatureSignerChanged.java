package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.LockedVersions;
import io.github.mavenhardening.core.dependency.LockedVersions.LockedVersionFile;
import io.github.mavenhardening.core.finding.ArtifactRef;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.metadata.FileMetadata.Signer;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The key that signs an artifact is noted when it is first locked. Another one may be a new maintainer, or somebody who took the
 * account: a person has to say which.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "signature-signer-changed",
        title = "An artifact is signed by another key than its earlier releases",
        severity = Severity.HIGH,
        silence = CheckInfo.Silence.NEVER,
        sources = "https://www.simplify4u.org/pgpverify-maven-plugin/")
public final class SignatureSignerChanged implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context) {
        LockMetadata known = build.metadata().known();
        if (known.signers().isEmpty()) {
            return;
        }
        for (Map.Entry<String, List<LockedVersionFile>> version :
                LockedVersions.of(build).entrySet()) {
            for (LockedVersionFile file : version.getValue()) {
                String artifact =
                        file.coordinates().groupId() + ":" + file.coordinates().artifactId();
                SortedSet<String> keys = known.signers().get(artifact);
                Optional<String> signer = SignatureRules.signerOf(build, file).map(Signer::key);
                if (keys != null && signer.isPresent() && !keys.contains(signer.get())) {
                    report(version.getKey(), artifact, file, signer.get(), keys, context);
                    break;
                }
            }
        }
    }

    private void report(
            String version,
            String artifact,
            LockedVersionFile file,
            String signer,
            SortedSet<String> keys,
            CheckContext context) {
        context.report(at(LockedBuild.locationOf(file.entry()))
                .message(version + " is signed by 0x" + signer + ", but earlier releases of " + artifact + " by 0x"
                        + String.join(" or 0x", keys) + " (" + LockMetadata.LOCATION + ")")
                .remedy(
                        "Ask the project whether it changed its key. If it did, run: mvn hardening:lock -Dhardening.signatures"
                                + " -Dhardening.acceptSigner=" + artifact)
                .subject(version)
                .artifact(new ArtifactRef(
                        file.entry().path(), Optional.of(file.coordinates().toString()))));
    }
}
