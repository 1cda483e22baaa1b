package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Located;
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
 * @param version the release of this plugin that the policy is written for
 * @param finals names of settings that layers above can make stricter and not looser
 * @param persona whose findings are shown
 * @param failOn from which severity and confidence one finding fails the build
 * @param maximum the most findings of a severity that are allowed
 * @param families whether the checks of a family are on
 * @param checks what is said of single checks, by id
 * @param comments which comments take findings back
 * @param exceptions findings that are accepted
 * @param baseline what holds for findings that the baseline does not have
 */
public record PolicySettings(
        @Option(
                value =
                        "The release of this plugin that the policy is written for: an older one refuses the policy, and names that"
                                + " release, before it takes a newer setting for a misspelt one",
                matches = Release.EXPRESSION,
                must = "be a release such as 1.4",
                example = "0.1")
        Optional<String> version,

        @Option(
                key = "final",
                value =
                        "Settings, by their full names or the beginning of them, which a policy above this one can make stricter and"
                                + " not looser. Of a final check nothing above takes a finding back, and an option that has no order stays as"
                                + " it is",
                most = 1_000,
                example = "[fail-on, checks.unpinned-uses, checks.dco.enabled]")
        List<Located<String>> finals,

        @Option(
                value =
                        "Whose findings are shown: `regular` sees what is worth acting on, `pedantic` also code smells, `auditor` all"
                                + " that could be a problem",
                otherwise = "regular",
                example = "pedantic")
        Optional<Persona> persona,

        @Option(
                value =
                        "From which severity, and from which confidence of its check, a single finding fails the build: a severity or"
                                + " `never`, or `severity:confidence`, or a mapping of both. What a check is less sure of is reported and"
                                + " fails nothing. Default: `high:medium`",
                example = "{severity: medium, confidence: low}")
        FailOn failOn,

        @Option(value = "The most findings of a severity that do not fail the build", example = "{low: 10}")
        Map<Severity, Integer> maximum,

        @Option(
                value =
                        "Families of checks to switch off; that of the dependencies is what vouches for the build, and stays on",
                example = "{posture: false}")
        Map<Family, Boolean> families,

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
                value =
                        "Which comments in files take findings back: `allowed` for all, `with-reason` for those that say why, `forbidden`"
                                + " for none",
                otherwise = "allowed",
                example = "with-reason")
        Optional<Comments> comments,

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

    private static final PolicySettings NONE = Binder.absent(PolicySettings.class);

    /** Settings that say nothing. */
    public static PolicySettings none() {
        return NONE;
    }
}
