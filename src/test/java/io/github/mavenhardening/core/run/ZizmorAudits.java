package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.TestOptions;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.policy.CheckSettings;
import io.github.mavenhardening.core.policy.PolicyLayer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The audits of zizmor that need no network. Each is a check of ours by the same id.
 *
 * @see <a href="https://docs.zizmor.sh/audits/">zizmor: audits</a>
 */
final class ZizmorAudits {

    static final Set<String> OFFLINE = Set.of(
            "adhoc-packages",
            "anonymous-definition",
            "archived-uses",
            "artipacked",
            "bot-conditions",
            "cache-poisoning",
            "concurrency-limits",
            "dangerous-triggers",
            "dependabot-cooldown",
            "dependabot-execution",
            "excessive-permissions",
            "forbidden-uses",
            "github-app",
            "github-env",
            "hardcoded-container-credentials",
            "insecure-commands",
            "insecure-url-scheme",
            "misfeature",
            "obfuscation",
            "overprovisioned-secrets",
            "secrets-inherit",
            "secrets-outside-env",
            "self-hosted-runner",
            "self-repository",
            "superfluous-actions",
            "template-injection",
            "typosquat-uses",
            "undocumented-permissions",
            "unpinned-images",
            "unpinned-tools",
            "unpinned-uses",
            "unredacted-secrets",
            "unsound-condition",
            "unsound-contains",
            "unsound-ternary",
            "use-trusted-publishing");

    private ZizmorAudits() {}

    /** What shows to a persona all that zizmor shows to it. */
    static PolicyLayer asZizmor(Optional<Persona> persona) {
        Check artipacked = Checks.load(ZizmorAudits.class.getClassLoader()).named("artipacked");
        CheckSettings everyCheckout = new CheckSettings(
                Optional.empty(), Optional.empty(), Optional.of(TestOptions.of(artipacked, "every-checkout: true")));
        return PolicyLayer.of(Map.of("persona", persona, "checks", Map.of("artipacked", everyCheckout)));
    }
}
