package io.github.mavenhardening.core;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.metadata.MetadataFile;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.Report;
import io.github.mavenhardening.core.report.ReportContext;
import io.github.mavenhardening.core.report.ReportWriter;
import io.github.mavenhardening.core.report.Reports;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** What a session does with a checkout, made by name in a class loader of its own: audits, hashes, reads, writes reports. */
public final class OneSession implements Callable<Integer> {

    private final Path root;

    /** On that checkout. */
    public OneSession(Path root) {
        this.root = root;
    }

    /** The number of findings. */
    @Override
    public Integer call() throws Exception {
        Repository repository = new Repository(new Checkout(root), Optional.empty());
        Checks checks = Checks.load(Check.class.getClassLoader());
        Hardening hardening = new Hardening(
                repository, new Environment(Clock.systemUTC(), Map.of()), checks, PolicyLayer.none(), Optional.empty());
        List<AuditResult> audits = new ArrayList<>();
        audits.add(hardening.audit(new WorkflowAudit()));
        audits.add(hardening.audit(new SecurityInsightsAudit(Optional.empty())));
        audits.add(hardening.audit(new PostureAudit(Optional.empty()).withScorecard()));
        Result result = hardening.judge(audits);
        new ReportWriter(root.resolve("target/hardening"))
                .write(
                        Reports.load(Report.class.getClassLoader()).select("formats", List.of("sarif", "json")),
                        result,
                        ReportContext.of("1", checks, repository::isFile));
        new Hashing().hashAll(files());
        new MetadataFile(root).read();
        return result.findings().size();
    }

    /** Not all of them: beside this session another one writes its reports. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(".github"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
