package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.change.LockChange;
import io.github.mavenhardening.core.lock.change.LockComparison;
import io.github.mavenhardening.core.lock.change.Roles;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.pom.BuildFilesReader;
import io.github.mavenhardening.core.report.Commands;
import io.github.mavenhardening.core.report.LockChangeText;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.BackgroundTask;
import io.github.mavenhardening.core.source.ChangeSince;
import io.github.mavenhardening.core.source.CommitBase;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.maven.session.SessionState;
import io.github.mavenhardening.maven.verify.SessionRepositories;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * What the change at hand brings to the lock, found out once a session while other things are looked at. What compares locks is
 * loaded only where the lock is not that of the base.
 */
final class LockReview {

    /** What a shell takes as it is. */
    private static final Pattern PLAIN = Pattern.compile("[\\w./@^~-]+");

    private final Optional<String> named;
    private final Optional<BackgroundTask<Optional<LockChange>>> comparing;

    private LockReview(Optional<String> named, Optional<BackgroundTask<Optional<LockChange>>> comparing) {
        this.named = named;
        this.comparing = comparing;
    }

    /** Begins with it, unless a goal of this session has. */
    static void begin(MavenSession session, Path folder, Hardening hardening, SessionState state) {
        if (state.shared(LockReview.class).isPresent()) {
            return;
        }
        Environment given = hardening.context().environment();
        Optional<String> named = named(hardening, given);
        Environment environment = given.basedOn(named);
        Repository repository = hardening.context().repository();
        boolean mayBe = CommitBase.absence(repository.git(), Optional.empty(), environment)
                .isEmpty();
        state.share(
                LockReview.class,
                new LockReview(
                        named,
                        mayBe
                                ? Optional.of(BackgroundTask.start(
                                        "hardening-lock-review", () -> look(session, folder, repository, environment)))
                                : Optional.empty()));
    }

    /** What the user names, else the policy. */
    private static Optional<String> named(Hardening hardening, Environment environment) {
        if (environment.base().isPresent()) {
            return environment.base();
        }
        for (Record options : hardening.policy().options().values()) {
            if (options instanceof CommitBase.Named setting) {
                return setting.base();
            }
        }
        return Optional.empty();
    }

    private static Optional<LockChange> look(
            MavenSession session, Path folder, Repository repository, Environment environment) {
        ChangeSince change = ChangeSince.of(repository, ChangeSince.BASE, environment);
        boolean isSame = change.problem().isPresent()
                ? !repository.exists(Lock.LOCATION)
                : change.isAsBefore(Lock.LOCATION) && change.isAsBefore(LockMetadata.LOCATION);
        if (isSame) {
            return Optional.empty();
        }
        LockChange found = compare(session, folder, repository, change);
        return found.isNothing() ? Optional.empty() : Optional.of(found);
    }

    /** The locks of a checkout and of its base, compared with all that the session knows of the build. */
    static LockChange compare(MavenSession session, Path folder, Repository repository, ChangeSince change) {
        Roles roles = new Roles(BuildFilesReader.read(repository), plugins(session));
        return new LockComparison(folder, change, SessionRepositories.of(session), roles).compare();
    }

    /** Those of the projects' models, the life cycle's among them. */
    private static Set<String> plugins(MavenSession session) {
        Set<String> plugins = new HashSet<>();
        for (MavenProject project : session.getProjects()) {
            if (project.getFile() != null) {
                project.getBuildPlugins().stream().map(Plugin::getKey).forEach(plugins::add);
            }
        }
        return plugins;
    }

    /** What the session has found; empty where there is nothing to show. */
    static Optional<LockChange> change(SessionState state) {
        Optional<LockChange> found = found(state);
        return found.isPresent() && found.get().problem().isEmpty() ? found : Optional.empty();
    }

    private static Optional<LockChange> found(SessionState state) {
        Optional<LockReview> review = state.shared(LockReview.class);
        return review.isPresent() && review.get().comparing.isPresent()
                ? review.get().comparing.get().join()
                : Optional.empty();
    }

    /** The one line about it; empty where there is nothing to show. */
    static Optional<String> notice(SessionState state, Commands commands) {
        Optional<LockChange> change = change(state);
        if (change.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> named = state.shared(LockReview.class).orElseThrow().named;
        String base =
                named.isPresent() && PLAIN.matcher(named.get()).matches() ? " -Dhardening.base=" + named.get() : "";
        return Optional.of(LockChangeText.notice(change.get(), commands.of("diff") + base));
    }

    /** An audit with the gap that the locks could not be compared, where that is so. */
    static AuditResult noted(AuditResult audit, SessionState state) {
        Optional<LockChange> found = found(state);
        Optional<String> gap = found.isPresent() ? LockChangeText.gap(found.get()) : Optional.empty();
        if (gap.isEmpty()) {
            return audit;
        }
        SortedSet<String> gaps = new TreeSet<>(audit.gaps());
        gaps.add(gap.get());
        return audit.withGaps(List.copyOf(gaps));
    }
}
