package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.Strictness;
import io.github.mavenhardening.core.dependency.ArtifactPattern;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.LockedVersions;
import io.github.mavenhardening.core.dependency.LockedVersions.LockedVersionFile;
import io.github.mavenhardening.core.finding.ArtifactRef;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version that was published a moment ago: most malicious releases are found and withdrawn within days, so that a build
 * which waits never sees them. The days are those that the lock's metadata has; nobody is asked.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "release-cooldown",
        title = "A version was published only days ago",
        severity = Severity.MEDIUM,
        options = ReleaseCooldown.Cooldown.class,
        sources = {
            "https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference#cooldown-",
            "https://pnpm.io/settings#minimumreleaseage"
        })
public final class ReleaseCooldown implements DependencyCheck {

    private static final Period DEFAULT = Period.ofDays(7);

    record Cooldown(
            @Option(value = "How old a version must be, as an ISO 8601 period; `P7D` if not given", example = "P14D")
            Optional<Period> period,

            @Option(
                    value =
                            "Artifacts that may be younger, as `groupId` or `groupId:artifactId`, in which `*` stands for"
                                    + " anything: your own, and a security update that cannot wait",
                    example = "[org.example.*]")
            List<String> exclude)
            implements Strictness<Cooldown> {

        /** Months are as long as from the first of January on. */
        @Override
        public boolean isAtLeast(Cooldown other) {
            LocalDate day = LocalDate.EPOCH;
            return !day.plus(period.orElse(DEFAULT)).isBefore(day.plus(other.period.orElse(DEFAULT)))
                    && other.exclude.containsAll(exclude);
        }
    }

    @Override
    public void check(LockedBuild build, CheckContext context) {
        if (build.extent() == LockedBuild.Extent.ADDITION) {
            return; // Silent: the first module's turn was about all versions in the lock.
        }
        LockMetadata known = build.metadata().known();
        Cooldown options = context.options(Cooldown.class);
        Period period = options.period().orElse(DEFAULT);
        List<ArtifactPattern> excluded = new ArrayList<>();
        for (String text : options.exclude()) {
            excluded.add(ArtifactPattern.of(text));
        }
        if (!isAnyDated(known)) {
            // Whoever asks for a cooldown by name must not take silence for a pass.
            if (options.period().isPresent() && build.lock().isPresent()) {
                context.report(undated("no locked version has a publication date", "all"));
            }
            return;
        }
        LocalDate earliest = context.environment().today().minus(period);
        List<String> undated = new ArrayList<>();
        for (Map.Entry<String, List<LockedVersionFile>> version :
                LockedVersions.of(build).entrySet()) {
            if (isExcluded(version.getValue().get(0), excluded)) {
                continue;
            }
            Optional<LocalDate> published = published(version.getValue(), known);
            if (published.isEmpty()) {
                undated.add(version.getKey());
            } else if (published.get().isAfter(earliest)) {
                context.report(young(version.getKey(), version.getValue().get(0), published.get(), period));
            }
        }
        if (!undated.isEmpty()) {
            String some = undated.get(0) + (undated.size() == 1 ? "" : " and " + (undated.size() - 1) + " more");
            context.report(undated("their publication dates are not recorded: " + some, "some"));
        }
    }

    private static boolean isAnyDated(LockMetadata known) {
        for (FileMetadata file : known.files().values()) {
            if (file.published().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExcluded(LockedVersionFile file, List<ArtifactPattern> excluded) {
        for (ArtifactPattern pattern : excluded) {
            if (pattern.matches(file.coordinates())) {
                return true;
            }
        }
        return false;
    }

    /** The latest of its files' days: a file that was added later is as young as it is. */
    private static Optional<LocalDate> published(List<LockedVersionFile> files, LockMetadata known) {
        LocalDate latest = null;
        for (LockedVersionFile file : files) {
            Optional<FileMetadata> metadata = known.of(file.entry().path());
            LocalDate day = metadata.isPresent() ? metadata.get().published().orElse(null) : null;
            if (day != null && (latest == null || day.isAfter(latest))) {
                latest = day;
            }
        }
        return Optional.ofNullable(latest);
    }

    private Finding.Builder young(String version, LockedVersionFile file, LocalDate published, Period period) {
        return at(LockedBuild.locationOf(file.entry()))
                .message(version + " was published on " + published + ": the cooldown of " + period
                        + " forbids its use before " + published.plus(period))
                .remedy(
                        "Stay with the previous version until then, or list it in checks.release-cooldown.exclude if it cannot wait")
                .subject(version)
                .artifact(new ArtifactRef(
                        file.entry().path(), Optional.of(file.coordinates().toString())));
    }

    private Finding.Builder undated(String reason, String subject) {
        return at(Location.ofFile(Lock.LOCATION))
                .severity(Severity.INFO)
                .message("The cooldown could not be checked: " + reason)
                .remedy("Run 'mvn hardening:lock -Dhardening.published', which asks the repositories")
                .subject("undated " + subject);
    }
}
