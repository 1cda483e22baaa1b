package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.LocatedSnapshot;
import io.github.mavenhardening.core.forge.SnapshotFile;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** The snapshot of the forge's settings says nothing of today, or nothing at all. */
@AutoService(Check.class)
@CheckInfo(
        id = "forge-snapshot",
        title = "The snapshot of the forge's settings is stale or unreadable",
        severity = Severity.MEDIUM,
        options = ForgeSnapshotAge.Age.class,
        sources = {"https://docs.github.com/en/rest/actions/permissions", "https://docs.gitlab.com/api/rest/"})
public final class ForgeSnapshotAge implements PostureCheck {

    private static final String GITLAB_CI = ".gitlab-ci.yml";

    record Age(
            @Option(value = "How long a snapshot is good for", otherwise = "P90D")
            Period maxAge) {}

    @Override
    public void check(CheckContext in) {
        Optional<LocatedSnapshot> found;
        try {
            found = SnapshotFile.read(in.repository());
        } catch (UnreadableFileException e) {
            in.report(at(e.location())
                    .severity(Severity.HIGH)
                    .message("The snapshot of the forge's settings cannot be read: " + e.reason())
                    .remedy("Take a new one with hardening:forge, and find out who changed this one")
                    .subject("unreadable"));
            return;
        }
        if (found.isPresent()) {
            compare(found.get(), in);
        } else if (!in.repository().filesIn(DefinitionKind.WORKFLOW_FOLDER).isEmpty()
                || in.repository().exists(GITLAB_CI)) {
            in.note("What only the forge knows (who approves releases, who gets secrets, what may run) is compared once"
                    + " 'mvn hardening:forge' took a snapshot");
        }
    }

    private void compare(LocatedSnapshot found, CheckContext in) {
        ForgeSnapshot snapshot = found.settings();
        LocalDate last = snapshot.taken().plus(in.options(Age.class).maxAge());
        // A day ahead is another time zone's.
        if (snapshot.taken().isAfter(in.today().plusDays(1))) {
            in.report(at(found.at("taken"))
                    .message("The snapshot of the forge's settings was taken on " + snapshot.taken()
                            + ", which is in the future")
                    .remedy("Take a new one with hardening:forge")
                    .subject("future"));
        } else if (in.today().isAfter(last)) {
            in.report(at(found.at("taken"))
                    .message("The snapshot of the forge's settings was taken on " + snapshot.taken()
                            + " and was good until " + last)
                    .remedy("Take a new one with hardening:forge, and review what has changed")
                    .subject("stale"));
        } else {
            in.expires("The snapshot of the forge's settings", last);
        }
        Optional<RepositorySlug> own = in.repository().slug();
        Optional<RepositorySlug> of = RepositorySlug.parse(snapshot.repository());
        if (own.isPresent()
                && of.isPresent()
                && !own.get().same(of.get().owner(), of.get().name())) {
            in.note("The snapshot of the forge's settings is that of " + of.get() + ", and this is a checkout of "
                    + own.get());
        }
    }
}
