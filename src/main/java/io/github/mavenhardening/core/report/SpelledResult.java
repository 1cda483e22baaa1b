package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.lock.change.LockChange;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.Verdict;
import io.github.mavenhardening.core.run.AuditResult;
import java.util.ArrayList;
import java.util.List;

/**
 * A result whose sentences name goals as they can be run: messages, remedies, gaps, notes, remarks and reasons. Every format is
 * given one, so that none has to think of it. Fingerprints stay: they name a finding however its goals are spelled.
 */
public final class SpelledResult {

    private SpelledResult() {}

    /** The result itself where goals are named as sentences name them anyway. */
    public static Result of(Result result, Commands commands) {
        if (commands.isByPrefix()) {
            return result;
        }
        List<EvaluatedFinding> findings = new ArrayList<>();
        for (EvaluatedFinding judged : result.findings()) {
            findings.add(new EvaluatedFinding(
                    finding(judged.finding(), commands),
                    judged.fingerprint(),
                    judged.suppression(),
                    judged.integrity(),
                    judged.baseline(),
                    judged.spared()));
        }
        List<AuditResult> audits = new ArrayList<>();
        for (AuditResult audit : result.audits()) {
            audits.add(new AuditResult(
                    audit.family(),
                    audit.outcome(),
                    audit.findings(),
                    audit.examined(),
                    audit.ignores(),
                    sentences(audit.notes(), commands),
                    sentences(audit.gaps(), commands),
                    audit.scorecard(),
                    audit.partial(),
                    audit.measures()));
        }
        return new Result(
                audits,
                findings,
                result.hidden(),
                result.policy(),
                result.weakenings(),
                sentences(result.remarks(), commands),
                new Verdict(sentences(result.verdict().reasons(), commands)),
                result.comparison());
    }

    /** The same of what a change brings to the lock: its gaps name goals. */
    public static LockChange of(LockChange change, Commands commands) {
        return new LockChange(
                change.base(),
                change.problem(),
                change.isNoRequest(),
                change.artifacts(),
                change.build(),
                change.unchanged(),
                sentences(change.gaps(), commands));
    }

    private static Finding finding(Finding finding, Commands commands) {
        String message = commands.spelled(finding.message());
        String remedy = commands.spelled(finding.remedy());
        boolean isSame = message.equals(finding.message()) && remedy.equals(finding.remedy());
        return isSame
                ? finding
                : finding.toBuilder().message(message).remedy(remedy).build();
    }

    private static List<String> sentences(List<String> sentences, Commands commands) {
        List<String> spelled = new ArrayList<>();
        for (String sentence : sentences) {
            spelled.add(commands.spelled(sentence));
        }
        return spelled;
    }
}
