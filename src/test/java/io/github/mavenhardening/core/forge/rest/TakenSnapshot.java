package io.github.mavenhardening.core.forge.rest;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.api.TestOptions;
import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.SnapshotFile;
import io.github.mavenhardening.core.forge.SnapshotWriter;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a check says of a snapshot as it was taken and written, beside the files of the repository. */
public final class TakenSnapshot {

    private TakenSnapshot() {}

    /**
     * The result of one check.
     *
     * @param options what the policy says to it, as YAML; empty for nothing
     */
    public static AuditResult look(ForgeSnapshot snapshot, Check check, Map<String, String> files, String options) {
        Map<String, String> all = new TreeMap<>(files);
        all.put(SnapshotFile.LOCATION, new String(SnapshotWriter.bytes(snapshot), StandardCharsets.UTF_8));
        all.put("pom.xml", "<project/>");
        CheckContext context = MemoryTree.of(all)
                .context(
                        Optional.empty(),
                        options.isEmpty() ? Options.none() : Options.of(List.of(TestOptions.of(check, options))));
        Checks checks = Checks.of(List.of(check));
        AuditResult result = check instanceof PostureCheck
                ? new PostureAudit(Optional.empty()).run(context, checks)
                : new WorkflowAudit().run(context, checks);
        return result.withGaps(context.gaps());
    }
}
