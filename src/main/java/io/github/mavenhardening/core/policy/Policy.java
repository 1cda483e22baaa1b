package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.Options;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import java.util.List;
import java.util.Map;

/**
 * What a team makes of findings. Checks know nothing of it but their own options.
 *
 * @param persona whose findings are shown
 * @param threshold when findings fail the build
 * @param severities severities that take the place of the checks' own, by check id
 * @param enabled checks switched on or off, by check id
 * @param options what checks are told, by check id
 * @param exemptions findings that the repository's {@code zizmor.yml} takes back
 */
public record Policy(
        Persona persona,
        Threshold threshold,
        Map<String, Severity> severities,
        Map<String, Boolean> enabled,
        Map<String, Options> options,
        List<ZizmorConfig.Exemption> exemptions) {

    public Policy {
        severities = Map.copyOf(severities);
        enabled = Map.copyOf(enabled);
        options = Map.copyOf(options);
        exemptions = List.copyOf(exemptions);
    }

    /** Whether the check's findings count: by the policy's word, else by the check's own. */
    public boolean isEnabled(Check check) {
        return enabled.getOrDefault(check.info().id(), check.info().enabledByDefault());
    }

    /** The finding at the severity that this policy gives it. */
    Finding graded(Finding finding) {
        Severity severity = severities.get(finding.checkId());
        return severity == null ? finding : finding.withSeverity(severity);
    }
}
