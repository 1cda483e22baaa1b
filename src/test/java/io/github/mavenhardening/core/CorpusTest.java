package io.github.mavenhardening.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.run.Audit;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.FilesOfTheBuild;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The corpus: small repositories, each in one file of {@code src/test/resources/corpus/<folder>}, with what an auditor must
 * be shown of them, no more and no less. The folder says which families look. Today is 2026-11-22.
 */
class CorpusTest {

    private static final Path CORPUS = Path.of("src", "test", "resources", "corpus");
    private static final int LEAST = 150;
    private static final Checks CHECKS = Checks.load(CorpusTest.class.getClassLoader());
    private static final Environment ENVIRONMENT =
            new Environment(Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC), Map.of());
    private static final PolicyLayer AUDITOR = PolicyLayer.of(Map.of("persona", Optional.of(Persona.AUDITOR)));

    /** Which families look at the cases of a folder. */
    private static final Map<String, Set<Family>> FOLDERS = Map.of(
            "actions", EnumSet.of(Family.WORKFLOWS),
            "configurations", EnumSet.of(Family.WORKFLOWS),
            "images", EnumSet.of(Family.WORKFLOWS),
            "publishing", EnumSet.of(Family.WORKFLOWS),
            "scripts", EnumSet.of(Family.WORKFLOWS),
            "workflows", EnumSet.of(Family.WORKFLOWS),
            "dependencies", EnumSet.of(Family.DEPENDENCIES),
            "posture", EnumSet.of(Family.POSTURE),
            "security-insights", EnumSet.of(Family.SECURITY_INSIGHTS),
            "repositories", EnumSet.allOf(Family.class));

    @TempDir
    Path checkout;

    static List<CorpusCase> cases() throws IOException {
        return CorpusCase.below(CORPUS);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsMarkedAndNothingElse(CorpusCase one) throws IOException {
        Set<Family> families = FOLDERS.get(one.family());
        assertThat(families).as("families that look at %s", one.family()).isNotNull();
        Hardening hardening = new Hardening(one.repository(), ENVIRONMENT, CHECKS, AUDITOR, Optional.empty());
        List<AuditResult> results = new ArrayList<>();
        for (Family family : families) {
            AuditResult result = hardening.audit(audit(family, one));
            // A build that used nothing and says nothing wrong has nothing to check; its files were read all the same.
            if (family != Family.DEPENDENCIES) {
                assertThat(result.outcome()).as("%s looked", family).isNotEqualTo(AuditResult.Outcome.NOTHING_TO_CHECK);
            }
            results.add(result);
        }
        List<Finding> found = hardening.judge(results).counting().stream()
                .map(EvaluatedFinding::finding)
                .toList();
        assertThat(one.differences(found, CHECKS)).as(one.toString()).isEmpty();
    }

    private Audit audit(Family family, CorpusCase one) throws IOException {
        return switch (family) {
            case WORKFLOWS -> new WorkflowAudit();
            case POSTURE -> new PostureAudit(Optional.empty());
            case SECURITY_INSIGHTS -> new SecurityInsightsAudit(Optional.empty());
            case DEPENDENCIES -> {
                // The lock is read from a disk.
                one.writeTo(checkout);
                yield new FilesOfTheBuild(checkout);
            }
        };
    }

    @Test
    void isLargeEnough() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(LEAST);
    }

    /** Every folder that a family looks at has cases, and there is none that nobody looks at. */
    @Test
    void hasCasesInEveryFolder() throws IOException {
        Set<String> folders = new TreeSet<>();
        cases().forEach(one -> folders.add(one.family()));
        assertThat(folders).isEqualTo(new TreeSet<>(FOLDERS.keySet()));
    }
}
