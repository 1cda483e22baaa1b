package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.dependency.LockState;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.source.Repository;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** There is no lock: one finding that names the command, whatever the size of the build. */
@AutoService(Check.class)
@CheckInfo(
        id = "missing-lock",
        title = "The build has no lock for its dependencies and plugins",
        severity = Severity.HIGH,
        sources = "https://maven.apache.org/resolver/expected-checksums.html")
public final class MissingLock implements DependencyCheck {

    private static final String FOLDER = Lock.LOCATION.substring(0, Lock.LOCATION.lastIndexOf('/'));
    private static final Pattern NAME = Pattern.compile(Pattern.quote(Lock.LOCATION.substring(FOLDER.length() + 1)));

    @Override
    public void check(LockedBuild build, CheckContext context) {
        boolean used = !build.inventory().artifacts().isEmpty();
        if (used && build.state() instanceof LockState.Missing) {
            Optional<String> left = context.repository().leftOut(List.of(FOLDER), NAME);
            context.report(at(Location.ofRepository())
                    .message("There is no " + Lock.LOCATION
                            + ", so the files of the build's dependencies and plugins cannot be verified"
                            + left.map(path -> ": " + Repository.SPARSE + path).orElse(""))
                    .remedy(
                            left.isPresent()
                                    ? "Bring it to the disk, as by 'git sparse-checkout add " + FOLDER + "'"
                                    : "Run 'mvn hardening:lock', review the file and commit it")
                    .subject(Lock.LOCATION));
        }
    }
}
