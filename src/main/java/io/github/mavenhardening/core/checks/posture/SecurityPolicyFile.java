package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.InsightsReader;
import io.github.mavenhardening.core.insights.PolicyAddress;
import io.github.mavenhardening.core.posture.PolicyMention;
import io.github.mavenhardening.core.posture.PolicyOwners;
import io.github.mavenhardening.core.posture.SecurityPolicy;
import io.github.mavenhardening.core.source.Repository;
import java.util.Optional;

/** There is no security policy, or it does not tell where to report a vulnerability. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-policy",
        title = "The repository has no security policy, or one that does not explain how to report a vulnerability",
        severity = Severity.MEDIUM,
        controls = {"OSPS-VM-01.01", "OSPS-VM-02.01"},
        sources = {
            "https://docs.github.com/en/code-security/how-tos/report-and-fix-vulnerabilities/configure-vulnerability-reporting/add-security-policy",
            "https://github.com/ossf/scorecard/blob/main/docs/checks.md#security-policy"
        })
public final class SecurityPolicyFile implements PostureCheck {

    @Override
    public void check(CheckContext context) {
        Optional<SecurityPolicy> found = SecurityPolicy.find(context.repository());
        if (found.isEmpty()) {
            Optional<String> leftOut = SecurityPolicy.leftOut(context.repository());
            if (leftOut.isPresent()) {
                context.gap("security-policy: " + Repository.SPARSE + leftOut.get());
            } else if (!PolicyOwners.have(context.repository().slug())
                    && !PolicyAddress.isNamed(InsightsReader.find(context.repository()), context.repository())
                    && !PolicyMention.isIn(context.repository())) {
                context.report(at(Location.ofRepository())
                        .confidence(Confidence.LOW)
                        .message(
                                "There is no SECURITY.md in the root, in .github or in docs; whether the owner's repository"
                                        + " .github has one, which GitHub shows then, is not known here")
                        .remedy("Add a SECURITY.md that explains how to report a vulnerability in private, or name the"
                                + " owner's by its address as 'policy' in the Security Insights file")
                        .subject("missing"));
            }
            return;
        }
        SecurityPolicy policy = found.get();
        Location place = Location.ofFile(policy.path());
        if (policy.isEmpty()) {
            context.report(at(place)
                    .message("The security policy is empty or not a text file")
                    .remedy("Explain how to report a vulnerability in private")
                    .subject("empty"));
            return;
        }
        if (policy.questions() > 0) {
            context.report(at(place)
                    .message("The security policy leaves " + Count.of(policy.questions(), "questions") + " open")
                    .remedy("Answer each question marked QUESTION, and remove the marker")
                    .subject("questions"));
            return;
        }
        if (!policy.namesContact()) {
            context.report(at(place)
                    .severity(Severity.LOW)
                    .message("The security policy names neither an email address nor a link")
                    .remedy("Name the address or the form that takes reports")
                    .subject("contact"));
        }
        if (!policy.speaksOfVulnerabilities()) {
            context.report(at(place)
                    .severity(Severity.LOW)
                    .confidence(Confidence.LOW)
                    .message("The security policy says nothing about vulnerabilities or their disclosure")
                    .remedy("State what to report, to whom, and when it is disclosed")
                    .subject("content"));
        }
    }
}
