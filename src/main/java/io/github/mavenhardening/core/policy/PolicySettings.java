package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a policy, as one layer of it says them or as all layers together come to. A setting that is added here is
 * read from the policy file, merged between layers, placed in reports, and described in the JSON Schema and the commented
 * policy.
 *
 * @param persona whose findings are shown
 * @param failOn from which severity one finding fails the build
 * @param maximum the most findings of a severity that are allowed
 * @param checks what is said of single checks, by id
 * @param exceptions findings that are accepted
 * @param baseline what holds for findings that the baseline does not have
 */
public record PolicySettings(
        @Option(
                value =
                        "Whose findings are shown: `regular` sees what is worth acting on, `pedantic` also code smells, `auditor` all"
                                + " that could be a problem",
                otherwise = "regular",
                example = "pedantic")
        Optional<Persona> persona,

        @Option(
                value =
                        "The severity from which a single finding fails the build: `critical`, `high`, `medium`, `low`, `info` or"
                                + " `never`",
                otherwise = "high",
                example = "medium")
        Optional<FailOn> failOn,

        @Option(value = "The most findings of a severity that do not fail the build", example = "{low: 10}")
        Map<Severity, Integer> maximum,

        @Option(
                value = "What holds for single checks: whether they are on, their severity and their own options",
                example = """
                unpinned-uses:
                  severity: critical
                  policies: {'actions/*': ref-pin}
                dco:
                  enabled: true""")
        Map<String, CheckSettings> checks,

        @Option(
                value = "Findings that are accepted, each with a reason; until a day is better than for ever",
                most = 1_000, // Each is compared with each finding of its check.
                example = """
                - check: verification-bypass
                  path: '**/pom.xml'
                  about: maven.wagon.http.ssl.insecure
                  reason: The proxy's certificate is replaced in March
                  expires: 2027-03-31""")
        List<ExceptionRule> exceptions,

        @Option(value = "What holds for the findings that the baseline does not have", example = "{grace: 2027-03-31}")
        Optional<BaselineSettings> baseline) {

    /** Settings that say nothing. */
    public static PolicySettings none() {
        return Binder.absent(PolicySettings.class);
    }
}
