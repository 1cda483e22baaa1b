package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.InsightsReader;
import io.github.mavenhardening.core.posture.GateFile;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedFile;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The lock, a policy or the Security Insights file is here, but Git does not track it: no other checkout has it. */
@AutoService(Check.class)
@CheckInfo(
        id = "gate-untracked",
        title = "Git does not track the lock, the policy or the Security Insights file",
        severity = Severity.MEDIUM,
        baselined = false, // Or a baseline that Git does not track hides that.
        sources = "https://git-scm.com/docs/gitignore")
public final class GateUntracked implements PostureCheck {

    /** The folders that hold such files. */
    private static final List<String> FOLDERS = List.of(".mvn", ".mvn/checksums", ".github");

    private static final Set<GateFile> LOOKED_FOR =
            Set.of(GateFile.POLICY, GateFile.LOCK, GateFile.METADATA, GateFile.FORGE, GateFile.SIGNERS);

    @Override
    public void check(CheckContext context) {
        Repository repository = context.repository();
        Optional<List<TrackedFile>> tracked;
        try {
            tracked = repository.tracked();
        } catch (UncheckedIOException e) {
            context.decline(this, e.getCause().getMessage());
            return;
        }
        if (tracked.isEmpty()) {
            context.note("gate-untracked: nothing to check, as Git tracks no file here");
            return;
        }
        Set<String> untracked = present(repository, context.policyFiles());
        Set<String> known = new HashSet<>();
        for (TrackedFile file : tracked.get()) {
            known.add(file.path());
        }
        untracked.removeAll(known);
        if (!untracked.isEmpty()) {
            String files = String.join(", ", untracked);
            context.report(at(Location.ofFile(untracked.iterator().next()))
                    .message("Git does not track " + files + ": every other checkout, a CI service's too, is without "
                            + (untracked.size() == 1 ? "it" : "them"))
                    .remedy("Run 'git add " + String.join(" ", untracked)
                            + "'; where Git ignores such a file, remove the pattern from .gitignore first")
                    .subject("untracked"));
        }
    }

    private static Set<String> present(Repository repository, List<String> policies) {
        Set<String> present = new TreeSet<>();
        for (String folder : FOLDERS) {
            for (String path : repository.filesIn(folder)) {
                if (GateFile.of(path, policies).filter(LOOKED_FOR::contains).isPresent()) {
                    present.add(path);
                }
            }
        }
        for (String policy : policies) {
            if (repository.isFile(policy)) {
                present.add(policy);
            }
        }
        InsightsReader.find(repository).chosen().ifPresent(file -> present.add(file.path()));
        return present;
    }
}
