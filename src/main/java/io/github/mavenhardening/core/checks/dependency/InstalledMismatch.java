package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.installed.InstalledComparison;
import io.github.mavenhardening.core.lock.installed.InstalledComparison.Change;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;

/** A plugin installed other bytes past Maven than those that were locked. */
@AutoService(Check.class)
@CheckInfo(
        id = "installed-mismatch",
        title = "A plugin installed other files than those that were locked",
        severity = Severity.HIGH,
        silence = CheckInfo.Silence.NEVER,
        sources = "https://github.com/eirslett/frontend-maven-plugin/pull/1119")
public final class InstalledMismatch implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context) {
        for (InstalledComparison compared : build.installed()) {
            for (Change change : compared.changes()) {
                report(compared, change, context);
            }
        }
    }

    private void report(InstalledComparison compared, Change change, CheckContext context) {
        String path = compared.pathOf(change.way());
        context.report(at(Location.ofFile(LockMetadata.LOCATION))
                .message(path + " differs from the lock for " + compared.system() + ": expected "
                        + change.locked().text() + ", actual " + change.found().text())
                .remedy("Delete " + compared.folder()
                        + " and build again; if it still differs, find out who changed what"
                        + " is downloaded, and where another version was wanted run 'mvn verify hardening:lock"
                        + " -Dhardening.accept=" + compared.folder() + "'")
                .subject(path));
    }
}
