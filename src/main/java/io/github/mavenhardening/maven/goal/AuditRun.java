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
import java.util.Optional;
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
    private final ConsoleReport console;

    AuditRun(Hardening hardening, SessionState state, FamilyAudits audits, ConsoleReport console) {
        this.hardening = hardening;
        this.state = state;
        this.audits = audits;
        this.console = console;
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
     * Reports what no goal of this session has reported yet: the new findings of the families that were looked at since, then
     * the verdict over them. Silent when there is nothing new.
     *
     * @param root the folder that was looked at, as a path within the checkout
     * @return what is new; empty when nothing
     */
    Optional<Result> tell(Result result, String root, Log log) {
        List<AuditResult> news = new ArrayList<>();
        for (AuditResult audit : result.audits()) {
            if (hasNews(audit)) {
                news.add(audit);
            }
        }
        if (news.isEmpty()) {
            log.debug("Everything was already checked in this session");
            return Optional.empty();
        }
        Result judged = hardening.judge(news);
        tellOnce(console.setup(judged, root), log);
        tell(console.findings(judged, finding -> state.tellOnce(finding.fingerprint())), log);
        for (EvaluatedFinding finding : judged.findings()) {
            if (!finding.mayFail()) {
                state.tellOnce(name(finding));
            }
        }
        tellOnce(console.reservations(judged), log);
        tell(console.verdict(judged, root), log);
        return Optional.of(judged);
    }

    /** Reports where the reports are, and what to do next. */
    void advise(Result news, Log log) {
        tellOnce(console.advice(news), log);
    }

    private static void tell(List<ConsoleLine> lines, Log log) {
        for (ConsoleLine line : lines) {
            log(line, log);
        }
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
            if (!state.wasTold(name(judged))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Its name among what was said before. What is known or taken back is only counted, by a name of its own: the policy of another goal
     * may list it.
     */
    private static String name(EvaluatedFinding judged) {
        return judged.mayFail() ? judged.fingerprint() : "counted " + judged.fingerprint();
    }

    private static void log(ConsoleLine line, Log log) {
        switch (line.level()) {
            case ERROR -> log.error(line.text());
            case WARN -> log.warn(line.text());
            case INFO -> log.info(line.text());
        }
    }
}
