package io.github.mavenhardening.core.checks.forge;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.GitLabSettings;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.LocatedSnapshot;
import io.github.mavenhardening.core.forge.SnapshotFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.Optional;

/** The forge's settings as one check sees them: what it asks for and is not known becomes a gap. */
public final class ForgeView {

    private final Check check;
    private final CheckContext in;
    private final LocatedSnapshot snapshot;

    private ForgeView(Check check, CheckContext in, LocatedSnapshot snapshot) {
        this.check = check;
        this.in = in;
        this.snapshot = snapshot;
    }

    /** That of a check; empty where there is no snapshot, and, with a gap, where it cannot be read. */
    public static Optional<ForgeView> of(Check check, CheckContext in) {
        try {
            Optional<LocatedSnapshot> snapshot = SnapshotFile.read(in.repository());
            return snapshot.isPresent() ? Optional.of(new ForgeView(check, in, snapshot.get())) : Optional.empty();
        } catch (UnreadableFileException e) {
            in.decline(check, SnapshotFile.LOCATION + " cannot be read: " + e.reason());
            return Optional.empty();
        }
    }

    /** The same where the forge is GitHub: of another, what only GitHub has is not compared. */
    public static Optional<ForgeView> ofGitHub(Check check, CheckContext in) {
        Optional<ForgeView> forge = of(check, in);
        return forge.isPresent() && forge.get().gitLab().isEmpty() ? forge : Optional.empty();
    }

    /** The same where the forge is GitLab. */
    public static Optional<ForgeView> ofGitLab(Check check, CheckContext in) {
        Optional<ForgeView> forge = of(check, in);
        return forge.isPresent() && forge.get().gitLab().isPresent() ? forge : Optional.empty();
    }

    /** What the snapshot says of GitLab alone; empty where the forge is another. */
    public Optional<GitLabSettings> gitLab() {
        return settings().gitLab();
    }

    /** What the snapshot says. */
    public ForgeSnapshot settings() {
        return snapshot.settings();
    }

    /** Where a setting stands in the snapshot. */
    public Location at(String... names) {
        return snapshot.at(names);
    }

    /** A setting's value; empty, with a gap, where it is unknown. */
    public <T> Optional<T> value(String setting, Known<T> known) {
        if (known.value().isEmpty()) {
            gap(setting + " is unknown: " + known.reason());
        }
        return known.value();
    }

    /** Notes what could not be compared, and why. */
    public void gap(String reason) {
        in.decline(check, reason);
    }
}
