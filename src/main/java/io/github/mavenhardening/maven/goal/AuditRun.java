package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.ConsoleLine;
import io.github.mavenhardening.core.report.ConsoleReport;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.maven.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;

/**
 * One execution of an auditing goal in one module: audits what no module has audited yet, reports what has not been reported
 * yet, and decides the verdict.
 */
final class AuditRun {

    private final Hardening hardening;
    private final SessionState state;
    private final FamilyAudits audits;
    private final boolean failOnViolation;
    private final ConsoleReport console = new ConsoleReport();

    AuditRun(Hardening hardening, SessionState state, FamilyAudits audits, boolean failOnViolation) {
        this.hardening = hardening;
        this.state = state;
        this.audits = audits;
        this.failOnViolation = failOnViolation;
    }

    /** Looks at those families and answers what they come to by this goal's policy. */
    Result look(Set<Family> families) {
        audits.look(families, hardening, state);
        List<AuditResult> asked = new ArrayList<>();
        for (AuditResult audit : state.audits()) {
            if (families.contains(audit.family())) {
                asked.add(audit);
            }
        }
        return hardening.judge(asked);
    }

    /** What the session has come to so far by this goal's policy, other goals' families included: for the reports. */
    Result soFar() {
        return hardening.judge(state.audits());
    }

    /**
     * Reports what no goal of this session has reported yet: of each family that was looked at since, the new findings, then the
     * closing line. Silent, and false, when there is nothing new.
     *
     * @param root the folder that was looked at, as a path within the checkout
     */
    boolean tell(Result result, String root, Log log) {
        List<AuditResult> audits = new ArrayList<>();
        for (AuditResult audit : result.audits()) {
            if (hasNews(audit)) {
                audits.add(audit);
            }
        }
        if (audits.isEmpty()) {
            log.debug("Everything was already checked in this session");
            return false;
        }
        tellOnce(console.heading(result, root), log);
        Result news = hardening.judge(audits).where(judged -> state.tellOnce(judged.fingerprint()));
        for (AuditResult audit : audits) {
            for (ConsoleLine line : console.lines(audit, news)) {
                log(line, log);
            }
        }
        tellOnce(console.remarks(news), log);
        log(console.closing(hardening.judge(audits)), log);
        return true;
    }

    private void tellOnce(List<ConsoleLine> lines, Log log) {
        for (ConsoleLine line : lines) {
            if (state.tellOnce(line.text())) {
                log(line, log);
            }
        }
    }

    /** Whether a family was checked further than was reported, or has a finding to show that was not reported. */
    private boolean hasNews(AuditResult audit) {
        boolean further = state.tellOnce(audit.family() + " " + audit.outcome() + " " + audit.examined() + " "
                + audit.notes() + " " + audit.gaps());
        return further || hasNewFinding(hardening.judge(List.of(audit)));
    }

    private boolean hasNewFinding(Result result) {
        for (EvaluatedFinding judged : result.findings()) {
            if (!state.wasTold(judged.fingerprint())) {
                return true;
            }
        }
        return false;
    }

    /** An error that fails no build would look like one that was overlooked: it is a warning. */
    private void log(ConsoleLine line, Log log) {
        switch (line.level()) {
            case ERROR -> {
                if (failOnViolation) {
                    log.error(line.text());
                } else {
                    log.warn(line.text());
                }
            }
            case WARN -> log.warn(line.text());
            case INFO -> log.info(line.text());
        }
    }
}
