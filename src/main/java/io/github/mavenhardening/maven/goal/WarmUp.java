package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.Report;
import io.github.mavenhardening.core.report.ReportContext;
import io.github.mavenhardening.core.run.BackgroundTask;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import java.util.List;
import java.util.Set;

/**
 * Loads classes on a second core before they are needed. A short build spends most of a goal's time on that, not on looking:
 * so an empty policy and a tiny workflow are read while the checks are created, and a report of nothing is written while they look.
 */
final class WarmUp {

    private static final String WORKFLOW = """
            on: {push: {branches: [main]}}
            permissions: {}
            jobs:
              build:
                runs-on: ubuntu-latest
                strategy: {matrix: {java: [17]}}
                steps:
                  # A step with code and an expression.
                  - run: echo "${{ matrix.java }}"
                    env: {A: b}
                  - uses: octo/action@0000000000000000000000000000000000000000 # v1
                    with: {c: d}
            """;

    private WarmUp() {}

    /** Reading, for families that read workflows: on two busy cores what nobody needs is not free. */
    static BackgroundTask<Void> reading(Set<Family> families) {
        boolean needed = families.contains(Family.WORKFLOWS) || families.contains(Family.POSTURE);
        if (!needed) {
            return BackgroundTask.done(null);
        }
        return BackgroundTask.start("hardening-warm-up", () -> {
            try {
                PolicyLayer.none();
                DefinitionKind.WORKFLOW.read(SourceFile.of("warm-up.yml", WORKFLOW));
            } catch (UnreadableFileException e) {
                throw new IllegalStateException("a well-formed workflow can always be read", e);
            }
            return null;
        });
    }

    /** Reporting. */
    static BackgroundTask<Void> reporting(List<Report> reports, Hardening hardening, ReportContext context) {
        if (reports.isEmpty()) {
            return BackgroundTask.done(null);
        }
        Result nothing = hardening.judge(List.of());
        return BackgroundTask.start("hardening-warm-up", () -> {
            for (Report report : reports) {
                report.encode(nothing, context);
            }
            return null;
        });
    }
}
